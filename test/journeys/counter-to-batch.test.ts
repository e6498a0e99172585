import { withClient } from '@atbalsts/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDay, type Federation, federation } from '../support/federation.js';
import { Town, tally } from './town.js';

describe('from a person at the counter to money in a checked batch', () => {
  let graph: Federation;
  let town: Town;
  beforeAll(async () => {
    graph = await federation();
    town = new Town(graph);
  }, 240_000);
  afterAll(() => graph?.stop());

  let mother: string;
  let child: string;
  let household: string;
  let application: { id: string; version: number };
  let decision: { id: string; version: number };
  let batch: { id: string; version: number; number: string };

  it('a mother comes to the counter with her child, and both are registered', async () => {
    mother = await town.registers('assistance-organiser', 1, {
      givenName: 'Līga',
      familyName: 'Vārpava',
      birthDate: '1985-03-02',
      sex: 'FEMALE',
    });
    child = await town.registers('assistance-organiser', 2, {
      givenName: 'Emīls',
      familyName: 'Vārpava',
      birthDate: '2018-05-04',
      sex: 'MALE',
    });
    const again = { personalCode: '329900-00001', givenName: 'Līga', familyName: 'Vārpava', birthDate: '1985-03-02', sex: 'FEMALE' };
    expect(await town.refusal('assistance-organiser', 'registerPerson', again)).toBe('DUPLICATE');
    const { persons } = await town.sees('assistance-organiser', '{ persons(search: "varpava") { nodes { givenName } } }');
    expect(persons.nodes).toEqual(expect.arrayContaining([{ givenName: 'Līga' }, { givenName: 'Emīls' }]));
  });

  it('they are one household', async () => {
    const members = [
      { personId: mother, relation: 'HEAD' },
      { personId: child, relation: 'CHILD' },
    ];
    const given = { members, since: '2020-01-01' };
    household = (await town.does('assistance-organiser', 'changeHousehold', given, 'household { id }')).household.id;
    expect(await town.refusal('assistance-organiser', 'changeHousehold', given)).toBe('OVERLAP');
  });

  it('she applies for the guaranteed minimum income', async () => {
    const given = { applicantId: mother, householdId: household, benefitType: 'gmi', submittedOn: '2026-10-12' };
    const gives = 'application { id version number state dueOn }';
    const submitted = await town.does('assistance-organiser', 'submitApplication', given, gives);
    expect(submitted.application).toMatchObject({ state: 'SUBMITTED', number: expect.any(String), dueOn: null });
    expect(await town.refusal('assistance-organiser', 'submitApplication', given)).toBe('DUPLICATE');
    application = submitted.application;
  });

  it('with wages of 90 euro a month on average, 228 euro are missing to the minimum of two', async () => {
    const wages = { personId: mother, source: 'WAGE', monthly: ['80.00', '90.00', '100.00'], evidence: 'DOCUMENT' };
    const given = { applicationId: application.id, version: application.version, incomes: [wages], completeOn: '2026-10-12' };
    const gives = 'application { id version state dueOn means { status income gmiBenefit steps { formula citation } } }';
    const declared = await town.does('assistance-organiser', 'declareMeans', given, gives);
    // 187.00 for the first person and 131.00 for the next, from 2026
    expect(declared.application).toMatchObject({
      state: 'MEANS_DECLARED',
      dueOn: '2026-11-12',
      means: { status: 'NEEDY', income: '90.00', gmiBenefit: '228.00' },
    });
    for (const step of declared.application.means.steps)
      expect(step).toEqual({ formula: expect.any(String), citation: expect.any(String) });
    expect(await town.refusal('assistance-organiser', 'declareMeans', given)).toBe('STALE');
    application = declared.application;
  });

  it('the head of assistance proposes to grant it for three months', async () => {
    const given = { applicationId: application.id, version: application.version, outcome: 'GRANT', months: 3 };
    const gives = 'decision { id version state monthlyAmount from until proposedBy { name } approvedBy { name } }';
    const proposed = await town.does('head-of-assistance', 'proposeDecision', given, gives);
    expect(proposed.decision).toMatchObject({
      state: 'PROPOSED',
      monthlyAmount: '228.00',
      from: '2026-11-01',
      until: '2027-02-01',
      proposedBy: { name: 'Inta Rasupe' },
      approvedBy: null,
    });
    decision = proposed.decision;
  });

  it('and cannot approve it: not who proposed it, not a role without the right, not the case worker of the family', async () => {
    const { id, version } = decision;
    expect(await town.refusal('head-of-assistance', 'approveDecision', { id, version })).toBe('FOUR_EYES');
    expect(await town.forbidden('assistance-organiser', 'approveDecision', { id, version })).toBe('FORBIDDEN');
    const opened = await town.does(
      'social-worker',
      'openCase',
      {
        personId: child,
        targetGroup: 'FAMILY_WITH_CHILDREN',
        risk: 'NONE',
        responsibleId: await town.employee('director'),
        openedOn: '2026-11-02',
        goals: [{ text: 'Bērns apmeklē skolu' }],
      },
      'socialCase { id version }',
    );
    expect(await town.refusal('director', 'approveDecision', { id, version })).toBe('FOUR_EYES');
    const handover = { responsibleId: await town.employee('social-worker'), on: demoDay, reason: 'Lietu turpina sociālais darbinieks' };
    await town.does('director', 'handOverCase', { caseId: opened.socialCase.id, version: opened.socialCase.version, ...handover });
    const { decision: waiting } = await town.sees('director', 'query($id: ID!) { decision(id: $id) { state version payments { id } } }', {
      id,
    });
    expect(waiting).toEqual({ state: 'PROPOSED', version, payments: [] });
  });

  it('another approves it, and it is due month by month', async () => {
    const gives = 'decision { id version state approvedBy { name } payments { month amount state } }';
    const approved = await town.does('director', 'approveDecision', { id: decision.id, version: decision.version }, gives);
    expect(approved.decision).toMatchObject({ state: 'APPROVED', approvedBy: { name: 'Rita Ezermale' } });
    expect(approved.decision.payments).toEqual(
      ['2026-11-01', '2026-12-01', '2027-01-01'].map((month) => ({ month, amount: '228.00', state: 'DUE' })),
    );
    expect(await town.refusal('director', 'approveDecision', { id: decision.id, version: decision.version })).toBe('STALE');
    decision = approved.decision;
    expect(await town.refusal('director', 'approveDecision', { id: decision.id, version: decision.version })).toBe('WRONG_STATE');
  });

  it('she is notified, and has a month to challenge it', async () => {
    const given = { id: decision.id, on: demoDay };
    const notified = await town.does('assistance-organiser', 'notifyDecision', given, 'decision { state challengeUntil }');
    expect(notified.decision).toEqual({ state: 'NOTIFIED', challengeUntil: '2026-12-22' });
  });

  it('what is due in November goes into a batch, once', async () => {
    const gives = 'added batch { id version number state count preparedBy { name } }';
    const prepared = await town.does('finance', 'preparePaymentBatch', { month: '2026-11-01' }, gives);
    expect(prepared.batch).toMatchObject({ state: 'PREPARED', count: prepared.added, preparedBy: { name: 'Vita Skaitule' } });
    expect(prepared.added).toBeGreaterThan(0);
    const again = await town.does('finance', 'preparePaymentBatch', { month: '2026-11-01' }, gives);
    expect(again).toMatchObject({ added: 0, batch: null });
    batch = prepared.batch;
  });

  it('and another than who prepared it approves the batch', async () => {
    const given = { id: batch.id, version: batch.version };
    expect(await town.refusal('finance', 'approvePaymentBatch', given)).toBe('FOUR_EYES');
    const approved = await town.does('director', 'approvePaymentBatch', given, 'batch { version state approvedBy { name } }');
    expect(approved.batch).toMatchObject({ state: 'APPROVED', approvedBy: { name: 'Rita Ezermale' } });
    expect(await town.refusal('director', 'approvePaymentBatch', given)).toBe('STALE');
    expect(await town.refusal('director', 'approvePaymentBatch', { id: batch.id, version: approved.batch.version })).toBe('WRONG_STATE');
  });

  it('her file shows the benefit, the payment on its way, and a needy household until it ends', async () => {
    const query = `query($mother: ID!, $child: ID!) {
      mother: person(id: $mother) {
        benefits(on: "2026-11-22") { outcome monthlyAmount payments { month state batch { number } } }
        household { status(on: "2026-11-22") statusUntil(on: "2026-11-22") after: status(on: "2027-02-01") }
      }
      child: person(id: $child) { benefits(on: "2026-11-22") { monthlyAmount } }
    }`;
    const file = await town.sees('assistance-organiser', query, { mother, child });
    expect(file.mother.household).toEqual({ status: 'NEEDY', statusUntil: '2027-02-01', after: 'NONE' });
    expect(file.mother.benefits).toEqual([
      {
        outcome: 'GRANT',
        monthlyAmount: '228.00',
        payments: [
          { month: '2026-11-01', state: 'BATCHED', batch: { number: batch.number } },
          { month: '2026-12-01', state: 'DUE', batch: null },
          { month: '2027-01-01', state: 'DUE', batch: null },
        ],
      },
    ]);
    expect(file.child.benefits).toEqual([{ monthlyAmount: '228.00' }]);
  });

  it('the auditor sees who did what, and who looked', async () => {
    await town.sees('social-worker-2', 'query($id: ID!) { person(id: $id) { givenName personalCode } }', { id: mother });
    const entries = 'nodes { subject action fields }';
    const query = `query($id: ID!) { auditTrail(personId: $id) { registry(first: 50) { ${entries} } benefits(first: 50) { ${entries} } } }`;
    const { auditTrail } = await town.sees('auditor', query, { id: mother });
    expect(auditTrail.registry.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: 'demo:assistance-organiser', action: 'person.register' }),
        expect.objectContaining({ subject: 'demo:assistance-organiser', action: 'household.change' }),
        {
          subject: 'demo:social-worker-2',
          action: 'person.identity.read',
          fields: expect.arrayContaining(['givenName', 'personalCode']),
        },
      ]),
    );
    const done = auditTrail.benefits.nodes.map(({ subject, action }: { subject: string; action: string }) => `${subject} ${action}`);
    expect(done).toEqual([
      'demo:assistance-organiser decision.notify',
      'demo:director decision.approve',
      'demo:head-of-assistance decision.propose',
      'demo:assistance-organiser means.declare',
      'demo:assistance-organiser application.submit',
    ]);
    const { errors } = await graph.ask('social-worker', query, { id: mother });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('of twenty approvals of one proposal at once one holds, and each month is due once', async () => {
    const personId = await town.registers('assistance-organiser', 3, {
      givenName: 'Dzintra',
      familyName: 'Miglava',
      birthDate: '1979-09-09',
      sex: 'FEMALE',
    });
    const home = await town.does(
      'assistance-organiser',
      'changeHousehold',
      { members: [{ personId, relation: 'HEAD' }], since: '2020-01-01' },
      'household { id }',
    );
    const applied = await town.does(
      'assistance-organiser',
      'submitApplication',
      { applicantId: personId, householdId: home.household.id, benefitType: 'gmi', submittedOn: '2026-11-10' },
      'application { id version }',
    );
    const { id: applicationId, version } = applied.application;
    const wages = { personId, source: 'WAGE', monthly: ['50.00', '60.00', '70.00'] };
    const declared = await town.does(
      'assistance-organiser',
      'declareMeans',
      { applicationId, version, incomes: [wages] },
      'application { version }',
    );
    const proposed = await town.does(
      'assistance-organiser',
      'proposeDecision',
      { applicationId, version: declared.application.version, outcome: 'GRANT', months: 2 },
      'decision { id version }',
    );
    const both = (n: number) => (n % 2 ? 'director' : 'head-of-assistance');
    const answers = await town.atOnce(20, both, 'approveDecision', () => proposed.decision, 'decision { state }');
    expect(answers.filter(({ decision }) => decision?.state === 'APPROVED')).toHaveLength(1);
    expect(tally(answers.flatMap(({ problems }) => problems.map((p: { code: string }) => p.code)))).toEqual({ STALE: 19 });
    const query = 'query($id: ID!) { decision(id: $id) { state payments { month amount } } }';
    const after = await town.sees('director', query, { id: proposed.decision.id });
    expect(after.decision).toEqual({
      state: 'APPROVED',
      payments: ['2026-12-01', '2027-01-01'].map((month) => ({ month, amount: '127.00' })),
    });
  });

  it('of twenty batches prepared at once each payment of December comes into one', async () => {
    const due = () => paymentsOfDecember("state = 'DUE'");
    const before = await due();
    expect(before).toBeGreaterThan(1);
    const both = (n: number) => (n % 2 ? 'director' : 'finance');
    const answers = await town.atOnce(20, both, 'preparePaymentBatch', () => ({ month: '2026-12-01' }), 'added batch { id count }');
    const batches = answers.filter((answer) => answer.batch !== null);
    for (const { added, batch: one } of batches) expect(one.count).toBe(added);
    expect(batches.reduce((sum, { added }) => sum + added, 0)).toBe(before);
    expect(await due()).toBe(0);
    const ids = batches.map(({ batch: one }) => `'${one.id}'`).join(', ');
    expect(await paymentsOfDecember(`state = 'BATCHED' and batch_id in (${ids})`)).toBe(before);
  });

  /** Payments of the town in December of which a condition holds, counted in the database. */
  const paymentsOfDecember = (condition: string): Promise<number> =>
    withClient(graph.databases.benefits.superUrl, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from payment where municipality = '0002000' and month = '2026-12-01' and ${condition}`,
      );
      return rows[0]?.count ?? 0;
    });
});
