import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDay, type Federation, federation } from '../support/federation.js';
import { Town, tally } from './town.js';

describe('an income that grows inside a granted period', () => {
  let graph: Federation;
  let town: Town;
  beforeAll(async () => {
    graph = await federation();
    town = new Town(graph);
  }, 240_000);
  afterAll(() => graph?.stop());

  let person: string;
  let household: string;
  let granted: { id: string; version: number };
  let changed: { id: string; version: number };
  let batch: { id: string; version: number; number: string };
  let reference: string;

  const account = 'LV80BANK0000435195001';
  const both = (n: number) => (n % 2 ? 'director' : 'head-of-assistance');

  it('a man without income gets 187 euro a month for September, October and November, and September is paid', async () => {
    const details = { givenName: 'Andris', familyName: 'Vārpavs', birthDate: '1980-04-05', sex: 'MALE' };
    person = await town.registers('assistance-organiser', 41, details);
    const home = { members: [{ personId: person, relation: 'HEAD' }], since: '2020-01-01' };
    household = (await town.does('assistance-organiser', 'changeHousehold', home, 'household { id }')).household.id;
    const given = { applicantId: person, householdId: household, benefitType: 'gmi', submittedOn: '2026-08-10', payeeAccount: account };
    const { application } = await town.does('assistance-organiser', 'submitApplication', given, 'application { id version }');
    const none = { applicationId: application.id, version: application.version, incomes: [] };
    const declared = await town.does('assistance-organiser', 'declareMeans', none, 'application { version }');
    const proposal = { applicationId: application.id, version: declared.application.version, outcome: 'GRANT', months: 3 };
    const { decision } = await town.does('assistance-organiser', 'proposeDecision', proposal, 'decision { id version monthlyAmount }');
    expect(decision.monthlyAmount).toBe('187.00');
    granted = (
      await town.does('head-of-assistance', 'approveDecision', { id: decision.id, version: decision.version }, 'decision { id version }')
    ).decision;
    for (const month of ['2026-09-01', '2026-10-01']) await pays(month);
  });

  it('in September he finds work for 100 euro; the change counts from October and is decided by two', async () => {
    const wages = { personId: person, source: 'WAGE', monthly: ['100.00', '100.00', '100.00'], evidence: 'DOCUMENT' };
    const change = { decisionId: granted.id, version: granted.version, on: '2026-09-14', incomes: [wages] };
    const gives = 'application { id version state effectiveFrom changes { id } means { gmiBenefit } }';
    expect(await town.forbidden('finance', 'declareChange', change)).toBe('FORBIDDEN');
    const { application } = await town.does('assistance-organiser', 'declareChange', change, gives);
    expect(application).toMatchObject({
      state: 'MEANS_DECLARED',
      effectiveFrom: '2026-10-01',
      changes: { id: granted.id },
      means: { gmiBenefit: '87.00' },
    });
    expect(await town.refusal('assistance-organiser', 'declareChange', change)).toBe('WRONG_STATE');
    const proposal = { applicationId: application.id, version: application.version, outcome: 'GRANT' };
    const { decision } = await town.does('head-of-assistance', 'proposeDecision', proposal, 'decision { id version from months }');
    expect(decision).toMatchObject({ from: '2026-10-01', months: 2 });
    expect(await town.refusal('head-of-assistance', 'approveDecision', { id: decision.id, version: decision.version })).toBe('FOUR_EYES');
    changed = decision;
  });

  it('of twenty approvals of the change at once one holds', async () => {
    await town.does(
      'director',
      'returnDecision',
      { id: changed.id, version: changed.version, reason: 'Pārbaudīt algu' },
      'decision { state }',
    );
    const { decision: before } = await town.sees('director', 'query($id: ID!) { decision(id: $id) { application { id version } } }', {
      id: changed.id,
    });
    const proposal = { applicationId: before.application.id, version: before.application.version, outcome: 'GRANT' };
    changed = (await town.does('assistance-organiser', 'proposeDecision', proposal, 'decision { id version }')).decision;
    const answers = await town.atOnce(
      20,
      both,
      'approveDecision',
      () => ({ id: changed.id, version: changed.version }),
      'decision { state }',
    );
    expect(answers.filter(({ decision }) => decision?.state === 'APPROVED')).toHaveLength(1);
    expect(tally(answers.flatMap(({ problems }) => problems.map((p: { code: string }) => p.code)))).toEqual({ STALE: 19 });
  });

  it('the decision before is revoked, and the 100 euro of October are to be recovered', async () => {
    const query = `query($old: ID!, $new: ID!) { old: decision(id: $old) { state revokedFrom payments { month amount state } }
      new: decision(id: $new) { monthlyAmount payments { month amount state } recovery { amount balance state months { month amount } } } }`;
    expect(await town.sees('social-worker', query, { old: granted.id, new: changed.id })).toEqual({
      old: {
        state: 'REVOKED',
        revokedFrom: '2026-10-01',
        payments: [
          { month: '2026-09-01', amount: '187.00', state: 'PAID' },
          { month: '2026-10-01', amount: '187.00', state: 'PAID' },
          { month: '2026-11-01', amount: '187.00', state: 'CANCELLED' },
        ],
      },
      new: {
        monthlyAmount: '87.00',
        payments: [{ month: '2026-11-01', amount: '87.00', state: 'DUE' }],
        recovery: { amount: '100.00', balance: '100.00', state: 'OPEN', months: [{ month: '2026-10-01', amount: '100.00' }] },
      },
    });
    await town.newsArrives();
    const status = 'query($id: ID!) { person(id: $id) { household { status(on: "2026-11-22") statusUntil(on: "2026-11-22") } } }';
    expect((await town.sees('social-worker', status, { id: person })).person.household).toEqual({
      status: 'NEEDY',
      statusUntil: '2026-12-01',
    });
  });

  it('nothing of November goes to him, and 13 euro are left to recover', async () => {
    const prepared = await town.does('finance', 'preparePaymentBatch', { month: '2026-11-01' }, 'batch { id version deducted }');
    expect(Number(prepared.batch.deducted)).toBeGreaterThanOrEqual(87);
    const query =
      'query($id: ID!) { decision(id: $id) { payments { amount deducted payable } recovery { balance state deductions { amount payment { month } } } } }';
    expect((await town.sees('finance', query, { id: changed.id })).decision).toEqual({
      payments: [{ amount: '87.00', deducted: '87.00', payable: '0.00' }],
      recovery: { balance: '13.00', state: 'OPEN', deductions: [{ amount: '87.00', payment: { month: '2026-11-01' } }] },
    });
    const approved = await town.does(
      'director',
      'approvePaymentBatch',
      { id: prepared.batch.id, version: prepared.batch.version },
      'batch { id version number }',
    );
    batch = approved.batch;
  });

  it('a payment that the bank rejects is due again, once, though the answer comes twenty times', async () => {
    const exported = await town.does('finance', 'exportPaymentBatch', { id: batch.id, version: batch.version }, 'batch { version } file');
    const ids = [...exported.file.matchAll(/<EndToEndId>(\w+)</g)].map(([, id]: string[]) => id as string);
    reference = ids[0] as string;
    const content = `<?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId><CreDtTm>${demoDay}T12:00:00</CreDtTm></GrpHdr>
      <OrgnlGrpInfAndSts><OrgnlMsgId>${batch.number}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>ACSC</GrpSts></OrgnlGrpInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>${batch.number}</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>RJCT</TxSts>
      <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Konts slēgts</AddtlInf></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
    const answer = { batchId: batch.id, version: exported.batch.version, format: 'PAIN_002', content };
    const unknown = { ...answer, content: content.replace(reference, '0'.repeat(32)) };
    expect(await town.refusal('finance', 'applyBankAnswer', unknown)).toBe('INVALID');
    const taken = await town.atOnce(
      20,
      () => 'finance',
      'applyBankAnswer',
      () => answer,
      'batch { state } paid rejected takenBefore',
    );
    expect(taken.filter(({ takenBefore }) => !takenBefore)).toHaveLength(1);
    for (const one of taken) expect(one).toMatchObject({ batch: { state: 'RECONCILED' }, paid: ids.length - 1, rejected: 1, problems: [] });
    const again = await town.does('finance', 'preparePaymentBatch', { month: '2026-11-01' }, 'added batch { count }');
    expect(again).toMatchObject({ added: 1, batch: { count: 1 } });
  });

  it('the statuses that end with the year can be prolonged: seen first, then by one, then by another since benefits go on', async () => {
    const scope = { endingFrom: '2026-12-01', endingUntil: '2027-01-01', until: '2027-02-01', withBenefits: true };
    const preview =
      'query($s: ProlongationScope!) { prolongationPreview(scope: $s, first: 5) { totalCount nodes { status statusUntilBefore statusUntilAfter decision { number } } } }';
    const { prolongationPreview: seen } = await town.sees('assistance-organiser', preview, { s: scope });
    expect(seen.totalCount).toBeGreaterThan(5);
    const given = { ...scope, key: 'ziema-2026', legalBasis: 'Ministru kabineta noteikumi (iedomāti)' };
    expect(await town.forbidden('assistance-organiser', 'prolongStatuses', given)).toBe('FORBIDDEN');
    const gives = 'prolongation { id version state total done }';
    const { prolongation } = await town.does('head-of-assistance', 'prolongStatuses', given, gives);
    expect(prolongation).toMatchObject({ state: 'PROPOSED', total: seen.totalCount, done: 0 });
    const approval = { id: prolongation.id, version: prolongation.version };
    expect(await town.refusal('head-of-assistance', 'approveProlongation', approval)).toBe('FOUR_EYES');
    const done = await town.does('director', 'approveProlongation', approval, gives);
    expect(done.prolongation).toMatchObject({ state: 'DONE', done: seen.totalCount });
    const file = await town.sees(
      'social-worker',
      'query($id: ID!) { person(id: $id) { household { statusUntil(on: "2026-11-22") } benefits(on: "2026-12-31") { monthlyAmount until } } }',
      { id: person },
    );
    expect(file.person).toEqual({ household: { statusUntil: '2027-02-01' }, benefits: [{ monthlyAmount: '87.00', until: '2027-02-01' }] });
  });

  /** The whole way of a month to the bank and back: everything that is due is paid. */
  const pays = async (month: string): Promise<void> => {
    const { batch: prepared } = await town.does('finance', 'preparePaymentBatch', { month }, 'batch { id version number }');
    const { batch: approved } = await town.does(
      'director',
      'approvePaymentBatch',
      { id: prepared.id, version: prepared.version },
      'batch { version }',
    );
    const { batch: exported, file } = await town.does(
      'finance',
      'exportPaymentBatch',
      { id: prepared.id, version: approved.version },
      'batch { version } file',
    );
    const lines = [...file.matchAll(/<EndToEndId>(\w+)</g)].map(([, id]: string[]) => `${id};PAID;${demoDay}`);
    const content = ['endToEndId;status;date', ...lines].join('\n');
    await town.does(
      'finance',
      'applyBankAnswer',
      { batchId: prepared.id, version: exported.version, format: 'CSV', content },
      'batch { state }',
    );
  };
});
