import { randomUUID } from 'node:crypto';
import {
  CachedRegisters,
  openRegisters,
  type RegisterQuestion,
  type Registers,
  type SimulatedPerson,
  SimulatedRegisters,
  serveSimulator,
} from '@atbalsts/registers';
import { bauska, type OtherDomains, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { benefits, useRegisters } from '../src/index.js';
import { type Answer, Counter, officers, PretendedRegistry, wage } from './support.js';

const ask = `mutation($i: AskRegistersInput!) { askRegisters(input: $i) { application { id version
  registers { register outcome reason fromCache person { id } answer { incomes { month source amount } unemployedSince residence withApplicant deceasedOn } } }
  problems { code field message(language: EN) messageLv: message } } }`;
const differences = 'register source month declared told difference note(language: EN) person { id }';
const others = 'register kind recorded told note(language: EN) person { id }';
const look = `query($id: ID!) { application(id: $id) { version means { status gmiBenefit } meansByRegisters { status income gmiBenefit }
  incomeDifferences { ${differences} } recordDifferences { ${others} } registers { register outcome reason } } }`;
const propose = `mutation($i: ProposeDecisionInput!) { proposeDecision(input: $i) { decision { id version } problems { code field message(language: EN) } } }`;
const behind = `query($id: ID!) { decision(id: $id) { differencesExplained incomeDifferences { ${differences} } recordDifferences { kind } } }`;

/** The registers of a test: people by code, and whatever shall go wrong. */
class PretendedRegisters implements Registers {
  readonly people = new Map<string, SimulatedPerson>();
  readonly asked: RegisterQuestion[] = [];
  down = new Set<string>();
  /** Waited for before each answer. */
  before: Promise<unknown> = Promise.resolve();
  private readonly simulated = new SimulatedRegisters(async (subject) =>
    'personalCode' in subject ? (this.people.get(subject.personalCode) ?? null) : null,
  );

  async ask(question: RegisterQuestion) {
    this.asked.push(question);
    await this.before;
    if (this.down.has(question.register)) return { kind: 'UNAVAILABLE' as const, reason: 'DOWN' as const };
    return this.simulated.ask(question);
  }

  async close() {}
}

describe('the state registers', () => {
  const registry = new PretendedRegistry();
  /** Codes by person; who is not here has none. */
  const codes = new Map<string, string>();
  let namesAsked: string[] = [];
  const domains: OtherDomains = {
    ...registry.domains,
    registry: (request) => {
      const asked = (request.variables?.persons ?? []) as { id: string }[];
      if (request.query.includes('personalCode') && !registry.silent)
        return {
          data: {
            _entities: asked.map(({ id }) => {
              const known = registry.persons.find((one) => one.id === id && request.token?.endsWith(one.municipality));
              if (!known) return null;
              return {
                personalCode: codes.get(id) ?? null,
                declaredResidence: known.residence ? { municipality: { code: known.residence } } : null,
              };
            }),
          },
        };
      if (request.query.includes('birthDate') && !registry.silent) {
        namesAsked = asked.map(({ id }) => id);
        return { data: { _entities: asked.map(() => ({ givenName: 'Anna', familyName: 'Paraugs', birthDate: '1950-01-01' })) } };
      }
      return (registry.domains.registry as NonNullable<OtherDomains['registry']>)(request);
    },
  };
  let registers: PretendedRegisters;
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, domains);
    counter = new Counter(town, registry);
  });
  beforeEach(() => {
    registers = new PretendedRegisters();
    useRegisters(registers);
  });
  afterAll(() => town?.drop());

  let people = 0;
  /** A person with a code whom the registers know with these facts. */
  const known = (facts: Partial<SimulatedPerson> = {}, details: Parameters<PretendedRegistry['add']>[0] = {}) => {
    const person = registry.add(details);
    const code = `320101-${String(++people).padStart(5, '0')}`;
    codes.set(person.id, code);
    const residence = { municipality: '0002000', addressKey: person.household, since: '2010-01-01' };
    registers.people.set(code, { residence, deceasedOn: null, incomes: [], unemployedSince: null, ...facts });
    return person;
  };
  const wages = (...amounts: number[]) =>
    amounts.map((amount, at) => ({ month: ['2025-03', '2025-04', '2025-05'][at] as string, source: 'WAGE' as const, amount }));
  const send = async (who: typeof officers.head, query: string, variables: object): Promise<Answer> => {
    const { data, errors } = await town.ask(who, query, variables as Record<string, unknown>);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  };
  const askFor = (application: { id: string; version: number }, change: object = {}, who = officers.organiser) =>
    send(who, ask, { i: { applicationId: application.id, version: application.version, ...change } });
  const lookAt = ({ id }: { id: string }, who = officers.organiser) => send(who, look, { id });
  const grant = (application: { id: string; version: number }, change: object = {}) =>
    send(officers.organiser, propose, {
      i: { applicationId: application.id, version: application.version, outcome: 'GRANT', from: '2025-07-01', months: 3, ...change },
    });

  it('are asked about every member, each with code, days, basis, purpose and asker, and tell the means test what it needs', async () => {
    const head = known({ incomes: wages(5000, 6000, 7000) });
    const child = known({ incomes: [{ month: '2025-04', source: 'PENSION', amount: 9200 }] }, { household: head.household, age: 9 });
    const application = await counter.apply({}, head);
    const { application: asked, problems } = await askFor(application);
    expect(problems).toEqual([]);
    expect(asked.version).toBe(2);
    const told = (id: string) => asked.registers.filter((one: Answer) => one.person.id === id);
    expect(told(head.id)).toEqual([
      { register: 'EMPLOYMENT', outcome: 'ANSWERED', reason: null, fromCache: false, person: { id: head.id }, answer: expect.any(Object) },
      expect.objectContaining({
        register: 'POPULATION',
        answer: { incomes: null, unemployedSince: null, residence: '0002000', withApplicant: true, deceasedOn: null },
      }),
      expect.objectContaining({
        register: 'REVENUE',
        answer: expect.objectContaining({
          incomes: [
            { month: '2025-03-01', source: 'WAGE', amount: '50.00' },
            { month: '2025-04-01', source: 'WAGE', amount: '60.00' },
            { month: '2025-05-01', source: 'WAGE', amount: '70.00' },
          ],
        }),
      }),
      expect.objectContaining({ register: 'SOCIAL_INSURANCE' }),
    ]);
    expect(told(child.id).map(({ register }: Answer) => register)).toEqual(['POPULATION', 'SOCIAL_INSURANCE']);
    expect(registers.asked.find(({ register }) => register === 'REVENUE')).toEqual({
      register: 'REVENUE',
      subject: { personalCode: codes.get(head.id) },
      from: '2025-03-01',
      until: '2025-06-01',
      basis: { kind: 'LAW', citation: expect.stringContaining('Nr. 809') },
      purpose: expect.any(String),
      asker: { municipality: '0002000', subject: officers.organiser.subject },
      requestId: 'test-request',
    });
  });

  it('leave a trace of each question and an audit entry for each person, without codes and names', async () => {
    const head = known();
    const application = await counter.apply({}, head);
    await askFor(application, { registers: ['REVENUE'] });
    const rows = await town.sql('select * from register_question where application_id = $1', [application.id]);
    expect(rows).toMatchObject([
      {
        person_id: head.id,
        register: 'REVENUE',
        asked_by: officers.organiser.employee,
        request_id: 'test-request',
        outcome: 'ANSWERED',
        purpose: expect.any(String),
        legal_basis: expect.stringContaining('Nr. 809'),
        asked_at: expect.any(Date),
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(codes.get(head.id));
    const audit = "select action, person_id, fields from audit_entry where object = $1 and action = 'register.ask'";
    expect(await town.sql(audit, [`application:${application.id}`])).toEqual([
      { action: 'register.ask', person_id: head.id, fields: ['REVENUE'] },
    ]);
    const trace = `query($f: RegisterQuestionFilter, $n: Int! = 20, $after: String) { registerQuestions(filter: $f, first: $n, after: $after) {
      nodes { register outcome legalBasis from until askedAt askedBy { id } person { id } application { id } } totalCount pageInfo { endCursor hasNextPage } } }`;
    const auditor = staff('auditor');
    const own = { personId: head.id, register: 'REVENUE', outcome: 'ANSWERED', askedBy: officers.organiser.employee };
    expect(await send(auditor, trace, { f: own })).toMatchObject({
      totalCount: 1,
      nodes: [{ from: '2025-03-01', until: '2025-06-01', person: { id: head.id }, application: { id: application.id } }],
    });
    const first = await send(auditor, trace, { n: 2 });
    const second = await send(auditor, trace, { n: 2, after: first.pageInfo.endCursor });
    const ids = [...first.nodes, ...second.nodes].map(({ askedAt }: Answer) => askedAt);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(await send(auditor, trace, { f: { askedFrom: '2999-01-01' } })).toMatchObject({ totalCount: 0 });
    expect(await send(auditor, trace, { f: { personId: head.id, askedUntil: '2999-01-01' } })).toMatchObject({ totalCount: 1 });
    await expect(town.ask(auditor, trace, { after: 'eyJ4' })).resolves.toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('cannot have their trace changed or deleted by the application', async () => {
    for (const table of ['register_question', 'decision_differences'])
      expect(
        await town.sql(
          'select privilege_type as p from information_schema.role_table_grants where table_name = $1 and grantee = $2 order by 1',
          [table, 'benefits_app'],
        ),
      ).toEqual([{ p: 'INSERT' }, { p: 'SELECT' }]);
  });

  it('show differences by member, source and month to both who propose and who approve, and what the means would be', async () => {
    const head = known({ incomes: wages(5000, 36_000, 7000) });
    const declared = await counter.declared({}, head);
    const { application } = await askFor(declared);
    for (const who of [officers.organiser, officers.head]) {
      expect(await lookAt(application, who)).toMatchObject({
        means: { status: 'NEEDY', gmiBenefit: '106.00' },
        meansByRegisters: { status: 'NEEDY', income: '160.00', gmiBenefit: '6.00' },
        incomeDifferences: [
          {
            register: 'REVENUE',
            source: 'WAGE',
            month: '2025-04-01',
            declared: '60.00',
            told: '360.00',
            difference: '300.00',
            note: 'The register has 300.00 euro more.',
            person: { id: head.id },
          },
        ],
        recordDifferences: [],
      });
    }
  });

  it('show no difference of income while none is declared', async () => {
    const application = await counter.apply({}, known({ incomes: wages(5000, 36_000, 7000) }));
    const asked = (await askFor(application)).application;
    expect(await lookAt(asked)).toMatchObject({ incomeDifferences: [], meansByRegisters: null });
  });

  it('show where residence, household and unemployment differ from the record', async () => {
    const head = known({ unemployedSince: '2025-01-01' });
    const away = { municipality: '0025000', addressKey: 'elsewhere', since: '2024-01-01' };
    const spouse = known({ residence: away, deceasedOn: '2025-06-01' }, { household: head.household, circumstances: ['UNEMPLOYED'] });
    const { application } = await askFor(await counter.apply({}, head));
    const found = (await lookAt(application)).recordDifferences.map((one: Answer) => [one.person.id, one.kind, one.recorded, one.told]);
    expect(found.sort()).toEqual(
      [
        [head.id, 'UNEMPLOYMENT', null, '2025-01-01'],
        [spouse.id, 'DECEASED', null, '2025-06-01'],
        [spouse.id, 'RESIDENCE', '0002000', '0025000'],
        [spouse.id, 'ADDRESS', null, null],
        [spouse.id, 'UNEMPLOYMENT', 'UNEMPLOYED', null],
      ].sort(),
    );
    expect(JSON.stringify(await town.sql('select told from register_answer where application_id = $1', [application.id]))).not.toContain(
      'elsewhere',
    );
  });

  it('ask for an explanation where a grant passes over a difference, and keep what was passed over with the proposal', async () => {
    const declared = await counter.declared({}, known({ incomes: wages(5000, 36_000, 7000) }));
    const { application } = await askFor(declared);
    for (const differencesExplained of [undefined, null, '  '])
      expect(await grant(application, { differencesExplained })).toMatchObject({
        decision: null,
        problems: [{ code: 'INVALID', field: 'differencesExplained', message: expect.stringContaining('(1)') }],
      });
    const { decision } = await grant(application, { differencesExplained: 'Atlaišanas pabalsts; darbs beidzies 30. aprīlī.' });
    expect(await send(officers.head, behind, { id: decision.id })).toMatchObject({
      differencesExplained: 'Atlaišanas pabalsts; darbs beidzies 30. aprīlī.',
      incomeDifferences: [{ month: '2025-04-01', declared: '60.00', told: '360.00' }],
      recordDifferences: [],
    });
    expect((await counter.approve(decision)).problems).toEqual([]);
  });

  it('ask for no explanation where nothing differs, where the means are declared as they tell, and on a refusal', async () => {
    const agreed = await counter.declared({}, known({ incomes: wages(5000, 6000, 7000) }));
    expect((await grant((await askFor(agreed)).application)).problems).toEqual([]);
    const head = known({ incomes: wages(5000, 36_000, 7000) });
    const { application } = await askFor(await counter.declared({}, head));
    const corrected = await counter.declare(application, {
      incomes: [{ ...wage(head.id, '50.00', '360.00', '70.00'), evidence: 'REGISTER' }],
    });
    expect((await grant(corrected.application)).problems).toEqual([]);
    const other = (await askFor(await counter.declared({}, known({ incomes: wages(900_000, 0, 0) })))).application;
    const refusal = await grant(other, { outcome: 'REFUSE', from: null, months: null, reasons: 'Ienākumi nav deklarēti.' });
    expect(refusal.problems).toEqual([]);
    expect((await send(officers.head, behind, { id: refusal.decision.id })).incomeDifferences).toHaveLength(3);
  });

  it('that told otherwise since the proposal stop its approval until it is looked at', async () => {
    registers.down.add('REVENUE');
    const { application } = await askFor(await counter.declared({}, known({ incomes: wages(5000, 36_000, 7000) })));
    const { decision } = await grant(application);
    registers.down.clear();
    const { version } = await lookAt(application);
    expect((await askFor({ id: application.id, version }, { registers: ['REVENUE'] })).problems).toEqual([]);
    const refused = await counter.approve(decision);
    expect(refused).toMatchObject({ decision: null, problems: [{ code: 'WRONG_STATE', field: 'id' }] });
    expect((await counter.return(decision, 'VID rāda algu aprīlī.')).problems).toEqual([]);
    const again = await lookAt(application);
    const second = await grant({ id: application.id, version: again.version }, { differencesExplained: 'Darbs beidzies.' });
    expect((await counter.approve(second.decision)).problems).toEqual([]);
  });

  it('that are down delay nothing: their state is shown, the rest is kept, and they can be asked later', async () => {
    registers.down.add('REVENUE').add('POPULATION');
    const head = known({ incomes: wages(5000, 6000, 7000) });
    const applied = await counter.apply({}, head);
    const { application, problems } = await askFor(applied);
    expect(problems).toEqual([]);
    expect((await lookAt(application)).registers).toEqual([
      { register: 'EMPLOYMENT', outcome: 'ANSWERED', reason: null },
      { register: 'POPULATION', outcome: 'UNAVAILABLE', reason: 'DOWN' },
      { register: 'REVENUE', outcome: 'UNAVAILABLE', reason: 'DOWN' },
      { register: 'SOCIAL_INSURANCE', outcome: 'ANSWERED', reason: null },
    ]);
    const declared = await counter.declare(application, { incomes: [wage(head.id, '50.00', '60.00', '70.00')] });
    expect(declared.problems).toEqual([]);
    registers.down.clear();
    const later = await askFor(declared.application, { registers: ['REVENUE', 'POPULATION'] });
    expect(later.application.registers.map(({ outcome }: Answer) => outcome)).toEqual(Array(4).fill('ANSWERED'));
    registers.down.add('REVENUE');
    const last = await askFor(later.application, { registers: ['REVENUE'] });
    expect(last.application.registers.find(({ register }: Answer) => register === 'REVENUE')).toMatchObject({ outcome: 'ANSWERED' });
    expect(await town.sql('select 1 from register_question where application_id = $1', [applied.id])).toHaveLength(7);
    expect((await grant(last.application)).problems).toEqual([]);
  });

  it('that are not there at all, or answer garbage, are unavailable and nothing more', async () => {
    const garbage = await serveSimulator('EMPLOYMENT', async () => ({}) as SimulatedPerson);
    const gone = await serveSimulator('REVENUE', async () => null);
    await gone.stop();
    useRegisters(openRegisters({ EMPLOYMENT: garbage, REVENUE: gone }, { patience: { firstPauseMs: 1 } }));
    const { application } = await askFor(await counter.apply({}, known()));
    expect(application.registers.map((one: Answer) => [one.register, one.outcome, one.reason, one.answer])).toEqual([
      ['EMPLOYMENT', 'UNAVAILABLE', 'UNREADABLE', null],
      ['POPULATION', 'UNAVAILABLE', 'NOT_CONFIGURED', null],
      ['REVENUE', 'UNAVAILABLE', 'DOWN', null],
      ['SOCIAL_INSURANCE', 'UNAVAILABLE', 'NOT_CONFIGURED', null],
    ]);
    await garbage.stop();
  });

  it('that are slow hold up nobody else: means are declared and a decision is proposed meanwhile, and the answers are kept all the same', async () => {
    let answer: (value?: unknown) => void = () => {};
    registers.before = new Promise((resolve) => {
      answer = resolve;
    });
    const head = known({ incomes: wages(5000, 6000, 7000) });
    const applied = await counter.apply({}, head);
    const asking = askFor(applied);
    while (registers.asked.length < 4) await new Promise((resolve) => setImmediate(resolve));
    const declared = await counter.declare(applied, { incomes: [wage(head.id, '50.00', '60.00', '70.00')] });
    expect(declared.problems).toEqual([]);
    const { decision, problems } = await grant(declared.application);
    expect(problems).toEqual([]);
    answer();
    expect((await asking).problems).toEqual([]);
    expect((await lookAt(applied)).registers.map(({ outcome }: Answer) => outcome)).toEqual(Array(4).fill('ANSWERED'));
    expect((await counter.approve(decision)).problems).toEqual([]);
  });

  it('are asked once where twenty ask at once', async () => {
    const application = await counter.apply({}, known());
    const answers = await Promise.all(Array.from({ length: 20 }, () => askFor(application)));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    const codesOf = answers.flatMap(({ problems }) => problems.map(({ code }: Answer) => code));
    for (const code of codesOf) expect(['WRONG_STATE', 'STALE']).toContain(code);
    expect(registers.asked).toHaveLength(4);
    expect(await town.sql('select 1 from register_question where application_id = $1', [application.id])).toHaveLength(4);
  });

  it('are asked the same once a day; the trace tells that the answer was kept', async () => {
    useRegisters(new CachedRegisters(registers, () => '2026-11-22'));
    const { application } = await askFor(await counter.apply({}, known()), { registers: ['REVENUE'] });
    await askFor(application, { registers: ['REVENUE'] });
    expect(registers.asked).toHaveLength(1);
    expect(
      await town.sql('select from_cache from register_question where application_id = $1 order by asked_at', [application.id]),
    ).toEqual([{ from_cache: false }, { from_cache: true }]);
  });

  it('are not asked by name but for the population register, and about nobody whom they cannot find', async () => {
    const nameless = registry.add();
    const { application } = await askFor(await counter.apply({}, nameless));
    expect(application.registers.map((one: Answer) => [one.register, one.outcome, one.reason])).toEqual([
      ['EMPLOYMENT', 'NOT_ASKED', 'NO_CODE'],
      ['POPULATION', 'NOT_KNOWN', null],
      ['REVENUE', 'NOT_ASKED', 'NO_CODE'],
      ['SOCIAL_INSURANCE', 'NOT_ASKED', 'NO_CODE'],
    ]);
    expect(registers.asked.map(({ subject }) => subject)).toEqual([{ givenName: 'Anna', familyName: 'Paraugs', birthDate: '1950-01-01' }]);
    expect(namesAsked).toEqual([nameless.id]);
  });

  it('are not asked where no means are tested, after the decision, on an old version, or for what does not exist', async () => {
    const funeral = await counter.apply({ benefitType: 'funeral' }, known());
    expect((await askFor(funeral)).problems).toMatchObject([{ code: 'INVALID', field: 'applicationId' }]);
    const applied = await counter.apply({}, known());
    expect((await askFor({ ...applied, version: 9 })).problems).toMatchObject([{ code: 'STALE', field: 'version' }]);
    expect((await askFor({ id: randomUUID(), version: 1 })).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'applicationId' }]);
    expect((await askFor({ id: 'x', version: 1 })).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    const proposed = await counter.proposed({}, known());
    await counter.approve(proposed);
    const [row] = await town.sql<{ version: number }>('select version from application where id = $1', [proposed.application.id]);
    expect((await askFor({ id: proposed.application.id, version: row?.version ?? 0 })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(registers.asked).toEqual([]);
  });

  it('are not asked where the registry does not tell who somebody is', async () => {
    const application = await counter.apply({}, known());
    registry.silent = true;
    const answer = await askFor(application);
    registry.silent = false;
    expect(answer).toMatchObject({ application: null, problems: [{ code: 'UNAVAILABLE' }] });
    expect(registers.asked).toEqual([]);
  });

  it('are closed to a role that may not, and to another town', async () => {
    const application = await counter.apply({}, known());
    const variables = { i: { applicationId: application.id, version: 1 } };
    for (const role of ['social-worker', 'finance', 'auditor', 'hr'] as const)
      expect((await town.ask(staff(role), ask, variables)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const elsewhere = staff('assistance-organiser', { municipality: bauska });
    expect((await town.ask(elsewhere, ask, variables)).data.askRegisters.problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    await askFor(application);
    const trace = '{ registerQuestions { totalCount } }';
    expect((await town.ask(elsewhere, trace)).data.registerQuestions.totalCount).toBe(0);
    expect((await town.ask(staff('social-worker'), trace)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const empty = await town.ask(officers.organiser, ask, { i: { ...variables.i, registers: [] } });
    expect(empty.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(
      (
        await town.ask(staff('social-worker'), 'query($id: ID!) { application(id: $id) { incomeDifferences { month } } }', {
          id: application.id,
        })
      ).errors,
    ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
