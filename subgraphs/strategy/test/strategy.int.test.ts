import { bauska, countStatements, daugavpils, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';
import { arranger } from './arrange.js';

const director = staff('director');

describe('strategies', () => {
  let town: TestSubgraph;
  let make: ReturnType<typeof arranger>;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    town = await testSubgraph(strategy, {
      workforce: ({ variables }) => ({
        data: { _entities: [{ tables: [{ id: 'headcount', rows: [{ key: 'core-staff', value: variables ? 223 : 0 }] }] }] },
      }),
    });
    make = arranger(town, daugavpils);
    ids.plan = await make.strategy('Plāns', 2022, 2027);
    ids.goal = await make.goal(ids.plan, 'SM1');
    ids.whole = await make.task(ids.plan, ids.goal, '1.1');
    ids.part = await make.task(ids.plan, ids.goal, '1.1.1', {
      parent_id: ids.whole,
      typed_state: 'DONE',
      until_year: 2023,
      funding: ['STATE', 'EU_FUND'],
    });
    ids.late = await make.task(ids.plan, ids.goal, '1.2', { until_year: 2024 });
    await make.insert('task_change', {
      task_id: ids.part,
      on_date: '2023-10-01',
      state: 'DONE',
      evidence: 'Akts Nr. 5',
      subject: 'somebody',
    });
    ids.bound = await make.indicator(ids.whole, 'headcount', 'core-staff');
    await make.target(ids.bound, 2023, 230);
    ids.recorded = await make.indicator(ids.late, null, null);
    await make.value(ids.recorded, 2023, 12.5);
    await make.insert('investment', {
      strategy_id: ids.plan,
      code: '1',
      position: 0,
      title_lv: 'Ēka',
      title_en: 'Building',
      amount: 12345678901,
      annual: false,
      municipal_share: 0.15,
      foreign_share: 0.85,
      foreign_source: 'ERAF',
    });
    await make.insert('swot_item', { strategy_id: ids.plan, kind: 'THREAT', position: 0, text_lv: 'Draudi', text_en: 'Threat' });
    ids.other = await arranger(town, bauska).strategy('Bauskas plāns', 2020, 2025);
  });
  afterAll(() => town?.drop());

  it('show goals, tasks followed by their sub-tasks, indicators, investments and SWOT', async () => {
    const { data, errors } = await town.ask(
      director,
      `{ strategies { title(language: EN) fromYear untilYear mission vision municipality { code }
        goals { code title tasks { code parent { code } state funding result indicators { measure { table row } target(year: 2023) recorded(year: 2023) } changes { on state evidence } } }
        investments { code title amount annual municipalShare stateShare foreignShare foreignSource } swot { kind text(language: EN) } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.strategies).toEqual([
      {
        title: 'Plāns EN',
        fromYear: 2022,
        untilYear: 2027,
        mission: 'Misija',
        vision: 'Vīzija',
        municipality: { code: daugavpils },
        goals: [
          {
            code: 'SM1',
            title: 'Mērķis SM1',
            tasks: [
              {
                code: '1.1',
                parent: null,
                state: 'UNDERWAY',
                funding: ['MUNICIPAL'],
                result: 'Rezultāts',
                indicators: [{ measure: { table: 'headcount', row: 'core-staff' }, target: 230, recorded: null }],
                changes: [],
              },
              {
                code: '1.1.1',
                parent: { code: '1.1' },
                state: 'DONE',
                funding: ['STATE', 'EU_FUND'],
                result: 'Rezultāts',
                indicators: [],
                changes: [{ on: '2023-10-01', state: 'DONE', evidence: 'Akts Nr. 5' }],
              },
              {
                code: '1.2',
                parent: null,
                state: 'LATE',
                funding: ['MUNICIPAL'],
                result: 'Rezultāts',
                indicators: [{ measure: null, target: null, recorded: 12.5 }],
                changes: [],
              },
            ],
          },
        ],
        investments: [
          {
            code: '1',
            title: 'Ēka',
            amount: '123456789.01',
            annual: false,
            municipalShare: 0.15,
            stateShare: null,
            foreignShare: 0.85,
            foreignSource: 'ERAF',
          },
        ],
        swot: [{ kind: 'THREAT', text: 'Threat' }],
      },
    ]);
  });

  it('report their progress with the states of the end of the year, whatever is shown beside it', async () => {
    const { data, errors } = await town.ask(
      director,
      `query($id: ID!) { strategy(id: $id) {
        then: progressReport(year: 2022) { year state summary report { year } tasks { code state } }
        later: progressReport(year: 2023) { tasks { code state } document(language: EN) }
        now: progressReport(year: 2030) { tasks { code state } }
        goals { tasks { code state } } } }`,
      { id: ids.plan },
    );
    expect(errors).toBeUndefined();
    const states = (tasks: { code: string; state: string }[]) => tasks.map((task) => `${task.code} ${task.state}`);
    expect(data.strategy.then).toMatchObject({ year: 2022, state: 'DRAFT', summary: null, report: { year: 2022 } });
    expect(states(data.strategy.then.tasks)).toEqual(['1.1 UNDERWAY', '1.1.1 UNDERWAY', '1.2 UNDERWAY']);
    expect(states(data.strategy.later.tasks)).toEqual(['1.1 UNDERWAY', '1.1.1 DONE', '1.2 UNDERWAY']);
    expect(states(data.strategy.now.tasks)).toEqual(['1.1 UNDERWAY', '1.1.1 DONE', '1.2 LATE']);
    expect(states(data.strategy.goals[0].tasks)).toEqual(['1.1 UNDERWAY', '1.1.1 DONE', '1.2 LATE']);
    const { document } = data.strategy.later;
    expect(document).toContain('# Progress report: Plāns EN');
    expect(document).toContain('| 1.1 | Rādītājs EN | 223 | 230 | no |');
    expect(document).toContain('| 1.2 | Rādītājs EN | 12.5 | – | – |');
    expect(document).toContain('- 1.1.1: Akts Nr. 5');
  });

  it('refuse a year that no strategy can have', async () => {
    const { errors } = await town.ask(director, 'query($id: ID!) { strategy(id: $id) { progressReport(year: 3) { year } } }', {
      id: ids.plan,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('are nobody else’s: another town, another audience, another subgraph’s reference', async () => {
    expect((await town.ask(director, 'query($id: ID!) { strategy(id: $id) { title } }', { id: ids.other })).data).toEqual({
      strategy: null,
    });
    expect((await town.ask(staff('carer', { municipality: bauska }), '{ strategies { title } }')).data).toEqual({
      strategies: [{ title: 'Bauskas plāns' }],
    });
    expect((await town.ask(regional(), '{ strategies { title } }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const of = [
      { __typename: 'Task', id: ids.late },
      { __typename: 'Strategy', id: ids.other },
    ];
    const { data } = await town.ask(
      director,
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Task { code } ... on Strategy { title } } }',
      { of },
    );
    expect(data._entities).toEqual([{ code: '1.2' }, null]);
  });

  it('cost the same number of statements however many tasks they have', async () => {
    const counter = countStatements(town.database.superUrl);
    const statements = async () => {
      await counter.reset();
      const { errors } = await town.ask(
        director,
        '{ strategies { goals { tasks { state parent { code } changes { on } indicators { target(year: 2023) recorded(year: 2023) } } } investments { code } swot { kind } } }',
      );
      expect(errors).toBeUndefined();
      return counter.count();
    };
    const few = await statements();
    for (let n = 0; n < 20; n++)
      await make.indicator(await make.task(ids.plan as string, ids.goal as string, `9.${n}`, { parent_id: ids.late }), null, null);
    expect(await statements()).toBe(few);
  });

  it('come with the calls for projects and their rules, which a region reads too', async () => {
    const query =
      '{ projectCalls { code title(language: EN) region { code } year round maxMonths ceiling fundingRatePercent infrastructureMaxPercent eligibleApplicants eligibleCosts conditions source } }';
    const { data, errors } = await town.ask(regional(), query);
    expect(errors).toBeUndefined();
    expect(data.projectCalls).toMatchObject([
      { code: 'latgale-2010-2', region: { code: 'latgale' }, maxMonths: 24, fundingRatePercent: 100, infrastructureMaxPercent: 5 },
    ]);
    expect((await town.ask(director, query)).data).toEqual(data);
    expect((await town.ask(staff('carer'), query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
