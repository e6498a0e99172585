import { demoId } from '@atbalsts/auth';
import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { type Answer, Counter, officers, PretendedRegistry, wage } from './support.js';

const { organiser, head, director } = officers;

describe('a decision', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  const entity = async (type: string, id: string, fields: string) =>
    (
      await town.ask(director, `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`, {
        r: [{ __typename: type, id }],
      })
    ).data?._entities[0];
  const facts = (key: string) =>
    town.sql<{ kind: string; body: Answer }>('select kind, body from outbox where key like $1 order by kind', [`${key}%`]);

  it('goes from declared means to a grant, approved by another and notified, with its payments, its status and what the others are told', async () => {
    const application = await counter.declared();
    const { decision } = await counter.propose(application, { outcome: 'GRANT', from: '2025-07-01', months: 3 });
    expect(decision).toMatchObject({
      number: expect.stringMatching(/^L-2026-\d{6}$/),
      version: 1,
      state: 'PROPOSED',
      monthlyAmount: '106.00',
      amount: null,
      months: 3,
      from: '2025-07-01',
      until: '2025-10-01',
      proposedBy: { id: organiser.employee },
      approvedBy: null,
      payments: [],
      application: { version: 3, state: 'PROPOSED' },
    });
    expect(await facts(decision.id)).toEqual([]);

    const approved = await counter.approve(decision);
    expect(approved).toMatchObject({
      decision: { state: 'APPROVED', version: 2, approvedBy: { id: head.employee }, application: { state: 'DECIDED' } },
      problems: [],
    });
    expect(approved.decision.payments).toEqual(
      ['2025-07-01', '2025-08-01', '2025-09-01'].map((month) => ({ month, amount: '106.00', state: 'DUE', batch: null })),
    );
    const again = await counter.approve(decision);
    expect(again).toMatchObject({ decision: null, problems: [{ code: 'STALE' }] });
    expect((await counter.approve(approved.decision)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);

    const notified = await counter.notify(decision, '2025-06-18');
    expect(notified).toMatchObject({
      decision: { state: 'NOTIFIED', notifiedOn: '2025-06-18', challengeUntil: '2025-07-18' },
      problems: [],
    });
    const { id } = application.person;
    expect(await entity('Person', id, 'benefits(on: "2025-08-01") { outcome monthlyAmount }')).toEqual({
      benefits: [{ outcome: 'GRANT', monthlyAmount: '106.00' }],
    });
    expect(
      await entity('Household', application.person.household as string, 'status(on: "2025-08-01") statusUntil(on: "2025-08-01")'),
    ).toEqual({
      status: 'NEEDY',
      statusUntil: '2025-10-01',
    });
    expect(await facts(decision.id)).toEqual([
      {
        kind: 'decision',
        body: { decisionId: decision.id, personId: id, number: decision.number, benefitType: 'gmi', outcome: 'GRANT', on: '2026-11-22' },
      },
      {
        kind: 'household-status',
        body: {
          householdId: application.person.household,
          personId: id,
          decisionId: decision.id,
          status: 'NEEDY',
          from: '2025-07-01',
          until: '2025-10-01',
        },
      },
    ]);
    expect(
      (await town.sql<{ action: string }>('select action from audit_entry where object = $1 order by id', [`decision:${decision.id}`])).map(
        ({ action }) => action,
      ),
    ).toEqual(['decision.propose', 'decision.approve', 'decision.notify']);
  });

  it('is never approved by who proposed it, whatever the role', async () => {
    const proposal = await counter.proposed({}, registry.add(), head);
    expect(await counter.approve(proposal, head)).toMatchObject({ decision: null, problems: [{ code: 'FOUR_EYES' }] });
    expect(await counter.approve(proposal, director)).toMatchObject({ decision: { state: 'APPROVED' }, problems: [] });
    const own = await counter.proposed({}, registry.add(), director);
    expect((await counter.approve(own, director)).problems).toMatchObject([{ code: 'FOUR_EYES' }]);
  });

  it('is never approved by the case worker of anybody it covers, and by nobody while services does not say who that is', async () => {
    const person = registry.add();
    const child = registry.add({ household: person.household, age: 7 });
    registry.caseWorkers.set(child.id, head.employee as string);
    const proposal = await counter.proposed({}, person);
    expect(await counter.approve(proposal, head)).toMatchObject({ decision: null, problems: [{ code: 'FOUR_EYES' }] });
    registry.servicesSilent = true;
    const unanswered = await counter.approve(proposal, director);
    registry.servicesSilent = false;
    expect(unanswered).toMatchObject({ decision: null, problems: [{ code: 'UNAVAILABLE' }] });
    expect(await town.sql('select 1 from payment where decision_id = $1', [proposal.id])).toEqual([]);
    registry.caseWorkers.set(child.id, demoId('employee', 'social-worker'));
    expect((await counter.approve(proposal, head)).problems).toEqual([]);
  });

  it('is approved by one of twenty who approve at once', async () => {
    const proposal = await counter.proposed();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => counter.approve(proposal, n % 2 ? head : director)));
    expect(answers.filter(({ decision }) => decision?.state === 'APPROVED')).toHaveLength(1);
    const codes = answers.flatMap(({ problems }) => problems).map(({ code }: Answer) => code);
    expect(codes).toHaveLength(19);
    expect(codes.every((code: string) => code === 'STALE' || code === 'WRONG_STATE')).toBe(true);
    expect(await town.sql('select month::text from payment where decision_id = $1', [proposal.id])).toHaveLength(3);
    expect(await facts(proposal.id)).toHaveLength(2);
  });

  it('is proposed by one of twenty who propose at once', async () => {
    const application = await counter.declared();
    const answers = await Promise.all(Array.from({ length: 20 }, () => counter.propose(application, { outcome: 'GRANT' })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ problems }) => problems).every(({ code }: Answer) => code === 'STALE')).toBe(true);
    expect(await town.sql('select 1 from decision where application_id = $1', [application.id])).toHaveLength(1);
  });

  it('begins with the month after the application and lasts as long as the status, 3 months, 6 where nobody is of working age', async () => {
    const working = await counter.propose(await counter.declared(), { outcome: 'GRANT' });
    expect(working.decision).toMatchObject({ from: '2025-07-01', until: '2025-10-01', months: 3 });
    const old = registry.add({ age: 80, circumstances: ['PENSIONER'] });
    const pensioner = await counter.propose(await counter.declared({}, old), { outcome: 'GRANT', from: '2025-06-01' });
    expect(pensioner.decision).toMatchObject({ from: '2025-06-01', until: '2025-12-01', months: 6 });
    const application = await counter.declared();
    const problemsOf = async (input: object) =>
      (await counter.propose(application, { outcome: 'GRANT', ...input })).problems.map((p: Answer) => `${p.code} ${p.field}`);
    expect(await problemsOf({ months: 4 })).toEqual(['INVALID months']);
    expect(await problemsOf({ months: 0 })).toEqual(['INVALID months']);
    expect(await problemsOf({ from: '2025-07-02' })).toEqual(['INVALID from']);
    expect(await problemsOf({ from: '2025-05-01' })).toEqual(['INVALID from']);
    expect(await problemsOf({ from: '2025-10-01' })).toEqual(['INVALID from']);
  });

  it('cannot grant the GMI benefit to who is not needy, nor one of nothing; a refusal says why, and has no payments and no status', async () => {
    const rich = await counter.apply();
    const low = (await counter.declare(rich, { incomes: [wage(rich.person.id, '400.00', '400.00', '400.00')] })).application;
    expect(low.means.status).toBe('LOW_INCOME');
    expect((await counter.propose(low, { outcome: 'GRANT' })).problems).toMatchObject([
      {
        code: 'INVALID',
        field: 'outcome',
        message: expect.stringContaining('not needy'),
        messageLv: expect.stringContaining('nav trūcīga'),
      },
    ]);
    const applied = await counter.apply();
    const needy = (await counter.declare(applied, { incomes: [wage(applied.person.id, '200.00', '200.00', '200.00')] })).application;
    expect((await counter.propose(needy, { outcome: 'GRANT' })).problems).toMatchObject([
      { code: 'INVALID', field: 'outcome', message: expect.stringContaining('0.00') },
    ]);
    expect((await counter.propose(needy, { outcome: 'REFUSE' })).problems).toMatchObject([{ code: 'INVALID', field: 'reasons' }]);
    expect((await counter.propose(needy, { outcome: 'REFUSE', reasons: '  ' })).problems).toMatchObject([{ field: 'reasons' }]);
    expect((await counter.propose(needy, { outcome: 'REFUSE', reasons: 'x', months: 3 })).problems).toMatchObject([{ field: 'months' }]);
    const { decision } = await counter.propose(needy, { outcome: 'REFUSE', reasons: 'Ienākumi pārsniedz GMI slieksni.' });
    expect(decision).toMatchObject({ outcome: 'REFUSE', monthlyAmount: null, months: null, from: null });
    const approved = await counter.approve(decision);
    expect(approved).toMatchObject({ decision: { state: 'APPROVED', payments: [] }, problems: [] });
    expect(approved.decision.reasons).toMatch(/^Atteikts: .*35\. pants.*Ienākumi pārsniedz GMI slieksni\. Lēmumu var apstrīdēt/);
    expect((await facts(decision.id)).map(({ kind }) => kind)).toEqual(['decision']);
    expect(await entity('Household', applied.person.household as string, 'status(on: "2025-08-01")')).toEqual({ status: 'NONE' });
  });

  it('waits for the means where they are tested', async () => {
    const application = await counter.apply();
    expect((await counter.propose(application, { outcome: 'GRANT' })).problems).toMatchObject([
      { code: 'WRONG_STATE', field: 'applicationId' },
    ]);
    const refusal = await counter.propose(application, { outcome: 'REFUSE', reasons: 'Dokumenti nav iesniegti.' });
    expect(refusal).toMatchObject({
      decision: { outcome: 'REFUSE', application: { state: 'PROPOSED', dueOn: '2026-12-22' } },
      problems: [],
    });
  });

  it('pays no month of a benefit twice', async () => {
    const person = registry.add();
    await counter.approve(await counter.proposed({}, person));
    const later = await counter.declared({ submittedOn: '2025-07-10' }, person);
    expect((await counter.propose(later, { outcome: 'GRANT' })).problems).toMatchObject([
      { code: 'OVERLAP', field: 'from', message: expect.stringContaining('2025-08') },
    ]);
    expect((await counter.propose(later, { outcome: 'GRANT', from: '2025-10-01' })).problems).toEqual([]);
    const one = registry.add();
    const [first, second] = [await counter.proposed({}, one), await counter.proposed({ submittedOn: '2025-06-11' }, one)];
    const answers = await Promise.all([counter.approve(first), counter.approve(second)]);
    expect(answers.flatMap(({ problems }) => problems).map(({ code }: Answer) => code)).toEqual(['OVERLAP']);
  });

  it('pays no month twice to who moved in with others and whose own household ended, until that grant is changed', async () => {
    const [mother, son, uncle] = [registry.add(), registry.add(), registry.add()];
    const [old, key] = [mother.household, await counter.told(mother.household, mother.id, null)];
    const { decision: before } = await counter.approve(await counter.proposed({}, mother));
    await counter.approve(await counter.proposed({}, uncle));
    await counter.told(uncle.household, uncle.id, '2025-06-15');
    mother.household = son.household;
    const incomes = [son, mother].map(({ id }) => wage(id, '60.00', '60.00', '60.00'));
    const { application } = await counter.declare(await counter.apply({}, son), { incomes });
    // her household goes on, as far as benefits was told: nothing is refused
    const first = await counter.propose(application, { outcome: 'GRANT' });
    expect(first.problems).toEqual([]);

    await counter.told(old, mother.id, '2025-06-15', key);
    expect(await counter.approve(first.decision)).toMatchObject({
      decision: null,
      problems: [
        {
          code: 'OVERLAP',
          field: 'from',
          message: expect.stringMatching(`${before.number}, of a household that has ended. Declare a change`),
          messageLv: expect.stringContaining('mājsaimniecībā, kas beigusies'),
        },
      ],
    });
    const { decision: returned } = await counter.return(first.decision, 'Mātei jau ir pabalsts.');
    expect((await counter.propose(returned.application, { outcome: 'GRANT' })).problems).toMatchObject([
      { code: 'OVERLAP', field: 'from' },
    ]);
    const { data } = await town.ask(
      organiser,
      'mutation($i: DeclareChangeInput!) { declareChange(input: $i) { application { id version } problems { code } } }',
      { i: { decisionId: before.id, version: before.version, on: '2025-06-15', householdId: son.household, incomes } },
    );
    expect(data.declareChange.problems).toEqual([]);
    const ending = { outcome: 'REFUSE', reasons: 'Pārcēlusies pie dēla.' };
    await counter.approve((await counter.propose(data.declareChange.application, ending)).decision);
    const again = await counter.propose(returned.application, { outcome: 'GRANT' });
    expect(again.problems).toEqual([]);
    expect((await counter.approve(again.decision)).problems).toEqual([]);
  });

  it('is returned with the reason, and the application can be worked on again', async () => {
    const proposal = await counter.proposed();
    expect((await counter.return(proposal, ' ')).problems).toMatchObject([{ code: 'INVALID', field: 'reason' }]);
    expect((await counter.return({ ...proposal, version: 7 }, 'x')).problems).toMatchObject([{ code: 'STALE' }]);
    const returned = await counter.return(proposal, 'Trūkst izziņas par maiju.');
    expect(returned).toMatchObject({
      decision: { state: 'RETURNED', returnReason: 'Trūkst izziņas par maiju.', application: { state: 'MEANS_DECLARED' } },
      problems: [],
    });
    expect((await counter.approve(returned.decision)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const { application } = returned.decision;
    const declared = await counter.declare(application, { incomes: [wage(proposal.person.id, '60.00', '60.00', '66.00')] });
    expect(await counter.propose(declared.application, { outcome: 'GRANT' })).toMatchObject({
      decision: { monthlyAmount: '104.00', state: 'PROPOSED' },
      problems: [],
    });
  });

  it('follows its order: what is not approved is not notified, what is not notified not challenged', async () => {
    const proposal = await counter.proposed();
    expect((await counter.notify(proposal, '2025-06-18')).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    await counter.approve(proposal);
    expect((await counter.challenge(proposal, '2025-06-20', 'Par maz.')).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await counter.notify(proposal, '2026-11-23')).problems).toMatchObject([{ code: 'INVALID', field: 'on' }]);
    expect((await counter.notify(proposal, '2025-06-09')).problems).toMatchObject([{ code: 'INVALID', field: 'on' }]);
    expect((await counter.notify(proposal, '2025-06-18')).problems).toEqual([]);
    expect((await counter.notify(proposal, '2025-06-19')).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await counter.challenge(proposal, '2025-06-17', 'x')).problems).toMatchObject([{ code: 'INVALID', field: 'on' }]);
    expect((await counter.challenge(proposal, '2025-07-19', 'x')).problems).toMatchObject([
      { code: 'INVALID', field: 'on', message: expect.stringContaining('2025-07-18') },
    ]);
    expect((await counter.challenge(proposal, '2025-07-18', '')).problems).toMatchObject([{ code: 'INVALID', field: 'grounds' }]);
    expect((await counter.rule(proposal, '2025-07-20', true, 'x')).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(await counter.challenge(proposal, '2025-07-18', 'Par maz.')).toMatchObject({
      decision: { state: 'CHALLENGED', challengedOn: '2025-07-18', challengeGrounds: 'Par maz.' },
      problems: [],
    });
  });

  const challenged = async () => {
    const proposal = await counter.proposed();
    await counter.approve(proposal);
    await counter.notify(proposal, '2025-06-18');
    await counter.challenge(proposal, '2025-07-01', 'Nav ņemts vērā bērns.');
    return proposal;
  };

  it('stays as it is where a challenge does not convince another person than who approved it', async () => {
    const decision = await challenged();
    expect((await counter.rule(decision, '2025-07-10', true, 'x', head)).problems).toMatchObject([{ code: 'FOUR_EYES' }]);
    expect((await counter.rule(decision, '2025-06-30', true, 'x')).problems).toMatchObject([{ code: 'INVALID', field: 'on' }]);
    expect((await counter.rule(decision, '2025-07-10', true, ' ')).problems).toMatchObject([{ code: 'INVALID', field: 'reasons' }]);
    const ruled = await counter.rule(decision, '2025-07-10', true, 'Aprēķins ir pareizs.');
    expect(ruled).toMatchObject({
      decision: {
        state: 'UPHELD',
        challengeDecidedOn: '2025-07-10',
        challengeDecidedBy: { id: director.employee },
        challengeReasons: 'Aprēķins ir pareizs.',
        revokedFrom: null,
        application: { state: 'DECIDED' },
      },
    });
    expect(ruled.decision.payments.map(({ state }: Answer) => state)).toEqual(['DUE', 'DUE', 'DUE']);
  });

  it('is revoked where it does: what is due is cancelled, the status ends, and the application waits for a new decision', async () => {
    const decision = await challenged();
    await counter.prepare('2025-07-01');
    const [batch] = await town.sql<{ id: string; version: number }>(
      'select b.id, b.version from payment_batch b join payment p on p.batch_id = b.id where p.decision_id = $1',
      [decision.id],
    );
    const ruled = await counter.rule(decision, '2025-07-10', false, 'Jāņem vērā bērns.');
    expect(ruled).toMatchObject({
      decision: { state: 'REVOKED', revokedFrom: '2025-07-10', application: { state: 'MEANS_DECLARED' } },
      problems: [],
    });
    expect(ruled.decision.payments.map(({ state }: Answer) => state)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect((await counter.approveBatch(batch as { id: string; version: number })).problems).toMatchObject([{ code: 'STALE' }]);
    const household = decision.person.household as string;
    expect(await entity('Household', household, 'before: status(on: "2025-07-09") after: status(on: "2025-07-10")')).toEqual({
      before: 'NEEDY',
      after: 'NONE',
    });
    const told = (await facts(decision.id)).filter(({ kind }) => kind === 'household-status').map(({ body }) => body.until);
    expect(told.sort()).toEqual(['2025-07-10', '2025-10-01']);
    expect((await counter.propose(ruled.decision.application, { outcome: 'GRANT', from: '2025-07-01' })).problems).toEqual([]);
  });

  it('keeps its promises in the database, whoever writes', async () => {
    const decision = await challenged();
    const refused = (change: string, why: string) =>
      expect(town.sql(`update decision set ${change} where id = $1`, [decision.id])).rejects.toThrow(why);
    await refused(
      "challenge_decided_on = '2025-07-10', challenge_decided_by = approved_by, challenge_reasons = 'x'",
      'decision_challenge_four_eyes',
    );
    await refused("challenge_decided_on = '2025-07-10'", 'decision_challenge_decided');
    await refused("challenged_on = '2025-07-19'", 'decision_challenge');
    await refused("return_reason = 'x'", 'decision_returned');
    const proposal = await counter.proposed();
    await expect(
      town.sql(
        `insert into decision select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'number', 'L-1'))).* from decision d where id = $1`,
        [proposal.id],
      ),
    ).rejects.toThrow('decision_proposed_once');
  });

  it('is not to be had from another town, nor by roles that may not', async () => {
    const proposal = await counter.proposed();
    const elsewhere = staff('head-of-assistance', { municipality: bauska, employee: demoId('employee', 'director-bauska') });
    expect((await counter.approve(proposal, elsewhere)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'id' }]);
    const refused = async (who: typeof head, mutation: string) =>
      (await town.ask(who, `mutation($id: ID!) { ${mutation} { problems { code } } }`, { id: proposal.id })).errors;
    for (const [who, mutation] of [
      [organiser, 'approveDecision(id: $id, version: 1)'],
      [officers.finance, 'approveDecision(id: $id, version: 1)'],
      [organiser, 'returnDecision(id: $id, version: 1, reason: "x")'],
      [staff('social-worker'), 'notifyDecision(id: $id, on: "2025-06-18")'],
      [staff('auditor'), 'challengeDecision(id: $id, on: "2025-06-18", grounds: "x")'],
      [organiser, 'decideChallenge(id: $id, on: "2025-06-18", upheld: true, reasons: "x")'],
      [officers.finance, 'proposeDecision(input: { applicationId: $id, version: 1, outcome: GRANT })'],
    ] as const)
      expect(await refused(who, mutation)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
