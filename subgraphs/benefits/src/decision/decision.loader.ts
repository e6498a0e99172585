import { isId } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Decision, DecisionOutcome } from './decision.entity.js';
import { grantHoldsOn } from './decision.rules.js';

/** Decisions by id; null for one that does not exist or is not the principal's to see. */
export const decisionById: BatchLoad<string, Decision | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Decision, { id: { $in: ids.filter(isId) } }), (decision) => decision.id);

/** Decisions by application, the oldest first. */
export const decisionsOf: BatchLoad<string, Decision[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(Decision, { applicationId: { $in: [...ids] } }, { orderBy: { proposedOn: 'asc', id: 'asc' } }),
    (decision) => decision.applicationId,
  );

/** Of whom, and on which day, granted benefits are asked. */
export interface BenefitsOn {
  personId: string;
  on: string;
}

/** The granted benefits that cover a person and hold on a day, the oldest first: own ones, and those of the household. */
export const benefitsOn: BatchLoad<BenefitsOn, Decision[]> = async ({ em }, keys) => {
  const days = keys.map((key) => key.on).sort();
  const covered = await em.execute<{ personId: string; id: string }[]>(
    `select p.person_id as "personId", d.id from decision_person p join decision d on d.id = p.decision_id
      where p.person_id = any (?::uuid[]) and d.outcome = 'GRANT' and d.from_date <= ? and d.until_date > ?`,
    [`{${[...new Set(keys.map((key) => key.personId))].filter(isId).join(',')}}`, days.at(-1), days[0]],
  );
  const decisions = await em.find(
    Decision,
    { id: { $in: [...new Set(covered.map((row) => row.id))] }, outcome: DecisionOutcome.GRANT },
    { orderBy: { from: 'asc', id: 'asc' } },
  );
  return keys.map(({ personId, on }) => {
    const own = new Set(covered.filter((row) => row.personId === personId).map((row) => row.id));
    return decisions.filter((decision) => own.has(decision.id) && grantHoldsOn(decision, on));
  });
};
