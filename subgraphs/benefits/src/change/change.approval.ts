import { publishMany } from '@atbalsts/facts';
import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import type { Application } from '../application/application.entity.js';
import { Decision, DecisionState } from '../decision/decision.entity.js';
import { statusFacts } from '../decision/decision.facts.js';
import { cancelPayments, holdPayments } from '../payment/payment.service.js';
import { settleMonths } from './settlement.service.js';

/**
 * What approving a change does, besides that the new decision holds: every decision before it in the chain is revoked from the first day on which the change
 * counts, what is not on its way to the bank is cancelled from that month on, and each month is settled: what is missing is paid on the new decision, what was
 * paid too much becomes a recovery. Refuses WRONG_STATE where the changed decision does not hold any more.
 */
export async function applyChange(context: Context, decision: Decision, application: Application): Promise<void> {
  const { em } = context;
  const { chainId, changesId } = decision as { chainId: string; changesId: string };
  const from = application.effectiveFrom as string;
  await holdPayments(context);
  const chain = await em.find(Decision, { $or: [{ id: chainId }, { chainId }] }, { refresh: true });
  refuseUnchangeable(chain.find(({ id }) => id === changesId));
  const before = chain.filter((one) => one.id !== decision.id && held.includes(one.state));
  for (const one of before) {
    if (one.revokedFrom !== null && one.revokedFrom <= from) continue;
    one.state = DecisionState.REVOKED;
    one.revokedFrom = from;
  }
  await em.flush();
  await cancelPayments(
    context,
    before.map(({ id }) => id),
    from,
  );
  await settleMonths(context, { chainId, decision, applicantId: application.applicantId, from });
  const covered = await coveredByEach(
    context,
    before.map(({ id }) => id),
  );
  await publishMany(
    em,
    before.flatMap((one) => statusFacts(one, covered.get(one.id) ?? [])),
  );
}

const held: readonly DecisionState[] = [
  DecisionState.APPROVED,
  DecisionState.NOTIFIED,
  DecisionState.CHALLENGED,
  DecisionState.UPHELD,
  DecisionState.REVOKED,
];

/** A decision that is challenged waits for the last word; one that a challenge revoked does not hold, so there is nothing to change. */
function refuseUnchangeable(changed: Decision | undefined): void {
  const byChallenge = changed?.state === DecisionState.REVOKED && changed.revokedFrom === changed.challengeDecidedOn;
  if (changed && changed.state !== DecisionState.CHALLENGED && !byChallenge) return;
  refuse(
    ProblemCode.WRONG_STATE,
    'Lēmums, kuru maina, ir apstrīdēts vai atcelts. Vispirms jāizlemj apstrīdēšana; ja lēmums ir atcelts, atsauciet izmaiņas.',
    'The decision to be changed is challenged or revoked. Decide the challenge first; where it is revoked, withdraw the change.',
    'id',
  );
}

async function coveredByEach({ em }: Context, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await em.execute<{ id: string; persons: string[] }[]>(
    'select decision_id as id, array_agg(person_id::text order by person_id) as persons from decision_person where decision_id = any (?::uuid[]) group by 1',
    [`{${ids.join(',')}}`],
  );
  return new Map(rows.map(({ id, persons }) => [id, persons]));
}
