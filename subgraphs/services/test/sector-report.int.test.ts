import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bauska, daugavpils, Neighbours, put, townWith } from './town.js';

const problems = 'problems { code field }';
const mutations = {
  openCase: `mutation($i: OpenCaseInput!) { done: openCase(input: $i) { record: socialCase { id } ${problems} } }`,
  requestService: `mutation($i: RequestServiceInput!) { done: requestService(input: $i) { record: serviceRequest { id version } ${problems} } }`,
  assessNeeds: `mutation($i: AssessNeedsInput!) { done: assessNeeds(input: $i) { record: serviceRequest { id version } ${problems} } }`,
  decideService: `mutation($i: DecideServiceInput!) { done: decideService(input: $i) { record: serviceRequest { id version state } ${problems} } }`,
  endService: `mutation($i: EndServiceInput!) { done: endService(input: $i) { record: serviceRequest { id version } ${problems} } }`,
  recordDelivery: `mutation($i: RecordDeliveryInput!) { done: recordDelivery(input: $i) { record: delivery { id } ${problems} } }`,
  recordTrip: `mutation($i: RecordTripInput!) { done: recordTrip(input: $i) { record: trip { id } ${problems} } }`,
  reportViolence: `mutation($i: ReportViolenceInput!) { done: reportViolence(input: $i) { record: violenceReport { id version } ${problems} } }`,
  examineViolence: `mutation($i: ExamineViolenceInput!) { done: examineViolence(input: $i) { record: violenceReport { id } ${problems} } }`,
  openProgramme: `mutation($i: OpenProgrammeInput!) { done: openProgramme(input: $i) { record: programme { id project { code number } } ${problems} } }`,
  enrolInProgramme: `mutation($i: EnrolInProgrammeInput!) { done: enrolInProgramme(input: $i) { record: enrolment { id } ${problems} } }`,
  recordSession: `mutation($i: RecordSessionInput!) { done: recordSession(input: $i) { record: session { id } ${problems} } }`,
} as const;
const tables = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { services { id rows { key value } } } } }';
const projectOf = 'query($id: ID!) { serviceRequest(id: $id) { project { group project { code number label(language: EN) } } } }';

interface Done {
  id: string;
  version: number;
}

describe('the report of the sector for persons with disability and older people, and of projects', () => {
  const neighbours = new Neighbours();
  const [first, second] = [staff('head-of-services', { employee: newId() }), staff('director', { employee: newId() })];
  let town: TestSubgraph;
  let keys = 0;
  beforeEach(async () => {
    await town?.drop();
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  const answer = async (mutation: keyof typeof mutations, i: object, who = first) => {
    const { data, errors } = await town.ask(who, mutations[mutation], { i });
    expect(errors).toBeUndefined();
    return data.done as { record: Done | null; problems: { code: string; field: string | null }[] };
  };
  const make = async (mutation: keyof typeof mutations, i: object, who = first): Promise<Done> => {
    const { record, problems: refused } = await answer(mutation, i, who);
    expect(refused).toEqual([]);
    return record as Done;
  };
  const asked = async (serviceType: string, personId = neighbours.person(), more: object = {}): Promise<Done> => {
    const request = await make('requestService', { personId, serviceType, requestedOn: '2026-11-02', ...more });
    return make('assessNeeds', {
      requestId: request.id,
      version: request.version,
      on: '2026-11-05',
      score: 40,
      level: 2,
      findings: 'Vajag',
    });
  };
  const decide = async ({ id, version }: Done, outcome: string, terms: object = {}): Promise<Done> => {
    const proposed = await make('decideService', { requestId: id, version, outcome, reasons: 'Pamatojums', ...terms });
    return make('decideService', { requestId: id, version: proposed.version, outcome, reasons: 'Pamatojums', ...terms }, second);
  };
  /** The rows of a table that are neither zero nor null. */
  const counted = async (table: string, year = 2026, municipality = daugavpils): Promise<Record<string, number>> => {
    const of = [{ __typename: 'AnnualReport', municipalityCode: municipality, year }];
    const { data } = await town.ask(staff('director', { municipality }), tables, { of });
    const found: { id: string; rows: { key: string; value: number | null }[] }[] = data._entities[0].services;
    return Object.fromEntries(found.find(({ id }) => id === table)?.rows.flatMap(({ key, value }) => (value ? [[key, value]] : [])) ?? []);
  };
  const sector = (year?: number) => counted('disability-and-elderly-sector', year);

  it('counts a grant once as granted, and what begins on the day on which it ends as extended', async () => {
    const person = neighbours.person();
    const terms = { from: '2026-11-10', until: '2026-11-20' };
    await decide(await asked('short-term-care', person), 'GRANT', terms);
    expect(await sector()).toEqual({ 'short-term-care-granted': 1 });
    await decide(await asked('short-term-care', person), 'GRANT', { from: '2026-11-20', until: '2026-12-20' });
    expect(await sector()).toEqual({ 'short-term-care-granted': 1, 'short-term-care-extended': 1 });
    await decide(await asked('short-term-care'), 'GRANT', { from: '2026-11-21', until: '2026-12-20' });
    await decide(await asked('municipal-long-term-care', person), 'GRANT', { from: '2026-12-20', until: null });
    expect(await sector()).toEqual({ 'short-term-care-granted': 2, 'short-term-care-extended': 1, 'municipal-long-term-care-granted': 1 });
    expect(await sector(2025)).toEqual({});
  });

  it('counts who waits, who is refused, and who gives up a granted service before it began', async () => {
    await decide(await asked('state-long-term-care'), 'WAIT');
    await decide(await asked('siva-rehabilitation'), 'WAIT');
    await decide(await asked('siva-rehabilitation'), 'REFUSE');
    const granted = await decide(await asked('state-long-term-care'), 'GRANT', { from: '2026-11-22' });
    const known = { 'state-long-term-care-queued': 1, 'siva-rehabilitation-queued': 1, 'siva-rehabilitation-refused': 1 };
    expect(await sector()).toEqual({ ...known, 'state-long-term-care-granted': 1 });
    await make('endService', { requestId: granted.id, version: granted.version, on: '2026-11-22', reason: 'OWN_WISH' });
    expect(await sector()).toEqual({ ...known, 'state-long-term-care-granted': 1, 'state-long-term-care-declined': 1 });

    const [entry] = await town.sql<{ id: string }>(
      `select e.id from waiting_list_entry e join service_request r on r.id = e.request_id where r.service_type = 'siva-rehabilitation'`,
    );
    const moved = { entry_id: entry?.id, on_date: '2026-11-22', changed_by: newId(), urgency_before: 3, urgency_after: 3, reason: 'Kļūda' };
    await put(town, 'waiting_list_change', {
      ...moved,
      since_before: '2026-11-22',
      since_after: '2025-11-22',
      recorded_at: '2026-11-22T10:00Z',
    });
    await town.sql(`update waiting_list_entry set since_date = '2025-11-22' where id = $1`, [entry?.id]);
    expect((await sector())['siva-rehabilitation-queued']).toBe(1);
    expect(await sector(2025)).toEqual({});
  });

  it('counts files, riders, examined reports and applications, each of the year and the town, and no more when the record is gone', async () => {
    const [driver, person] = [neighbours.employee(), neighbours.person()];
    const file = { targetGroup: 'ELDERLY', risk: 'NONE', responsibleId: driver, goals: [{ text: 'Aprūpe', activities: [] }] };
    await make('openCase', { ...file, personId: person, openedOn: '2025-12-01' });
    await make('openCase', { ...file, personId: person, targetGroup: 'PERSON_WITH_DISABILITY', openedOn: '2026-02-01' });
    await make('openCase', { ...file, personId: neighbours.person(), openedOn: '2026-02-01' });
    const ride = await decide(await asked('specialised-transport', person), 'GRANT', { from: '2026-11-15' });
    for (const hour of ['08', '10']) {
      const [departsAt, arrivesAt] = [`2026-11-16T${hour}:00:00Z`, `2026-11-16T${hour}:40:00Z`];
      const trip = {
        key: `b-${++keys}`,
        serviceType: 'specialised-transport',
        vehicle: 'A',
        departsAt,
        arrivesAt,
        fromPlace: 'A',
        toPlace: 'B',
      };
      await make('recordTrip', { ...trip, riders: [{ requestId: ride.id }] }, staff('facility-manager'));
    }
    for (const [victim, isExamined] of [
      ['ADULT', true],
      ['ADULT', false],
      ['CHILD', true],
    ] as const) {
      const told = {
        reporter: 'POLICE',
        victim,
        victimDescribed: 'Kāds',
        kinds: ['UNKNOWN'],
        receivedOn: '2026-11-20',
        account: 'Sauc',
        danger: false,
      };
      const { id, version } = await make('reportViolence', { ...told, key: `v-${++keys}` });
      const found = { reportId: id, version, on: '2026-11-21', outcome: 'CONFIRMED', findings: 'Noskaidrots' };
      if (isExamined) await make('examineViolence', found);
    }
    await decide(await asked('accessibility-housing'), 'GRANT', { from: '2026-11-22' });
    await asked('accessibility-lift');
    const all = {
      'client-files': 3,
      'new-clients': 1,
      'specialised-transport': 1,
      'violence-reports-examined': 1,
      'accessibility-applications': 2,
      'accessibility-housing-adaptation': 1,
    };
    expect(await sector()).toEqual(all);
    expect(await sector(2025)).toEqual({ 'client-files': 1, 'new-clients': 1 });
    expect(await counted('disability-and-elderly-sector', 2026, bauska)).toEqual({});

    await town.sql(`with needs as (delete from needs_assessment n using service_request r where r.id = n.request_id and r.service_type = 'accessibility-lift')
      delete from service_request where service_type = 'accessibility-lift'`);
    expect(await sector()).toEqual({ ...all, 'accessibility-applications': 1 });
    await town.sql(`delete from case_goal where case_id in (select id from social_case where opened_on = '2025-12-01')`);
    await town.sql(`delete from social_case where opened_on = '2025-12-01'`);
    expect(await sector()).toEqual({ ...all, 'accessibility-applications': 1, 'client-files': 2, 'new-clients': 2 });
  });

  it('counts each person of a project once for a service delivered within it, as whom they take part', async () => {
    const [child, adult] = [neighbours.person(), neighbours.person()];
    const within = (group: string) => ({ requestedOn: '2023-11-20', project: { code: 'di-latgale', group } });
    const deliver = async (serviceType: string, personId: string, more: object) => {
      const request = await decide(await asked(serviceType, personId, more), 'GRANT', { from: '2023-12-01', until: '2023-12-31' });
      for (const on of ['2023-12-05', '2023-12-06'])
        await make('recordDelivery', { key: `d-${++keys}`, requestId: request.id, on, units: 1, unit: 'SESSION' });
      return request.id;
    };
    const riding = await deliver('riding-therapy', child, within('CHILD_WITH_FUNCTIONAL_IMPAIRMENT'));
    await deliver('speech-therapist', child, within('CHILD_WITH_FUNCTIONAL_IMPAIRMENT'));
    await deliver('physiotherapist', adult, within('LEGAL_REPRESENTATIVE'));
    await deliver('social-mentor', neighbours.person(), within('ADULT_WITH_MENTAL_IMPAIRMENT'));
    await deliver('riding-therapy', neighbours.person(), { requestedOn: '2023-11-20' });
    const children = { children: 1, 'children-riding-therapy': 1, 'children-other': 1 };
    const representatives = { representatives: 1, 'representatives-physiotherapist': 1 };
    expect(await counted('di-project-children', 2023)).toEqual({ ...children, ...representatives });
    expect(await counted('di-project-adults', 2023)).toEqual({ adults: 1, 'social-mentor': 1 });
    await town.sql(`delete from delivery where request_id = $1`, [riding]);
    expect(await counted('di-project-children', 2023)).toEqual({ children: 1, 'children-other': 1, ...representatives });

    const { data } = await town.ask(first, projectOf, { id: riding });
    expect(data.serviceRequest.project).toEqual({
      group: 'CHILD_WITH_FUNCTIONAL_IMPAIRMENT',
      project: { code: 'di-latgale', number: '9.2.2.1/15/I/005', label: expect.stringContaining('Latgale') },
    });
    const blind = await town.ask(staff('auditor'), projectOf, { id: riding });
    expect(blind.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('refuses a request within a project that does not pay then, is not for such persons, or that nobody has', async () => {
    const i = { personId: neighbours.person(), serviceType: 'riding-therapy', requestedOn: '2023-11-20' };
    const group = 'CHILD_WITH_FUNCTIONAL_IMPAIRMENT';
    const refusal = async (change: object) => (await answer('requestService', { ...i, ...change })).problems;
    expect(await refusal({ project: { code: 'nobody', group } })).toEqual([{ code: 'NOT_FOUND', field: 'project.code' }]);
    expect(await refusal({ project: { code: 'lli-550', group } })).toMatchObject([{ code: 'INVALID' }, { field: 'project.group' }]);
    const late = { requestedOn: '2024-01-01', project: { code: 'di-latgale', group } };
    expect(await refusal(late)).toEqual([{ code: 'INVALID', field: 'requestedOn' }]);
    expect(await refusal({ project: { code: 'di-latgale', group } })).toEqual([]);
  });

  it('counts sessions and visits of the programmes of a project, and says nothing where the town has none', async () => {
    const manager = staff('facility-manager');
    const leaderId = neighbours.employee();
    const rows = async () => (await counted('project-lli-550', 2022)) as object;
    const opening = { code: 'exercise-classes', name: 'Vingrošana', from: '2022-01-03', project: 'lli-550' };
    expect((await answer('openProgramme', { ...opening, project: 'nobody' }, manager)).problems).toEqual([
      { code: 'NOT_FOUND', field: 'project' },
    ]);
    expect((await answer('openProgramme', { ...opening, from: '2024-01-03' }, manager)).problems).toEqual([
      { code: 'INVALID', field: 'from' },
    ]);
    const programme = await make('openProgramme', opening, manager);
    expect(programme).toMatchObject({ project: { code: 'lli-550', number: 'LLI-550' } });
    expect((await answer('openProgramme', { ...opening, project: null }, manager)).problems).toEqual([
      { code: 'DUPLICATE', field: 'code' },
    ]);
    const personId = neighbours.person();
    await make('enrolInProgramme', { programmeId: programme.id, personId, from: '2022-01-10' }, manager);
    for (const attended of [true, true, false]) {
      const session = { key: `s-${++keys}`, programmeId: programme.id, on: '2022-02-01', leaderId, attendance: [{ personId, attended }] };
      await make('recordSession', session, manager);
    }
    expect(await rows()).toEqual({ 'exercise-classes': 3, 'exercise-classes-visits': 2 });
    await town.sql(
      `delete from session_attendance where attended and id = (select min(id::text)::uuid from session_attendance where attended)`,
    );
    expect(await rows()).toEqual({ 'exercise-classes': 3, 'exercise-classes-visits': 1 });
    await town.sql(`update programme set project = null`);
    expect(await rows()).toEqual({});
  });

  it('lists projects and further services to staff, apart from the twenty', async () => {
    const { data } = await town.ask(
      staff('carer'),
      '{ serviceProjects { code groups from until assumed } furtherServiceTypes { code further } serviceTypes { further } }',
    );
    expect(data.serviceProjects).toMatchObject([
      { code: 'di-latgale', assumed: true },
      { code: 'lli-550', groups: [] },
    ]);
    expect(data.furtherServiceTypes).toContainEqual({ code: 'siva-rehabilitation', further: true });
    expect(data.serviceTypes).toEqual(Array.from({ length: 20 }, () => ({ further: false })));
  });
});
