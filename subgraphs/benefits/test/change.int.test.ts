import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { ChangeDesk } from './change.support.js';
import { type Answer, officers, PretendedRegistry } from './support.js';

const { head, director, organiser, finance } = officers;

describe('a change inside a granted period', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let desk: ChangeDesk;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    desk = new ChangeDesk(town, registry);
  });
  afterAll(() => town?.drop());

  const fileOf = async (id: string): Promise<Answer> =>
    (
      await town.ask(
        finance,
        `query($id: ID!) { decision(id: $id) { state revokedFrom monthlyAmount from until months changes { id }
           recovery { id amount balance state months { month amount } deductions { amount deductedOn releasedOn payment { month } } person { id } decision { id } }
           payments { month amount deducted payable state } } }`,
        { id },
      )
    ).data.decision;

  it('is decided by two, revokes the decision before from the month after, and what was paid too much is kept back', async () => {
    const { person, ...granted } = await desk.granted();
    await desk.paid('2025-07-01');
    await desk.paid('2025-08-01');
    const { application, problems } = await desk.change(granted, person, '2025-07-15', '120.00');
    expect(problems).toEqual([]);
    expect(application).toMatchObject({
      state: 'MEANS_DECLARED',
      submittedOn: '2025-07-15',
      effectiveFrom: '2025-08-01',
      dueOn: '2026-12-22',
      changes: { id: granted.id },
      means: { status: 'NEEDY', gmiBenefit: '46.00' },
    });
    expect((await desk.propose(application, { outcome: 'GRANT', from: '2025-09-01' })).problems).toMatchObject([
      { code: 'INVALID', field: 'from' },
    ]);
    expect((await desk.propose(application, { outcome: 'GRANT', months: 3 })).problems).toMatchObject([
      { code: 'INVALID', field: 'months' },
    ]);
    const { decision: proposal } = await desk.propose(application, { outcome: 'GRANT' }, head);
    expect(proposal).toMatchObject({ monthlyAmount: '46.00', from: '2025-08-01', until: '2025-10-01', months: 2 });
    expect((await desk.approve(proposal, head)).problems).toMatchObject([{ code: 'FOUR_EYES' }]);
    registry.caseWorkers.set(person.id, director.employee as string);
    expect((await desk.approve(proposal, director)).problems).toMatchObject([{ code: 'FOUR_EYES' }]);
    registry.caseWorkers.delete(person.id);
    const { decision } = await desk.approve(proposal, director);
    expect(decision.state).toBe('APPROVED');

    expect(await fileOf(granted.id)).toMatchObject({
      state: 'REVOKED',
      revokedFrom: '2025-08-01',
      payments: [
        { month: '2025-07-01', amount: '106.00', state: 'PAID' },
        { month: '2025-08-01', amount: '106.00', state: 'PAID' },
        { month: '2025-09-01', amount: '106.00', state: 'CANCELLED' },
      ],
    });
    expect(await fileOf(decision.id)).toMatchObject({
      changes: { id: granted.id },
      recovery: {
        amount: '60.00',
        balance: '60.00',
        state: 'OPEN',
        months: [{ month: '2025-08-01', amount: '60.00' }],
        deductions: [],
        person: { id: person.id },
      },
      payments: [{ month: '2025-09-01', amount: '46.00', deducted: '0.00', payable: '46.00', state: 'DUE' }],
    });

    const { batch } = await desk.prepare('2025-09-01');
    expect(batch).toMatchObject({ count: 1, total: '0.00' });
    const approved = await desk.approveBatch(batch);
    expect(approved.batch).toMatchObject({ state: 'RECONCILED', total: '0.00' });
    expect(await fileOf(decision.id)).toMatchObject({
      recovery: {
        balance: '14.00',
        state: 'OPEN',
        deductions: [{ amount: '46.00', deductedOn: '2026-11-22', releasedOn: null, payment: { month: '2025-09-01' } }],
      },
      payments: [{ month: '2025-09-01', amount: '46.00', deducted: '46.00', payable: '0.00', state: 'PAID' }],
    });
    const status = 'select status_from::text as f, status_until::text as u from decision where id = $1';
    expect(await town.sql(status, [decision.id])).toEqual([{ f: '2025-08-01', u: '2025-10-01' }]);
    const facts = await town.sql<{ body: { from: string; until: string } }>(
      `select distinct on (key) body from outbox where kind = 'household-status' and body ->> 'personId' = $1 order by key, id desc`,
      [person.id],
    );
    expect(facts.map(({ body }) => [body.from, body.until])).toEqual(
      expect.arrayContaining([
        ['2025-07-01', '2025-08-01'],
        ['2025-08-01', '2025-10-01'],
      ]),
    );
  });

  it('is kept back of later payments only in part where they are more, in the order to the bank too', async () => {
    const { person, ...granted } = await desk.granted();
    await desk.paid('2025-07-01');
    await desk.paid('2025-08-01');
    const changed = await desk.changed(granted, person, '2025-07-31', '80.00');
    expect((await fileOf(changed.id)).recovery).toMatchObject({ amount: '20.00' });
    const sent = await desk.sent('2025-09-01');
    expect(sent?.file).toContain('<NbOfTxs>1</NbOfTxs><CtrlSum>66.00</CtrlSum>');
    expect(sent?.file).toContain('<InstdAmt Ccy="EUR">66.00</InstdAmt>');
    const { paymentBatches } = (await town.ask(finance, '{ paymentBatches(first: 1) { nodes { count total deducted } } }')).data;
    expect(paymentBatches.nodes).toEqual([{ count: 1, total: '66.00', deducted: '20.00' }]);
    const [payment] = await town.sql<{ id: string }>('select id from payment where batch_id = $1', [sent?.id]);
    await desk.answered(sent as never, [payment?.id as string]);
    expect(await fileOf(changed.id)).toMatchObject({
      recovery: { balance: '20.00', state: 'OPEN', deductions: [{ amount: '20.00', releasedOn: '2026-11-22' }] },
      payments: [{ amount: '86.00', deducted: '0.00', state: 'DUE' }],
    });
    await desk.paid('2025-09-01');
    expect(await fileOf(changed.id)).toMatchObject({
      recovery: { balance: '0.00', state: 'RECOVERED' },
      payments: [{ amount: '86.00', deducted: '20.00', payable: '66.00', state: 'PAID' }],
    });
  });

  it('pays what is missing of months that were paid already', async () => {
    const { person, ...granted } = await desk.granted();
    await desk.paid('2025-07-01');
    await desk.paid('2025-08-01');
    const changed = await desk.changed(granted, person, '2025-07-02', '0.00');
    expect(await fileOf(changed.id)).toMatchObject({
      monthlyAmount: '166.00',
      recovery: null,
      payments: [
        { month: '2025-08-01', amount: '60.00', state: 'DUE' },
        { month: '2025-09-01', amount: '166.00', state: 'DUE' },
      ],
    });
    expect(await desk.prepare('2025-08-01')).toMatchObject({ added: 1, batch: { total: '60.00' } });
  });

  it('ends the benefit where the means give none any more, and the status with them', async () => {
    const { person, ...granted } = await desk.granted();
    await desk.paid('2025-07-01');
    const { application } = await desk.change(granted, person, '2025-06-30', '900.00');
    expect((await desk.propose(application, { outcome: 'GRANT' })).problems).toMatchObject([{ code: 'INVALID', field: 'outcome' }]);
    const { decision: proposal } = await desk.propose(application, { outcome: 'REFUSE', reasons: 'Ienākumi pieauguši.' });
    const { decision } = await desk.approve(proposal);
    expect(await fileOf(decision.id)).toMatchObject({ recovery: { amount: '106.00', state: 'OPEN' }, payments: [] });
    const again = await desk.changed(decision, person, '2025-07-20', '60.00');
    expect(await fileOf(again.id)).toMatchObject({
      monthlyAmount: '106.00',
      from: '2025-08-01',
      payments: [{ month: '2025-08-01' }, { month: '2025-09-01' }],
    });
  });

  it('leaves a rejected payment of a revoked month to the new decision', async () => {
    const { person, ...granted } = await desk.granted();
    const sent = await desk.sent('2025-07-01');
    const changed = await desk.changed(granted, person, '2025-06-20', '120.00');
    expect((await fileOf(changed.id)).recovery).toMatchObject({ amount: '60.00', state: 'OPEN' });
    const [payment] = await town.sql<{ id: string }>('select id from payment where batch_id = $1', [sent?.id]);
    await desk.answered(sent as never, [payment?.id as string]);
    expect((await fileOf(granted.id)).payments[0]).toMatchObject({ month: '2025-07-01', state: 'CANCELLED' });
    expect(await fileOf(changed.id)).toMatchObject({
      recovery: { amount: '0.00', balance: '0.00', state: 'CANCELLED', months: [] },
      payments: [{ month: '2025-07-01', amount: '46.00', state: 'DUE' }, {}, {}],
    });
  });

  it('is refused on an old version, of what does not hold, twice, and where no rule is known', async () => {
    const { person, ...granted } = await desk.granted();
    const refused = async (change: Promise<Answer>) => (await change).problems.map((p: Answer) => `${p.code} ${p.field}`);
    expect(await refused(desk.change({ ...granted, version: 1 }, person, '2025-07-15', '70.00'))).toEqual(['STALE version']);
    expect(await refused(desk.change(granted, person, '2025-09-01', '70.00'))).toEqual(['WRONG_STATE on']);
    expect(await refused(desk.change(granted, person, '2025-06-09', '70.00'))).toEqual(['INVALID on']);
    expect(await refused(desk.change(granted, person, '2026-11-23', '70.00'))).toEqual(['INVALID on']);
    expect(await refused(desk.change({ id: person.id, version: 1 }, person, '2025-07-15', '70.00'))).toEqual(['NOT_FOUND decisionId']);
    expect(await refused(desk.change(granted, registry.add(), '2025-07-15', '70.00'))).toEqual(['INVALID incomes.0.personId']);
    expect(await refused(desk.change(granted, person, '2025-07-15', '70.00', { householdId: registry.add().household }))).toEqual([
      'INVALID householdId',
    ]);
    const elsewhere = staff('assistance-organiser', { municipality: bauska });
    expect(await refused(desk.change(granted, person, '2025-07-15', '70.00', {}, elsewhere))).toEqual(['NOT_FOUND decisionId']);
    await town.sql(
      "update threshold_rule set annulled_from = '2025-07-20' where code = 'NEEDY' and valid_from <= '2025-07-20' and coalesce(valid_until, '9999-01-01') > '2025-07-20'",
    );
    expect(await refused(desk.change(granted, person, '2025-07-15', '70.00'))).toEqual(['RULE_MISSING null']);
    await town.sql("update threshold_rule set annulled_from = null where annulled_from = '2025-07-20'");
    registry.silent = true;
    expect(await refused(desk.change(granted, person, '2025-07-15', '70.00'))).toEqual(['UNAVAILABLE null']);
    registry.silent = false;
    const { application } = await desk.change(granted, person, '2025-07-15', '70.00');
    expect(await refused(desk.change(granted, person, '2025-07-15', '70.00'))).toEqual(['WRONG_STATE decisionId']);
    expect(await refused(desk.declare({ ...application, version: 9 }, { incomes: [] }))).toEqual(['STALE version']);
    expect((await desk.declare(application, { incomes: [] })).application.means).toMatchObject({ gmiBenefit: '166.00' });
    const { errors } = await town.ask(
      staff('finance'),
      'mutation($i: DeclareChangeInput!) { declareChange(input: $i) { problems { code } } }',
      {
        i: { decisionId: granted.id, version: 2, on: '2025-07-15', incomes: [] },
      },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const negative = await town.ask(organiser, 'mutation($i: DeclareChangeInput!) { declareChange(input: $i) { problems { code } } }', {
      i: {
        decisionId: granted.id,
        version: 2,
        on: '2025-07-15',
        incomes: [{ personId: person.id, source: 'WAGE', monthly: ['-1.00', '0.00', '0.00'] }],
      },
    });
    expect(negative.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('waits for the last word on a challenge', async () => {
    const { person, ...granted } = await desk.granted();
    const { application } = await desk.change(granted, person, '2025-07-15', '70.00');
    const { decision: proposal } = await desk.propose(application, { outcome: 'GRANT' });
    await desk.notify(granted, '2026-11-10');
    await desk.challenge(granted, '2026-11-20', 'Nepiekrītu.');
    expect((await desk.approve(proposal)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    await desk.rule(granted, '2026-11-21', true, 'Pamatots.');
    expect((await desk.approve(proposal)).decision).toMatchObject({ state: 'APPROVED' });
  });

  it('is recorded once where twenty record it at once, and approved once where twenty approve it', async () => {
    const { person, ...granted } = await desk.granted();
    await desk.paid('2025-07-01');
    const changes = await Promise.all(Array.from({ length: 20 }, () => desk.change(granted, person, '2025-06-20', '120.00')));
    expect(changes.filter(({ application }) => application)).toHaveLength(1);
    expect(changes.flatMap(({ problems }) => problems.map((p: Answer) => p.code))).toEqual(Array(19).fill('WRONG_STATE'));
    const { application } = changes.find((change) => change.application) as Answer;
    const { decision: proposal } = await desk.propose(application, { outcome: 'GRANT' });
    const approvals = await Promise.all(Array.from({ length: 20 }, (_, n) => desk.approve(proposal, n % 2 ? head : director)));
    expect(approvals.filter(({ decision }) => decision)).toHaveLength(1);
    expect((await fileOf(proposal.id)).recovery).toMatchObject({ amount: '60.00' });
    expect((await fileOf(proposal.id)).payments).toHaveLength(2);
  });
});
