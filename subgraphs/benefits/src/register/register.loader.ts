import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { DecisionDifferences } from './decision-differences.entity.js';
import type { MemberTold } from './difference.rules.js';
import { RegisterAnswer } from './register-answer.entity.js';
import { RegisterQuestion } from './register-question.entity.js';

/**
 * The question that counts of each member and register, by application: the newest that was answered, and where none was, the newest. Members and registers in a fixed order.
 */
export const questionsOf: BatchLoad<string, RegisterQuestion[]> = async ({ em }, ids) => {
  const rows = await em.execute<{ id: string }[]>(
    `select distinct on (application_id, person_id, register) id from register_question where application_id = any (?::uuid[])
      order by application_id, person_id, register, (outcome in ('ANSWERED', 'NOT_KNOWN')) desc, asked_at desc, id desc`,
    [`{${ids.join(',')}}`],
  );
  const questions = rows.length ? await em.find(RegisterQuestion, { id: { $in: rows.map(({ id }) => id) } }) : [];
  const ordered = questions.toSorted((a, b) => (`${a.personId} ${a.register}` < `${b.personId} ${b.register}` ? -1 : 1));
  return groupedInOrder(ids, ordered, ({ applicationId }) => applicationId);
};

/** The answer to a question, by its id; null where there is none. */
export const answerTo: BatchLoad<string, RegisterAnswer | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(RegisterAnswer, { questionId: { $in: [...ids] } }), ({ questionId }) => questionId);

/** What the registers told of each member, by application, as the differences are found by. */
export const toldOf: BatchLoad<string, MemberTold[]> = async (context, ids) =>
  Promise.all(
    ids.map(async (id) => {
      const questions = await context.load(questionsOf, id);
      const told = await Promise.all(
        questions.map(async ({ id: questionId, personId, register, outcome }): Promise<MemberTold[]> => {
          if (outcome === 'NOT_KNOWN') return [{ personId, register, told: {}, recorded: { residence: null, unemployed: false } }];
          const answer = outcome === 'ANSWERED' ? await context.load(answerTo, questionId) : null;
          return answer ? [{ personId, register, told: answer.told, recorded: answer.recorded }] : [];
        }),
      );
      return told.flat();
    }),
  );

/** The differences that lay before who proposed a decision, by its id; null where nothing was recorded. */
export const differencesBehind: BatchLoad<string, DecisionDifferences | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(DecisionDifferences, { decisionId: { $in: [...ids] } }), ({ decisionId }) => decisionId);
