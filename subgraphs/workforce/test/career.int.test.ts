import { newId } from '@atbalsts/database';
import { bauska, countStatements, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workforce } from '../src/index.js';
import { arranger } from './arrange.js';

const hr = staff('hr');
const head = staff('head-of-services');
const director = staff('director');
const today = '2026-11-22';
const promoted = 'promotion { id version state kind from } problems { code field }';
const evaluated = 'evaluation { id version grade confirmedOn } problems { code field }';
const mutations = {
  qualify:
    'mutation($i: RecordQualificationInput!) { done: recordQualification(input: $i) { employee { qualifications { title validUntil } } problems { code field } } }',
  evaluate: `mutation($i: EvaluateEmployeeInput!) { done: evaluateEmployee(input: $i) { ${evaluated} } }`,
  confirm: `mutation($id: ID!, $version: Int!) { done: confirmEvaluation(id: $id, version: $version) { ${evaluated} } }`,
  propose: `mutation($i: ProposePromotionInput!) { done: proposePromotion(input: $i) { ${promoted} } }`,
  decide: `mutation($id: ID!, $version: Int!, $confirm: Boolean!) { done: decidePromotion(id: $id, version: $version, confirm: $confirm) { ${promoted} } }`,
  profile:
    'mutation($i: RecordEmployeeProfileInput!) { done: recordEmployeeProfile(input: $i) { employee { id } problems { code field } } }',
} as const;
const refusals = (payload: { problems: { code: string; field: string | null }[] }): string[] =>
  payload.problems.map(({ code, field }) => `${code} ${field}`);

describe('the people of the service', () => {
  let town: TestSubgraph;
  let make: ReturnType<typeof arranger>;
  const send = async (name: keyof typeof mutations, variables: object, who = hr) => {
    const { data, errors } = await town.ask(who, mutations[name], variables as Record<string, unknown>);
    expect(errors).toBeUndefined();
    return data.done;
  };
  const forbidden = async (name: keyof typeof mutations, variables: object, who: Parameters<TestSubgraph['ask']>[0]) =>
    (await town.ask(who, mutations[name], variables as Record<string, unknown>)).errors?.[0]?.extensions.code;

  beforeAll(async () => {
    town = await testSubgraph(workforce);
    make = arranger(town, daugavpils);
  });
  afterAll(() => town?.drop());

  it('have qualifications, each recorded once, and their unit sees which end', async () => {
    const unit = await make.unit('Dienests');
    const employeeId = await make.employee('Anna Bērzkalne');
    await make.hold(await make.post(unit), employeeId);
    const aid = {
      employeeId,
      kind: 'FIRST_AID',
      title: 'Pirmā palīdzība',
      issuedBy: 'Sarkanais Krusts',
      obtainedOn: '2023-12-01',
      validUntil: '2026-12-01',
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('qualify', { i: aid })));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('DUPLICATE title'));
    expect(refusals(await send('qualify', { i: { ...aid, title: ' ', issuedBy: '', obtainedOn: '2026-12-01' } }))).toEqual([
      'INVALID title',
      'INVALID issuedBy',
      'INVALID obtainedOn',
      'INVALID validUntil',
    ]);
    const lapsing = async () =>
      (await town.ask(head, '{ units { qualificationsLapsing { title } } }')).data.units.flatMap(
        (one: { qualificationsLapsing: object[] }) => one.qualificationsLapsing,
      );
    expect(await lapsing()).toEqual([{ title: 'Pirmā palīdzība' }]);
    await send('qualify', { i: { ...aid, obtainedOn: '2026-11-20', validUntil: '2029-11-20' } });
    expect(await lapsing()).toEqual([]);
    expect(refusals(await send('qualify', { i: aid }, staff('hr', { municipality: bauska })))).toEqual(['NOT_FOUND employeeId']);
    expect(await forbidden('qualify', { i: aid }, staff('social-worker'))).toBe('FORBIDDEN');
  });

  it('are evaluated by one and confirmed by another, and see their own', async () => {
    const employeeId = await make.employee('Vērtētā');
    const i = { employeeId, from: '2025-01-01', until: '2026-01-01', grade: 'GOOD', summary: 'Rūpīga, mācās' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('evaluate', { i }, director)));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('OVERLAP from'));
    const { evaluation } = answers.find(({ problems }) => problems.length === 0) as { evaluation: { id: string } };
    const own = staff('social-worker', { employee: employeeId });
    const mine = async () => (await town.ask(own, '{ myEvaluations { grade summary } }')).data.myEvaluations;
    expect(await mine()).toEqual([]);
    expect(refusals(await send('confirm', { id: evaluation.id, version: 1 }, director))).toEqual(['FOUR_EYES id']);
    expect(refusals(await send('confirm', { id: evaluation.id, version: 1 }, staff('hr', { employee: employeeId })))).toEqual([
      'FOUR_EYES employeeId',
    ]);
    expect(refusals(await send('confirm', { id: evaluation.id, version: 3 }))).toEqual(['STALE version']);
    expect((await send('confirm', { id: evaluation.id, version: 1 })).evaluation).toMatchObject({ confirmedOn: today });
    expect(refusals(await send('confirm', { id: evaluation.id, version: 2 }))).toEqual(['WRONG_STATE id']);
    expect(await mine()).toEqual([{ grade: 'GOOD', summary: 'Rūpīga, mācās' }]);
    expect(
      refusals(
        await send(
          'evaluate',
          { i: { ...i, from: '2024-01-01', until: '2025-01-01' } },
          staff('head-of-services', { employee: employeeId }),
        ),
      ),
    ).toEqual(['FOUR_EYES employeeId']);
    const nobody = { ...staff('finance'), employee: undefined, token: 'finance without employee' };
    expect((await town.ask(nobody, '{ myEvaluations { grade } }')).data).toEqual({ myEvaluations: [] });
    const query = 'query($id: ID!) { employee(id: $id) { evaluations { grade } } }';
    expect((await town.ask(head, query, { id: employeeId })).data.employee.evaluations).toEqual([{ grade: 'GOOD' }]);
    for (const who of [own, staff('auditor'), staff('facility-manager')])
      expect((await town.ask(who, query, { id: employeeId })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await forbidden('evaluate', { i }, staff('facility-manager'))).toBe('FORBIDDEN');
    expect(refusals(await send('confirm', { id: evaluation.id, version: 2 }, staff('hr', { municipality: bauska })))).toEqual([
      'NOT_FOUND id',
    ]);
  });

  it('are promoted by two, and the kind of past days stays', async () => {
    const unit = await make.unit('Sektors');
    const employeeId = await make.employee('Kāpjošā', 'SOCIAL_WORKER', '2020-01-01', '2027-06-01');
    await make.hold(await make.post(unit), employeeId, '2020-01-01', '2027-06-01');
    const i = { employeeId, kind: 'SENIOR_SOCIAL_WORKER', from: '2026-11-01', reason: 'Vada grupu' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('propose', { i }, head)));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('DUPLICATE employeeId'));
    const { id } = answers[0].promotion;
    expect(await forbidden('decide', { id, version: 1, confirm: true }, head)).toBe('FORBIDDEN');
    expect(refusals(await send('decide', { id, version: 2, confirm: true }))).toEqual(['STALE version']);
    const decisions = await Promise.all(Array.from({ length: 20 }, () => send('decide', { id, version: 1, confirm: true })));
    expect(decisions.flatMap(refusals)).toEqual(Array(19).fill('STALE version'));
    const { data } = await town.ask(
      hr,
      'query($id: ID!) { employee(id: $id) { kind posts { until } employments { kind from until } promotions { state } } }',
      {
        id: employeeId,
      },
    );
    expect(data.employee).toEqual({
      kind: 'SENIOR_SOCIAL_WORKER',
      posts: [{ until: '2027-06-01' }],
      employments: [
        { kind: 'SOCIAL_WORKER', from: '2020-01-01', until: '2026-11-01' },
        { kind: 'SENIOR_SOCIAL_WORKER', from: '2026-11-01', until: '2027-06-01' },
      ],
      promotions: [{ state: 'CONFIRMED' }],
    });
    expect(await town.sql(`select body ->> 'kind' as kind from outbox where key = $1`, [employeeId])).toEqual([
      { kind: 'SENIOR_SOCIAL_WORKER' },
    ]);
    expect(refusals(await send('decide', { id, version: 2, confirm: false }))).toEqual(['WRONG_STATE id']);
  });

  it('are not promoted by themselves, nor by who proposed, nor where it was declined or has become impossible', async () => {
    const employeeId = await make.employee('Otra');
    const i = { employeeId, kind: 'OTHER', from: '2027-01-01', reason: 'Vadība' };
    expect(refusals(await send('propose', { i }, staff('hr', { employee: employeeId })))).toEqual(['FOUR_EYES employeeId']);
    const { promotion } = await send('propose', { i });
    expect(refusals(await send('decide', { id: promotion.id, version: 1, confirm: true }))).toEqual(['FOUR_EYES id']);
    expect((await send('decide', { id: promotion.id, version: 1, confirm: false }, director)).promotion.state).toBe('DECLINED');
    expect(await town.sql('select kind from employment where employee_id = $1', [employeeId])).toEqual([{ kind: 'SOCIAL_WORKER' }]);
    const again = (await send('propose', { i })).promotion;
    await town.sql(`update employment set until_date = '2026-12-01' where employee_id = $1`, [employeeId]);
    expect(refusals(await send('decide', { id: again.id, version: 1, confirm: true }, director))).toEqual(['INVALID id']);
    expect(refusals(await send('decide', { id: newId(), version: 1, confirm: true }, director))).toEqual(['NOT_FOUND id']);
  });

  it('are counted by age and experience from records, and nobody’s birth date is shown', async () => {
    const own = await testSubgraph(workforce);
    try {
      const there = arranger(own, daugavpils);
      const [young, old] = [await there.employee('Jaunā', 'CARER', '2026-01-01'), await there.employee('Vecā', 'CARER', '2021-01-01')];
      await there.employee('Nezināmā', 'CARER', '2019-01-01');
      await there.employee('Aizgājusī', 'CARER', '2019-01-01', '2020-01-01');
      const profile = async (i: object) => (await own.ask(hr, mutations.profile, { i })).data.done;
      expect(refusals(await profile({ employeeId: young, birthDate: '2000-11-23' }))).toEqual([]);
      expect(refusals(await profile({ employeeId: old, birthDate: '1960-01-01', inFieldSince: '1990-01-01' }))).toEqual([]);
      expect(refusals(await profile({ employeeId: old, birthDate: '1961-01-01', inFieldSince: '1970-01-01' }))).toEqual([
        'INVALID inFieldSince',
      ]);
      const query = '{ workforceProfile { employees ageUnknown age { from employees } experience { from employees } } }';
      expect((await own.ask(hr, query)).data.workforceProfile).toEqual({
        employees: 3,
        ageUnknown: 1,
        age: [0, 30, 40, 50, 60].map((from) => ({ from, employees: from === 0 || from === 60 ? 1 : 0 })),
        experience: [0, 1, 5, 10, 20].map((from) => ({ from, employees: [0, 5, 20].includes(from) ? 1 : 0 })),
      });
      expect((await own.ask(staff('social-worker'), query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    } finally {
      await own.drop();
    }
  });

  it('owe training and supervision, seen for a whole unit with the same number of statements, beside its vacant posts', async () => {
    const unit = await make.unit('Nodaļa');
    const [done, owing] = [await make.employee('Ābele'), await make.employee('Zāle')];
    for (const id of [done, owing]) await make.hold(await make.post(unit), id);
    await make.training(done, '2025-03-03', 2400);
    await make.supervision(done, '2025-03-04', 'INDIVIDUAL', 900);
    await make.training(owing, '2025-03-03', 1000);
    const cook = await make.employee('Pavāre', 'OTHER');
    await make.hold(await make.post(unit, 50), cook, '2020-01-01', '2026-10-01');
    const query =
      '{ units { label obligations(year: 2025) { owing missing employees { employee { name } met training { hours met } supervision { hours met } } } vacantPosts { fte since until } } }';
    const look = async () => (await town.ask(head, query)).data.units.find(({ label }: { label: string }) => label === 'Nodaļa');
    expect(await look()).toEqual({
      label: 'Nodaļa',
      obligations: {
        owing: 2,
        missing: 1,
        employees: [
          { employee: { name: 'Ābele' }, met: true, training: { hours: 24, met: true }, supervision: { hours: 18, met: true } },
          { employee: { name: 'Zāle' }, met: false, training: { hours: 10, met: false }, supervision: { hours: 0, met: false } },
        ],
      },
      vacantPosts: [{ fte: 0.5, since: '2026-10-01', until: null }],
    });
    const counter = countStatements(town.database.superUrl);
    const statements = async () => {
      await counter.reset();
      await look();
      return counter.count();
    };
    const before = await statements();
    for (let n = 0; n < 4; n++) await make.hold(await make.post(await make.unit(`Cita ${n}`)), await make.employee(`Cits ${n}`));
    expect(await statements()).toBe(before);
    expect((await town.ask(staff('social-worker'), '{ units { obligations(year: 2025) { owing } } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});
