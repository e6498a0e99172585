import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const fields =
  'id number receivedOn dueOn termCitation danger examinedOn outcome findings late version person { id } kinds followUps { kind objectId note on }';
const report = `mutation($i: ReportViolenceInput!) { reportViolence(input: $i) { number dueOn violenceReport { ${fields} } problems { code field } } }`;
const blindReport = `mutation($i: ReportViolenceInput!) { reportViolence(input: $i) { number dueOn problems { code field } } }`;
const examine = `mutation($i: ExamineViolenceInput!) { examineViolence(input: $i) { violenceReport { ${fields} } problems { code field } } }`;
const follow = `mutation($i: AddViolenceFollowUpInput!) { addViolenceFollowUp(input: $i) { violenceReport { ${fields} } problems { code field } } }`;
const due = '{ unexaminedViolenceReports(first: 100) { nodes { id dueOn } totalCount } }';

describe('a report of violence', () => {
  const neighbours = new Neighbours();
  const worker = staff('social-worker');
  let town: TestSubgraph;
  let keys = 0;

  const told = (change: object = {}) => ({
    key: `k-${++keys}`,
    reporter: 'NEIGHBOUR',
    victim: 'ADULT',
    victimDescribed: 'Sieviete 3. stāvā',
    kinds: ['UNKNOWN'],
    receivedOn: '2026-11-20',
    account: 'Kliedzieni aiz sienas',
    danger: false,
    ...change,
  });
  const reporting = async (change: object = {}, who = worker) => (await town.ask(who, report, { i: told(change) })).data.reportViolence;
  const examining = async (input: object, who = worker) => (await town.ask(who, examine, { i: input })).data.examineViolence;
  const following = async (input: object, who = worker) => (await town.ask(who, follow, { i: input })).data.addViolenceFollowUp;

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('is recorded with little known, due by the rule of its day: danger the same day, a child the next, an adult in ten days', async () => {
    const { violenceReport, problems, number } = await reporting();
    expect(problems).toEqual([]);
    expect(violenceReport).toMatchObject({
      number,
      dueOn: '2026-11-30',
      person: null,
      examinedOn: null,
      late: false,
      kinds: ['UNKNOWN'],
      followUps: [],
    });
    expect(number).toMatch(/^V-\d{6}$/);
    expect((await reporting({ victim: 'CHILD' })).dueOn).toBe('2026-11-21');
    expect((await reporting({ danger: true })).dueOn).toBe('2026-11-20');
    expect((await reporting({ receivedOn: '2014-12-31' })).problems).toMatchObject([{ code: 'RULE_MISSING' }]);
    await town.sql(
      `insert into service_term (code, municipality, valid_from, days, citation, assumed) values ('violence.adult', $1, '2026-11-22', 3, 'Saistošie noteikumi', true)`,
      ['0002000'],
    );
    expect((await reporting({ receivedOn: '2026-11-22' })).violenceReport).toMatchObject({
      dueOn: '2026-11-25',
      termCitation: 'Saistošie noteikumi',
    });
    await town.sql(`delete from service_term where municipality = '0002000'`);
  });

  it('is refused where it cannot be right, and of somebody the town does not know', async () => {
    const wrong = await reporting({ key: ' ', account: '', receivedOn: '2026-11-23', victimDescribed: null });
    expect(wrong.problems.map(({ field }: { field: string }) => field)).toEqual(['key', 'account', 'receivedOn', 'victimDescribed']);
    expect((await reporting({ personId: neighbours.person(bauska) })).problems).toEqual([{ code: 'NOT_FOUND', field: 'personId' }]);
    expect((await town.ask(worker, report, { i: told({ kinds: [] }) })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is recorded once for its key, though it is sent twenty times at once; another under the key is refused', async () => {
    const input = told();
    const answers = await Promise.all(Array.from({ length: 20 }, () => town.ask(worker, report, { i: input })));
    expect(new Set(answers.map(({ data }) => data.reportViolence.number)).size).toBe(1);
    expect((await town.sql('select 1 from violence_report where key = $1', [input.key])).length).toBe(1);
    const other = await town.ask(worker, report, { i: { ...input, account: 'Cits' } });
    expect(other.data.reportViolence.problems).toEqual([{ code: 'INVALID', field: 'key' }]);
  });

  it('may be made by a carer, who learns its number and term but never reads it; few read it', async () => {
    const carer = staff('carer');
    const { data } = await town.ask(carer, blindReport, { i: told() });
    expect(data.reportViolence).toMatchObject({ number: expect.any(String), dueOn: '2026-11-30', problems: [] });
    expect((await town.ask(carer, report, { i: told() })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const role of ['assistance-organiser', 'head-of-assistance', 'facility-manager', 'carer', 'finance', 'hr', 'auditor'] as const)
      expect((await town.ask(staff(role), due)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await town.ask(staff('finance'), blindReport, { i: told() })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(
      (
        await town.ask(staff('director'), examine, {
          i: { reportId: newId(), version: 1, on: '2026-11-22', outcome: 'CONFIRMED', findings: 'x' },
        })
      ).errors,
    ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('waits in the list until it is examined, the first due first; each look at a known person is written down', async () => {
    const person = neighbours.person();
    const { violenceReport } = await reporting({ personId: person, danger: true, receivedOn: '2026-11-10' });
    const list = (await town.ask(worker, due)).data.unexaminedViolenceReports;
    expect(list.nodes[0]).toEqual({ id: violenceReport.id, dueOn: '2026-11-10' });
    expect(list.nodes.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual(list.nodes.map(({ dueOn }: { dueOn: string }) => dueOn).sort());
    expect(list.totalCount).toBe(list.nodes.length);
    expect(await town.sql(`select action from audit_entry where person_id = $1 and action = 'violence.read'`, [person])).toEqual([
      { action: 'violence.read' },
    ]);
    const done = await examining({
      reportId: violenceReport.id,
      version: 1,
      on: '2026-11-12',
      outcome: 'CONFIRMED',
      findings: 'Apstiprinās',
    });
    expect(done.violenceReport).toMatchObject({ outcome: 'CONFIRMED', examinedOn: '2026-11-12', late: true, version: 2 });
    const after = (await town.ask(worker, due)).data.unexaminedViolenceReports;
    expect(after.totalCount).toBe(list.totalCount - 1);
  });

  it('is examined once, by one of two at once, and learns then who suffers', async () => {
    const { violenceReport } = await reporting();
    const person = neighbours.person();
    const input = {
      reportId: violenceReport.id,
      version: 1,
      on: '2026-11-22',
      outcome: 'CONFIRMED',
      findings: 'Ir zilumi',
      personId: person,
    };
    const both = await Promise.all([examining(input), examining(input)]);
    expect(both.map(({ problems }) => problems[0]?.code ?? null).sort()).toEqual(['STALE', null]);
    expect(both.find((one) => one.violenceReport)?.violenceReport.person).toEqual({ id: person });
    expect((await examining({ ...input, version: 2 })).problems).toEqual([{ code: 'WRONG_STATE', field: 'reportId' }]);
    expect((await examining({ ...input, reportId: newId() })).problems).toEqual([{ code: 'NOT_FOUND', field: 'reportId' }]);
    expect((await examining({ ...input, version: 2 }, staff('social-worker', { municipality: bauska }))).problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });

  it('names what followed: a case, a referral and a stay that exist, and the police in words; each once', async () => {
    const person = neighbours.person();
    const { violenceReport } = await reporting({ personId: person });
    const socialCase = await put(town, 'social_case', {
      person_id: person,
      target_group: 'VIOLENCE',
      risk: 'HIGH_RISK',
      responsible_id: newId(),
      opened_on: '2026-11-20',
    });
    const stay = newId();
    neighbours.stays.add(stay);
    const entry = (kind: string, rest: object) => ({ reportId: violenceReport.id, kind, on: '2026-11-21', ...rest });
    expect((await following(entry('CASE', { objectId: socialCase }))).problems).toEqual([]);
    expect((await following(entry('PLACEMENT', { objectId: stay }))).problems).toEqual([]);
    const { violenceReport: after } = await following(entry('POLICE', { note: 'VP izsaukums' }));
    expect(after.followUps).toEqual([
      { kind: 'CASE', objectId: socialCase, note: null, on: '2026-11-21' },
      { kind: 'PLACEMENT', objectId: stay, note: null, on: '2026-11-21' },
      { kind: 'POLICE', objectId: null, note: 'VP izsaukums', on: '2026-11-21' },
    ]);
    for (const kind of ['CASE', 'REFERRAL', 'PLACEMENT'])
      expect((await following(entry(kind, { objectId: newId() }))).problems).toEqual([{ code: 'NOT_FOUND', field: 'objectId' }]);
    expect((await following(entry('CASE', { objectId: socialCase }))).problems).toEqual([{ code: 'DUPLICATE', field: 'objectId' }]);
    expect((await following(entry('POLICE', {}))).problems).toEqual([{ code: 'INVALID', field: 'note' }]);
  });

  it('is never lost: the application cannot delete it, nor change what was told', async () => {
    const { violenceReport } = await reporting();
    const em = town.database.database.orm.em.fork();
    await expect(em.execute('delete from violence_report')).rejects.toThrow(/permission denied/);
    await expect(em.execute('delete from violence_follow_up')).rejects.toThrow(/permission denied/);
    await expect(town.sql(`update violence_report set account = 'nekas' where id = $1`, [violenceReport.id])).rejects.toThrow(
      /stays as it was/,
    );
  });

  it('stands in the timeline for who may read it, and for nobody else; another town has none of it', async () => {
    const person = neighbours.person();
    await reporting({ personId: person });
    const query =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { timeline { totalCount nodes { kind title(language: EN) } } } } }';
    const timeline = async (who = worker) =>
      (await town.ask(who, query, { r: [{ __typename: 'Person', id: person }] })).data._entities[0].timeline;
    expect(await timeline()).toEqual({
      totalCount: 1,
      nodes: [{ kind: 'VIOLENCE_REPORTED', title: expect.stringMatching(/^Violence reported V-/) }],
    });
    expect(await timeline(staff('assistance-organiser'))).toEqual({ totalCount: 0, nodes: [] });
    const theirs = (await town.ask(staff('social-worker', { municipality: bauska }), due)).data.unexaminedViolenceReports;
    expect(theirs).toEqual({ nodes: [], totalCount: 0 });
  });

  it('is listed by person, kind of victim and state, page by page', async () => {
    const person = neighbours.person();
    for (let n = 0; n < 3; n++) await reporting({ personId: person, victim: n ? 'CHILD' : 'ADULT' });
    const query = `query($f: ViolenceReportFilter, $n: Int!, $a: String) { violenceReports(filter: $f, first: $n, after: $a) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const page = async (f: object, n: number, a: string | null = null) => (await town.ask(worker, query, { f, n, a })).data.violenceReports;
    const first = await page({ personId: person }, 2);
    const second = await page({ personId: person }, 2, first.pageInfo.endCursor);
    expect([first.totalCount, first.nodes.length, second.nodes.length, second.pageInfo.hasNextPage]).toEqual([3, 2, 1, false]);
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id)).size).toBe(3);
    expect((await page({ personId: person, victim: 'CHILD', examined: false }, 9)).totalCount).toBe(2);
    expect((await page({ personId: person, examined: true }, 9)).totalCount).toBe(0);
    expect((await page({ personId: 'nobody' }, 9)).totalCount).toBe(0);
  });
});
