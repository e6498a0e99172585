import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { type Answer, Counter, officers, PretendedRegistry, wage } from './support.js';

describe('declaring means', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  const mutation = 'mutation($i: DeclareMeansInput!) { declareMeans(input: $i) { application { id } problems { code } } }';

  it('tests them by the rules of the day of the application, and the decision is due one month later', async () => {
    const application = await counter.apply();
    const { id } = application.person;
    expect(await counter.declare(application, { incomes: [wage(id, '50.00', '60.00', '70.00')], housingCosts: '0.00' })).toEqual({
      application: {
        id: application.id,
        version: 2,
        state: 'MEANS_DECLARED',
        dueOn: '2026-12-22',
        means: { status: 'NEEDY', income: '60.00', gmiBenefit: '106.00', housingAllowance: '0.00' },
        incomes: [{ source: 'WAGE', monthly: ['50.00', '60.00', '70.00'], evidence: 'DECLARED', person: { id } }],
      },
      problems: [],
    });
    expect(
      await town.sql("select action, person_id, fields from audit_entry where object = $1 and action = 'means.declare'", [
        `application:${application.id}`,
      ]),
    ).toEqual([{ action: 'means.declare', person_id: id, fields: ['completeOn', 'housingCosts', 'incomes'] }]);
  });

  it('asks the registry who lives in the household, how old they are, and what they are', async () => {
    const head = registry.add({ age: 71, circumstances: ['PENSIONER', 'DISABILITY_GROUP_2', 'DISABILITY_GROUP_3'] });
    const child = registry.add({ household: head.household, age: 9, circumstances: ['DISABILITY_CHILD'] });
    const application = await counter.apply({}, head);
    const answer = await counter.declare(application, {
      incomes: [
        { ...wage(head.id, '300.00', '300.00', '300.01'), source: 'PENSION', evidence: 'REGISTER' },
        wage(child.id.toUpperCase(), '0.00', '0.00', '5.00'),
      ],
      housingCosts: '150.00',
    });
    expect(answer).toMatchObject({ application: { means: { status: 'NEEDY', income: '301.67' } }, problems: [] });
    expect(
      await town.sql('select person_id, age, disability, pensioner from application_member where application_id = $1 order by age', [
        application.id,
      ]),
    ).toEqual([
      { person_id: child.id, age: 9, disability: 'CHILD', pensioner: false },
      { person_id: head.id, age: 71, disability: 'GROUP_2', pensioner: true },
    ]);
  });

  it('may be repeated: the new means replace the old, the day of completeness stays', async () => {
    const applied = await counter.apply();
    const { id } = applied.person;
    const first = await counter.declare(applied, { incomes: [wage(id, '50.00', '60.00', '70.00')], completeOn: '2025-06-12' });
    expect(first.application.dueOn).toBe('2025-07-12');
    const second = await counter.declare(first.application, { incomes: [wage(id, '50.00', '60.00', '71.50')] });
    expect(second).toMatchObject({
      application: { version: 3, dueOn: '2025-07-12', means: { income: '60.50', gmiBenefit: '105.50' } },
      problems: [],
    });
    expect(second.application.incomes).toHaveLength(1);
    expect((await counter.declare(first.application, { incomes: [] })).problems).toMatchObject([{ code: 'STALE', field: 'version' }]);
    const none = await counter.declare(second.application, { incomes: [] });
    expect(none).toMatchObject({ application: { means: { income: '0.00', gmiBenefit: '166.00' }, incomes: [] } });
  });

  it('refuses an income of who is not of the household, of other than three months, and a wrong day of completeness', async () => {
    const application = await counter.apply();
    const stranger = registry.add();
    const three = wage(application.person.id, '1.00', '2.00', '3.00');
    const problemsOf = async (input: object) =>
      (await counter.declare(application, input)).problems.map((p: Answer) => `${p.code} ${p.field}`);
    expect(await problemsOf({ incomes: [three, wage(stranger.id, '1.00', '1.00', '1.00')] })).toEqual(['INVALID incomes.1.personId']);
    expect(await problemsOf({ incomes: [wage(application.person.id, '1.00', '2.00')] })).toEqual(['INVALID incomes.0.monthly']);
    expect(await problemsOf({ incomes: [wage(application.person.id, '1.00', '2.00', '3.00', '4.00')] })).toEqual([
      'INVALID incomes.0.monthly',
    ]);
    expect(await problemsOf({ incomes: [], completeOn: '2026-11-23' })).toEqual(['INVALID completeOn']);
    expect(await problemsOf({ incomes: [], completeOn: '2025-06-09' })).toEqual(['INVALID completeOn']);
    expect(await town.sql('select 1 from declared_income where application_id = $1', [application.id])).toEqual([]);
  });

  it('adds the incomes of a member who is named twice, and takes nobody of another municipality', async () => {
    const application = await counter.apply();
    const { id } = application.person;
    const neighbour = registry.add({ municipality: bauska, residence: bauska });
    const refused = await counter.declare(application, { incomes: [wage(neighbour.id, '1.00', '1.00', '1.00')] });
    expect(refused.problems).toMatchObject([{ code: 'INVALID', field: 'incomes.0.personId' }]);
    const { application: declared, problems } = await counter.declare(application, {
      incomes: [wage(id, '30.00', '30.00', '30.00'), wage(id.toUpperCase(), '20.00', '20.00', '20.00')],
    });
    expect(problems).toEqual([]);
    expect(declared).toMatchObject({ means: { income: '50.00' } });
    expect(await town.sql('select 1 from application_member where application_id = $1', [application.id])).toHaveLength(1);
  });

  it('refuses a household in which nobody is on the day', async () => {
    const application = await counter.apply();
    registry.emptied = application.person.household;
    const answer = await counter.declare(application, { incomes: [] });
    registry.emptied = null;
    expect(answer).toMatchObject({ application: null, problems: [{ code: 'INVALID', field: 'householdId' }] });
    expect(await town.sql('select state from application where id = $1', [application.id])).toEqual([{ state: 'SUBMITTED' }]);
  });

  it('refuses a day without a rule, a benefit without a means test, and an application that does not exist', async () => {
    const early = await counter.apply({ submittedOn: '2018-06-10' });
    expect((await counter.declare(early, { incomes: [] })).problems).toMatchObject([
      { code: 'RULE_MISSING', message: expect.stringContaining('NEEDY'), messageLv: expect.stringContaining('10.06.2018.') },
    ]);
    const funeral = await counter.apply({ benefitType: 'funeral' });
    expect((await counter.declare(funeral, { incomes: [] })).problems).toMatchObject([{ code: 'INVALID', field: 'applicationId' }]);
    expect((await counter.declare({ id: 'x', version: 1 }, { incomes: [] })).problems).toMatchObject([
      { code: 'NOT_FOUND', field: 'applicationId' },
    ]);
  });

  it('fails closed where the registry does not answer, and where the household is gone', async () => {
    const application = await counter.apply();
    registry.silent = true;
    const unanswered = await counter.declare(application, { incomes: [] });
    registry.silent = false;
    expect(unanswered).toMatchObject({ application: null, problems: [{ code: 'UNAVAILABLE' }] });
    Object.assign(application.person, { household: 'elsewhere' });
    expect((await counter.declare(application, { incomes: [] })).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'householdId' }]);
    expect(await town.sql('select state from application where id = $1', [application.id])).toEqual([{ state: 'SUBMITTED' }]);
  });

  it('is refused once a decision is proposed, and of two at once one is stale', async () => {
    const proposed = await counter.proposed();
    const { version } = (
      await town.sql<{ version: number }>('select version from application where id = $1', [proposed.application.id])
    )[0] as Answer;
    expect((await counter.declare({ id: proposed.application.id, version }, { incomes: [] })).problems).toMatchObject([
      { code: 'WRONG_STATE', field: 'applicationId' },
    ]);
    const application = await counter.apply();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => counter.declare(application, { incomes: [wage(application.person.id, '1.00', '1.00', '1.00')] })),
    );
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ problems }) => problems).map(({ code }: Answer) => code)).toEqual(['STALE', 'STALE', 'STALE']);
    expect(await town.sql('select 1 from declared_income where application_id = $1', [application.id])).toHaveLength(1);
  });

  it('takes no negative amount, and nothing from a role or a town that may not', async () => {
    const application = await counter.apply();
    const input = (incomes: object[], rest: object = {}) => ({ i: { applicationId: application.id, version: 1, incomes, ...rest } });
    const refused = async (who: typeof officers.head, i: Record<string, unknown>) => (await town.ask(who, mutation, i)).errors;
    expect(await refused(officers.organiser, input([wage(application.person.id, '-1.00', '0.00', '0.00')]))).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'incomes.0.monthly' } },
    ]);
    expect(await refused(officers.organiser, input([], { housingCosts: '-0.01' }))).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'housingCosts' } },
    ]);
    expect(await refused(officers.organiser, input([wage(application.person.id, '1.005', '0.00', '0.00')]))).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    for (const wrong of ['1,00', '1.0', '1', ''])
      expect(await refused(officers.organiser, input([wage(application.person.id, wrong, '0.00', '0.00')]))).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    expect(await refused(officers.organiser, input([], { housingCosts: '80,00' }))).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(await town.sql('select 1 from declared_income where application_id = $1', [application.id])).toEqual([]);
    for (const role of ['finance', 'auditor', 'hr'] as const)
      expect(await refused(staff(role), input([]))).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await refused(staff('social-worker'), input([]))).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await town.ask(staff('assistance-organiser', { municipality: bauska }), mutation, input([]))).data.declareMeans).toMatchObject({
      problems: [{ code: 'NOT_FOUND' }],
    });
  });
});
