import { type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { benefits } from '../src/index.js';
import { ChangeDesk } from './change.support.js';
import { PretendedRegistry } from './support.js';

/** What happens to a benefit of July to September 2025, one after another. */
type Step =
  | { kind: 'CHANGE'; on: string; euro: number }
  | { kind: 'PAY'; month: string; rejects: boolean }
  | { kind: 'PREPARE'; month: string };

const month = fc.constantFrom('2025-07-01', '2025-08-01', '2025-09-01');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('CHANGE' as const),
    on: fc.constantFrom('2025-06-15', '2025-06-30', '2025-07-10', '2025-08-05', '2025-08-31'),
    euro: fc.constantFrom(0, 1, 60, 120, 165, 166, 300, 900),
  }),
  fc.record({ kind: fc.constant('PAY' as const), month, rejects: fc.boolean() }),
  fc.record({ kind: fc.constant('PREPARE' as const), month }),
);

describe('after any changes, batches and rejections', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let desk: ChangeDesk;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    desk = new ChangeDesk(town, registry);
  });
  afterAll(() => town?.drop());

  const take = async (one: Step, state: { decision: { id: string; version: number } }, person: { id: string }): Promise<void> => {
    if (one.kind === 'CHANGE') {
      state.decision = await desk.changed(state.decision, person, one.on, one.euro.toFixed(2));
    } else if (one.kind === 'PREPARE') {
      await desk.prepare(one.month);
    } else {
      const batch = await desk.sent(one.month);
      if (!batch) return;
      const [first] = await town.sql<{ id: string }>("select id from payment where batch_id = $1 and state = 'BATCHED' order by id", [
        batch.id,
      ]);
      await desk.answered(batch, one.rejects && first ? [first.id] : []);
    }
  };

  /** Every month: what the decision in force grants, what is or will be paid on any, and what of it is claimed back. */
  const monthsOf = (chain: string) =>
    town.sql<{ month: string; granted: string; gone: string; claimed: string }>(
      `select m.month::date::text as month,
              coalesce((select d.monthly_amount from decision d join application a on a.id = d.application_id
                 where (d.id = $1 or d.chain_id = $1) and d.approved_by is not null and d.from_date <= m.month and m.month < d.until_date
                   and (d.revoked_from is null or d.revoked_from > m.month)), 0) as granted,
              coalesce((select sum(p.amount) from payment p join decision d on d.id = p.decision_id
                 where (d.id = $1 or d.chain_id = $1) and p.month = m.month and p.state <> 'CANCELLED'), 0) as gone,
              coalesce((select sum(c.amount) from recovery_month c join recovery r on r.id = c.recovery_id join decision d on d.id = r.decision_id
                 where (d.id = $1 or d.chain_id = $1) and c.month = m.month), 0) as claimed
         from generate_series('2025-07-01'::date, '2025-09-01', '1 month') as m (month)`,
      [chain],
    );

  it('what is paid less what is recovered is what the decisions grant; nothing is negative; nothing is due on a revoked month', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const { person, ...granted } = await desk.granted();
        const state = { decision: granted as { id: string; version: number } };
        for (const one of steps) await take(one, state, person);
        for (const { granted: right, gone, claimed } of await monthsOf(granted.id))
          expect(Number(gone) - Number(claimed)).toBe(Number(right));
        const odd = await town.sql(
          `select p.id from payment p join decision d on d.id = p.decision_id
            where p.amount <= 0 or p.deducted > p.amount
               or (d.state = 'REVOKED' and p.month >= d.revoked_from and (p.state = 'DUE' or (p.state = 'BATCHED' and p.batch_id in (select id from payment_batch where state = 'PREPARED'))))`,
        );
        expect(odd).toEqual([]);
        const ledger = await town.sql(
          `select r.id from recovery r
            where r.balance <> r.amount - coalesce((select sum(l.amount) from recovery_deduction l where l.recovery_id = r.id and l.released_on is null), 0)
               or r.amount <> coalesce((select sum(m.amount) from recovery_month m where m.recovery_id = r.id), 0)`,
        );
        expect(ledger).toEqual([]);
        const kept = await town.sql(
          `select p.id from payment p where p.deducted <> coalesce((select sum(l.amount) from recovery_deduction l where l.payment_id = p.id and l.released_on is null), 0)`,
        );
        expect(kept).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 240_000);
});
