import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { Counter, officers, PretendedRegistry } from './support.js';

const { finance, director } = officers;

describe('a payment batch', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  const granted = async () => {
    const proposal = await counter.proposed();
    await counter.approve(proposal);
    await counter.notify(proposal, '2025-06-18');
    return proposal;
  };
  const batched = (month: string) =>
    town.sql<{ batch: string | null; state: string; n: number }>(
      'select batch_id as batch, state, count(*)::int as n from payment where month = $1 group by 1, 2 order by 2',
      [month],
    );

  it('takes every due payment of the month once, is approved by another person, and a second call adds nothing', async () => {
    await granted();
    await granted();
    const first = await counter.prepare('2025-07-01');
    expect(first).toMatchObject({
      added: 2,
      batch: {
        number: expect.stringMatching(/^IZM-2026-\d{6}$/),
        version: 1,
        count: 2,
        total: '212.00',
        state: 'PREPARED',
        preparedBy: { id: finance.employee },
      },
      problems: [],
    });
    expect(await counter.prepare('2025-07-01')).toEqual({ added: 0, batch: null, problems: [] });
    expect(await counter.approveBatch(first.batch, finance)).toMatchObject({ batch: null, problems: [{ code: 'FOUR_EYES' }] });
    expect((await counter.approveBatch({ ...first.batch, version: 3 })).problems).toMatchObject([{ code: 'STALE' }]);
    const approved = await counter.approveBatch(first.batch);
    expect(approved).toMatchObject({
      batch: { state: 'APPROVED', version: 2, count: 2, approvedBy: { id: director.employee } },
      problems: [],
    });
    expect((await counter.approveBatch(approved.batch)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await counter.approveBatch({ id: 'x', version: 1 })).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(
      (
        await town.sql<{ action: string }>('select action from audit_entry where object = $1 order by id', [
          `payment-batch:${first.batch.id}`,
        ])
      ).map(({ action }) => action),
    ).toEqual(['payment.prepare', 'payment.approve']);
  });

  it('leaves what becomes due later to a batch of its own', async () => {
    await granted();
    const late = await counter.prepare('2025-07-01');
    expect(late).toMatchObject({ added: 1, batch: { count: 1, total: '106.00' } });
    expect((await batched('2025-07-01')).map(({ n }) => n).sort()).toEqual([1, 2]);
  });

  it('takes each payment once where twenty prepare it at once', async () => {
    for (let n = 0; n < 5; n++) await granted();
    const [due] = (await batched('2025-08-01')).filter(({ state }) => state === 'DUE');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => counter.prepare('2025-08-01', n % 2 ? finance : director)));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(due?.n);
    expect(answers.filter(({ batch }) => batch)).toHaveLength(1);
    expect(await batched('2025-08-01')).toEqual([{ batch: answers.find(({ batch }) => batch)?.batch.id, state: 'BATCHED', n: due?.n }]);
  });

  it('takes what is granted once with the month of its approval', async () => {
    const application = await counter.apply({ benefitType: 'funeral', submittedOn: '2026-11-20' });
    const { decision } = await counter.propose(application, { outcome: 'GRANT' });
    const approved = await counter.approve(decision);
    expect(approved.decision.payments).toMatchObject([{ month: '2026-11-01', amount: '250.00', state: 'DUE' }]);
    expect(await counter.prepare('2026-11-01')).toMatchObject({ added: 1, batch: { total: '250.00' } });
  });

  it('is of a month, at most the next, of the own town, and prepared by who may', async () => {
    expect((await counter.prepare('2025-09-02')).problems).toEqual([{ code: 'INVALID', field: 'month' }]);
    expect((await counter.prepare('2027-01-01')).problems).toEqual([{ code: 'INVALID', field: 'month' }]);
    expect(await counter.prepare('2026-12-01')).toEqual({ added: 0, batch: null, problems: [] });
    expect(await counter.prepare('2025-09-01', staff('finance', { municipality: bauska }))).toEqual({
      added: 0,
      batch: null,
      problems: [],
    });
    for (const role of ['auditor', 'assistance-organiser', 'head-of-assistance'] as const) {
      const refused = await town.ask(staff(role), 'mutation { preparePaymentBatch(month: "2025-09-01") { added } }');
      expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect((await batched('2025-09-01')).every(({ state }) => state === 'DUE')).toBe(true);
  });
});
