import { staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { type Answer, Counter, officers, PretendedRegistry } from './support.js';

const { finance, director } = officers;
const account = 'LV80BANK0000435195001';
const exporting = `mutation($id: ID!, $v: Int!, $on: Date) { exportPaymentBatch(id: $id, version: $v, payOn: $on) {
  batch { id version state exportedOn payOn } file leftOut { id amount } problems { code field } } }`;
const reconciling = `mutation($i: ReconcilePaymentBatchInput!) { reconcilePaymentBatch(input: $i) { batch { version state count } problems { code field } } }`;

describe('a batch on its way to the bank and back', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  const granted = async (payeeAccount: string | null) => {
    const proposal = await counter.proposed({ payeeAccount });
    return (await counter.approve(proposal)).decision;
  };
  /** An approved batch of a month; every decision has a payment in each month of July, August and September. */
  const approved = async (month: string): Promise<Answer> => (await counter.approveBatch((await counter.prepare(month)).batch)).batch;
  const send = async (batch: Answer, on: string | null = null, who = finance): Promise<Answer> =>
    (await town.ask(who, exporting, { id: batch.id, v: batch.version, on })).data.exportPaymentBatch;
  const reconcile = async (batch: Answer, answers: object[]): Promise<Answer> =>
    (await town.ask(finance, reconciling, { i: { id: batch.id, version: batch.version, answers } })).data.reconcilePaymentBatch;
  const paymentsIn = (batch: Answer) => town.sql<{ id: string }>('select id from payment where batch_id = $1 order by id', [batch.id]);

  it('is an order to the bank, once approved, without who has no account; asked again it is the same order', async () => {
    const decision = await granted(account);
    await granted(null);
    const { batch: prepared } = await counter.prepare('2025-07-01');
    expect(await send(prepared)).toMatchObject({ batch: null, file: null, leftOut: [], problems: [{ code: 'WRONG_STATE' }] });
    const { batch } = await counter.approveBatch(prepared);
    expect((await send(prepared)).problems).toMatchObject([{ code: 'STALE' }]);
    expect((await send(batch, '2026-11-21')).problems).toMatchObject([{ code: 'INVALID', field: 'payOn' }]);
    const sent = await send(batch, '2026-11-25');
    expect(sent).toMatchObject({
      batch: { state: 'EXPORTED', version: 3, exportedOn: '2026-11-22', payOn: '2026-11-25' },
      leftOut: [{ amount: '106.00' }],
      problems: [],
    });
    expect(sent.file).toContain('<NbOfTxs>1</NbOfTxs><CtrlSum>106.00</CtrlSum>');
    expect(sent.file).toContain('<Cdtr><Nm>Līga Bērziņa</Nm></Cdtr><CdtrAcct><Id><IBAN>LV80BANK0000435195001</IBAN></Id></CdtrAcct>');
    expect(sent.file).toContain(`<Ustrd>Pabalsts ${decision.number} 2025-07</Ustrd>`);
    expect(sent.file).toContain('<ReqdExctnDt><Dt>2026-11-25</Dt></ReqdExctnDt>');
    const again = await send(sent.batch, '2026-11-30');
    expect(again).toMatchObject({ batch: { version: 3, payOn: '2026-11-25' }, file: sent.file });
  });

  it('is answered payment by payment: what is rejected is due again, and the batch is reconciled when all are answered', async () => {
    const { batch } = await send(await approved('2025-08-01'));
    const [first, second] = (await paymentsIn(batch)) as [{ id: string }, { id: string }];
    const partly = await reconcile(batch, [{ paymentId: first.id, paidOn: '2026-11-22' }]);
    expect(partly).toMatchObject({ batch: { state: 'EXPORTED', version: 4, count: 2 }, problems: [] });
    expect((await reconcile(batch, [{ paymentId: second.id, paidOn: '2026-11-22' }])).problems).toMatchObject([{ code: 'STALE' }]);
    const next = { id: batch.id, version: 4 };
    const problemsOf = async (answer: object) => (await reconcile(next, [answer])).problems.map((p: Answer) => `${p.code} ${p.field}`);
    expect(await problemsOf({ paymentId: first.id, paidOn: '2026-11-22' })).toEqual(['INVALID answers.0.paymentId']);
    expect(await problemsOf({ paymentId: second.id })).toEqual(['INVALID answers.0']);
    expect(await problemsOf({ paymentId: second.id, paidOn: '2026-11-22', rejectedReason: 'x' })).toEqual(['INVALID answers.0']);
    expect(await problemsOf({ paymentId: second.id, paidOn: '2026-11-23' })).toEqual(['INVALID answers.0.paidOn']);
    expect(await problemsOf({ paymentId: second.id, paidOn: '2026-11-21' })).toEqual(['INVALID answers.0.paidOn']);
    const done = await reconcile(next, [{ paymentId: second.id, rejectedReason: 'Konts slēgts.' }]);
    expect(done).toMatchObject({ batch: { state: 'RECONCILED', count: 1 }, problems: [] });
    expect(
      await town.sql('select state, paid_on::text, rejected_reason from payment where id = any ($1) order by state', [
        [first.id, second.id],
      ]),
    ).toEqual([
      { state: 'DUE', paid_on: null, rejected_reason: 'Konts slēgts.' },
      { state: 'PAID', paid_on: '2026-11-22', rejected_reason: null },
    ]);
    expect(await counter.prepare('2025-08-01')).toMatchObject({ added: 1, batch: { total: '106.00' } });
    expect((await send({ id: batch.id, version: 5 })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('is no order where nobody has an account, nor while the registry does not say who they are', async () => {
    const batch = await approved('2025-09-01');
    registry.silent = true;
    expect((await send(batch)).problems).toMatchObject([{ code: 'UNAVAILABLE' }]);
    registry.silent = false;
    await town.sql('update application set payee_account = null');
    expect((await send(batch)).problems).toMatchObject([{ code: 'INVALID', field: 'id' }]);
    expect(await town.sql('select state from payment_batch where id = $1', [batch.id])).toEqual([{ state: 'APPROVED' }]);
    for (const who of [staff('auditor'), officers.head])
      expect((await town.ask(who, exporting, { id: batch.id, v: 2 })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await send(batch, null, director)).problems).toHaveLength(1);
  });
});

describe('the letter of a decision', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  it('says to whom, what, on which basis, how it was calculated, why, until when and where it can be challenged, in both languages', async () => {
    const proposal = await counter.proposed();
    await counter.approve(proposal);
    await counter.notify(proposal, '2025-06-18');
    const ask = 'query($id: ID!) { decision(id: $id) { letter en: letter(language: EN) } }';
    const { letter, en } = (await town.ask(officers.organiser, ask, { id: proposal.id })).data.decision;
    expect(letter).toContain(`# Lēmums ${proposal.number}`);
    expect(letter).toContain('Adresāts: Līga Bērziņa (P-000001)');
    expect(letter).toContain(
      'Piešķirt: **Pabalsts GMI līmeņa nodrošināšanai**. Apmērs: 106.00 EUR mēnesī, 3 mēn., no 01.07.2025. līdz 01.10.2025.',
    );
    expect(letter).toMatch(/## Tiesiskais pamats\n\n.*35\. pants/);
    expect(letter).toMatch(/\| .*166\.00 − 60\.00.* \| 106\.00 \|/);
    expect(letter).toContain('Lēmumu var apstrīdēt līdz 18.07.2025.');
    expect(en).toContain('Granted: **Guaranteed minimum income benefit**. Amount: 106.00 EUR a month for 3 months');
    expect(en).toContain('can be challenged by 2025-07-18');
    const refused = await town.ask(staff('social-worker'), 'query($id: ID!) { decision(id: $id) { letter } }', { id: proposal.id });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
