import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql, read } from '../../gql/staff/index.js';

/** The strategies there are, to choose from. */
export const strategiesQuery = graphql(`
  query Strategies {
    strategies {
      id
      fromYear
      untilYear
      lv: title
      en: title(language: EN)
    }
  }
`);

/** A task with all that its dialog shows. */
export const task = graphql(`
  fragment StrategyTask on Task {
    id
    code
    fromYear
    untilYear
    termPrinted
    responsible
    funding
    version
    state
    lv: title
    en: title(language: EN)
    resultLv: result
    resultEn: result(language: EN)
    parent {
      id
    }
    indicators {
      id
      assumed
      lv: title
      en: title(language: EN)
      measure {
        table
        row
      }
    }
    changes {
      on
      state
      fromYear
      untilYear
      evidence
    }
  }
`);

/** A strategy with its goals and tasks. */
export const strategyQuery = graphql(`
  query Strategy($id: ID!) {
    strategy(id: $id) {
      id
      fromYear
      untilYear
      source
      lv: title
      en: title(language: EN)
      missionLv: mission
      missionEn: mission(language: EN)
      visionLv: vision
      visionEn: vision(language: EN)
      goals {
        code
        lv: title
        en: title(language: EN)
        tasks {
          ...StrategyTask
        }
      }
      swot {
        kind
        lv: text
        en: text(language: EN)
      }
      investments {
        code
        parentCode
        amount
        annual
        municipalShare
        stateShare
        foreignShare
        foreignSource
        lv: title
        en: title(language: EN)
      }
    }
  }
`);

/** A strategy as it is shown. */
export type StrategyData = NonNullable<ResultOf<typeof strategyQuery>['strategy']>;

/** A goal with its tasks. */
export type Goal = StrategyData['goals'][number];

/** The tasks of a goal. */
export const tasksOf = (goal: Goal) => read(task, goal.tasks);

/** A task. */
export type Task = ReturnType<typeof tasksOf>[number];

/** The state of a task. */
export type TaskState = Task['state'];
