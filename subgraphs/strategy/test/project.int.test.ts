import { withSession } from '@atbalsts/database';
import { bauska, partner, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';
import { Project } from '../src/project/project.entity.js';

const both = (text: string) => ({ lv: text, en: `${text} EN` });
const open = `mutation($i: OpenProjectCallInput!) { openProjectCall(input: $i) { projectCall { id code title(language: EN) region { code } opensOn closesOn maxMonths ceiling } problems { code field } } }`;
const submit = `mutation($i: SubmitProjectInput!) { submitProject(input: $i) { project { id title amount organisationId registrationVerified submittedOn } problems { code field message(language: EN) } } }`;
const seen = '{ projectCalls { code projects { title municipality { code } organisationId call { code } } } }';
const region = regional('latgale');
const director = staff('director');
const ngo = partner('0197a000-0000-7000-8000-00000000000a');
const otherNgo = partner('0197a000-0000-7000-8000-00000000000b');

interface Answer {
  project: { id: string } | null;
  problems: { code: string }[];
}

describe('calls for projects', () => {
  let town: TestSubgraph;
  let institutionsDown = false;
  const call = (code: string, change: object = {}) => ({
    code,
    title: both('Konkurss'),
    year: 2027,
    opensOn: '2026-11-01',
    closesOn: '2027-02-01',
    ceiling: '100000.00',
    eligibleApplicants: both('Reģistrēti sniedzēji'),
    eligibleCosts: ['transports'],
    source: 'Programma',
    ...change,
  });
  const project = (change: object = {}) => ({
    callId: 'latgale-2027-1',
    title: 'Atelpas brīdis',
    summary: 'Vecākiem, kas kopj',
    from: '2027-03-01',
    months: 24,
    amount: '50000.00',
    totalCosts: '50000.00',
    infrastructure: '2500.00',
    registration: 'SPR-1',
    ...change,
  });
  const send = async (what: string, input: object, who: typeof director) => {
    const { data, errors } = await town.ask(who, what, { i: input });
    expect(errors).toBeUndefined();
    return Object.values(data)[0] as Answer;
  };
  const projectsSeen = async (who: typeof director) => {
    const { data, errors } = await town.ask(who, seen);
    expect(errors).toBeUndefined();
    return data.projectCalls.flatMap((one: { projects: { title: string }[] }) => one.projects.map(({ title }) => title));
  };

  beforeAll(async () => {
    town = await testSubgraph(strategy, {
      institutions: () => {
        if (institutionsDown) throw new Error('gone');
        const registration = { number: 'SPR-1', validFrom: '2024-01-01', validTo: '2029-01-01' };
        const lapsed = { number: 'SPR-0', validFrom: '2021-11-22', validTo: '2026-11-22' };
        return { data: { facilities: [{ registration: null }, { registration }, { registration: lapsed }] } };
      },
    });
  });
  afterAll(() => town?.drop());

  it('are opened by the region, for itself', async () => {
    expect(await send(open, call('latgale-2027-1'), region)).toEqual({
      projectCall: {
        id: expect.any(String),
        code: 'latgale-2027-1',
        title: 'Konkurss EN',
        region: { code: 'latgale' },
        opensOn: '2026-11-01',
        closesOn: '2027-02-01',
        maxMonths: 24,
        ceiling: '100000.00',
      },
      problems: [],
    });
    expect(await send(open, call('latgale-2027-1', { title: both('Cits') }), region)).toMatchObject({
      projectCall: { title: 'Konkurss EN' },
      problems: [{ code: 'DUPLICATE', field: 'code' }],
    });
    expect(await send(open, call('latgale-2027-2', { closesOn: '2026-11-22' }), region)).toMatchObject({
      projectCall: null,
      problems: [{ code: 'INVALID', field: 'closesOn' }],
    });
    expect((await town.ask(director, open, { i: call('x') })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await town.sql(`select municipality, subject from audit_entry where action = 'projectCall.open'`)).toEqual([
      { municipality: 'region:latgale', subject: 'region-latgale' },
    ]);
    await send(open, call('zemgale-2027-1'), regional('zemgale'));
  });

  it('take projects of towns and of partners, and show each its own, a region those of its calls', async () => {
    const ofTown = await send(submit, project(), director);
    expect(ofTown).toMatchObject({
      project: { amount: '50000.00', organisationId: null, registrationVerified: true, submittedOn: '2026-11-22' },
      problems: [],
    });
    const ofNgo = await send(submit, project({ title: 'NVO projekts', registration: 'SPR-77' }), ngo);
    expect(ofNgo).toMatchObject({ project: { organisationId: ngo.organisation, registrationVerified: false }, problems: [] });
    expect(await projectsSeen(region)).toEqual(['Atelpas brīdis', 'NVO projekts']);
    expect(await projectsSeen(regional('zemgale'))).toEqual([]);
    expect(await projectsSeen(director)).toEqual(['Atelpas brīdis']);
    expect(await projectsSeen(staff('director', { municipality: bauska }))).toEqual([]);
    const visible = (who: typeof ngo) => withSession(town.database.database, who, (em) => em.count(Project, {}));
    expect([await visible(ngo), await visible(otherNgo)]).toEqual([1, 0]);
    const entity = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Project { title } } }';
    const of = [{ __typename: 'Project', id: ofNgo.project?.id }];
    expect((await town.ask(otherNgo, entity, { of })).data).toEqual({ _entities: [null] });
    expect((await town.ask(ngo, entity, { of })).data).toEqual({ _entities: [{ title: 'NVO projekts' }] });
    expect(await town.sql(`select municipality from audit_entry where action = 'project.submit' order by at`)).toEqual([
      { municipality: '0002000' },
      { municipality: `organisation:${ngo.organisation}` },
    ]);
  });

  it('tell a project every rule that it breaks', async () => {
    const wrong = project({
      title: 'Cits',
      months: 25,
      amount: '100000.01',
      totalCosts: '100000.01',
      infrastructure: '5000.01',
      registration: 'SPR-2',
    });
    const answer = await send(submit, wrong, director);
    expect(answer.project).toBeNull();
    expect(answer.problems).toMatchObject([
      { code: 'INVALID', field: 'months', message: 'In this call a project lasts at most 24 months.' },
      { code: 'BUDGET_EXCEEDED', field: 'amount', message: 'In this call a project gets at most 100000.00 EUR.' },
      { code: 'BUDGET_EXCEEDED', field: 'infrastructure' },
      { code: 'NOT_REGISTERED', field: 'registration' },
    ]);
    expect(await send(submit, project({ title: 'Cits', registration: 'SPR-0' }), director)).toMatchObject({
      problems: [{ code: 'NOT_REGISTERED' }],
    });
    expect(await send(submit, project({ title: 'Cits', registration: null }), ngo)).toMatchObject({
      problems: [{ code: 'NOT_REGISTERED' }],
    });
    expect(await town.sql(`select 1 from project where title = 'Cits'`)).toEqual([]);
  });

  it('take a title of one applicant once, even at once, and nothing for another region', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(submit, project({ title: 'Reizē' }), ngo)));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'DUPLICATE')).toHaveLength(4);
    expect(new Set(answers.map((answer) => answer.project?.id)).size).toBe(1);
    expect(await send(submit, project({ callId: 'zemgale-2027-1' }), director)).toMatchObject({
      problems: [{ code: 'NOT_FOUND', field: 'callId' }],
    });
    expect(await send(submit, project({ callId: 'x' }), ngo)).toMatchObject({ problems: [{ code: 'NOT_FOUND', field: 'callId' }] });
  });

  it('take nothing where the registration cannot be asked for, or from a role that may not', async () => {
    institutionsDown = true;
    expect(await send(submit, project({ title: 'Bez atbildes' }), director)).toMatchObject({
      project: null,
      problems: [{ code: 'UNAVAILABLE' }],
    });
    institutionsDown = false;
    for (const who of [staff('social-worker'), region])
      expect((await town.ask(who, submit, { i: project() })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
