import { newId } from '@atbalsts/database';
import { countStatements, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, daugavpils, Neighbours, put, townWith } from './town.js';

const item = 'kind dueOn daysLate objectId number title(language: EN) person { id } responsible { id }';
const mine = `{ myDay { on overdue { ${item} } thisWeek { ${item} } } }`;
const all = `query($n: Int! = 50, $a: String, $w: ID, $k: DueKind, $u: Date) { dueWork(first: $n, after: $a, responsibleId: $w, kind: $k, until: $u) { totalCount nodes { ${item} } pageInfo { endCursor hasNextPage } } }`;
interface Due {
  kind: string;
  dueOn: string;
  objectId: string;
}
const told = (items: Due[]) => items.map(({ kind, dueOn, objectId }) => `${dueOn} ${kind} ${objectId}`);

/** Today is Sunday, 22 November 2026. */
describe('what is due', () => {
  const [kristine, andris] = [newId(), newId()];
  const worker = staff('social-worker', { employee: kristine });
  const head = staff('head-of-services', { employee: newId() });
  let town: TestSubgraph;
  const neighbours = new Neighbours();
  const expected: string[] = [];

  const opened = (change: object = {}) =>
    put(town, 'social_case', {
      person_id: newId(),
      target_group: 'ADULT',
      risk: 'NONE',
      responsible_id: kristine,
      opened_on: '2026-11-02',
      ...change,
    });
  const asked = (change: object = {}) =>
    put(town, 'service_request', {
      person_id: newId(),
      service_type: 'home-care',
      requested_on: '2026-10-01',
      due_on: '2026-11-01',
      state: 'SUBMITTED',
      ...change,
    });
  const grant = {
    state: 'GRANTED',
    outcome: 'GRANT',
    proposed_by: newId(),
    confirmed_by: newId(),
    decided_on: '2026-10-10',
    from_date: '2026-10-10',
  };

  beforeAll(async () => {
    town = await townWith(neighbours);
    // nobody has begun
    const idle = await opened({ work_due_on: '2026-11-16' });
    expected.push(`2026-11-16 SOCIAL_WORK_START ${idle}`);
    // begun: by a note, by a visit, by an agreement; closed
    const noted = await opened({ work_due_on: '2026-11-16' });
    await put(town, 'case_note', { case_id: noted, employee_id: kristine, at: '2026-11-03T09:00:00Z', text: 'Sākts' });
    const [visited, agreed] = [newId(), newId()];
    await opened({ person_id: visited, work_due_on: '2026-11-16' });
    await put(town, 'home_visit', { person_id: visited, on_date: '2026-11-04' });
    await opened({ person_id: agreed, work_due_on: '2026-11-16' });
    await put(town, 'participation_agreement', { person_id: agreed, agreed_on: '2026-11-05', party_ids: [kristine], state: 'ACTIVE' });
    await opened({ work_due_on: '2026-11-16', closed_on: '2026-11-10' });
    // a family: never assessed, and assessed long ago; a goal
    const family = await opened({ target_group: 'FAMILY_WITH_CHILDREN', opened_on: '2026-11-01', responsible_id: andris });
    expected.push(`2026-11-15 RISK_ASSESSMENT ${family}`, `2026-11-15 SOCIAL_WORK_START ${family}`);
    const known = await opened({ target_group: 'FAMILY_WITH_CHILDREN', opened_on: '2026-01-02' });
    for (const [on, next] of [
      ['2026-01-10', '2026-04-10'],
      ['2026-08-20', '2026-11-20'],
    ]) {
      await put(town, 'risk_assessment', {
        case_id: known,
        person_id: newId(),
        on_date: on,
        assessed_by: kristine,
        form_version: 2,
        marks: '[]',
        score: 0,
        level: 'HIGH_RISK',
        next_due_on: next,
        findings: 'x',
        recorded_at: `${on}T10:00:00Z`,
      });
    }
    expected.push(`2026-11-20 RISK_ASSESSMENT ${known}`);
    const goal = await put(town, 'case_goal', { case_id: noted, place: 1, text: 'Darbs', due_on: '2026-11-22' });
    expected.push(`2026-11-22 CASE_GOAL ${goal}`);
    // requests: late, in time, waiting under a new proposal; to be reviewed, past their time; an offer
    expected.push(`2026-11-01 SERVICE_DECISION ${await asked({ person_id: visited })}`);
    await asked({ due_on: '2026-12-01' });
    const queued = await asked({ state: 'PROPOSED', outcome: 'GRANT', proposed_by: newId() });
    await put(town, 'waiting_list_entry', { request_id: queued, urgency: 1, since_date: '2026-10-20' });
    const review = await asked({ ...grant, review_on: '2026-11-12' });
    await put(town, 'needs_assessment', {
      request_id: review,
      assessed_on: '2026-10-05',
      assessed_by: andris,
      score: 1,
      level: 1,
      findings: 'x',
    });
    expected.push(`2026-11-12 SERVICE_REVIEW ${review}`);
    expected.push(`2026-11-13 SERVICE_END ${await asked({ ...grant, until_date: '2026-11-13' })}`);
    const person = newId();
    const waiting = await asked({
      person_id: person,
      state: 'WAITING',
      outcome: 'WAIT',
      proposed_by: newId(),
      confirmed_by: newId(),
      decided_on: '2026-10-10',
    });
    const entry = await put(town, 'waiting_list_entry', { request_id: waiting, urgency: 1, since_date: '2026-10-10' });
    const place = await put(town, 'free_place', {
      service_type: 'home-care',
      key: 'k',
      free_from: '2026-11-01',
      description: 'x',
      reported_on: '2026-11-01',
      reported_by: kristine,
      state: 'OPEN',
    });
    const offer = await put(town, 'place_offer', {
      place_id: place,
      entry_id: entry,
      request_id: waiting,
      person_id: person,
      offered_on: '2026-11-10',
      offered_by: kristine,
      answer_by: '2026-11-17',
      state: 'OFFERED',
    });
    expected.push(`2026-11-17 OFFER_ANSWER ${offer}`);
    await opened({ municipality: bauska, work_due_on: '2026-11-16' });
    expected.sort();
  });
  afterAll(() => town?.drop());

  it('is listed for the head, the longest overdue first, by the records alone', async () => {
    const { dueWork } = (await town.ask(head, all)).data;
    expect(told(dueWork.nodes)).toEqual(expected);
    expect(dueWork.totalCount).toBe(expected.length);
    expect(dueWork.nodes[0]).toMatchObject({
      daysLate: 21,
      title: expect.stringMatching(/^A service is to be decided: PK-\d+$/),
      responsible: { id: kristine },
    });
    // nobody manages a case of that person: who assessed the needs is asked; and of some nobody is
    const responsible = Object.fromEntries(
      dueWork.nodes.map(({ kind, responsible: who }: { kind: string; responsible: unknown }) => [kind, who]),
    );
    expect(responsible).toMatchObject({ SERVICE_REVIEW: { id: andris }, SERVICE_END: null, OFFER_ANSWER: { id: kristine } });
  });

  it('is paged without loss while work is done between the pages', async () => {
    const seen: string[] = [];
    let a: string | null = null;
    do {
      const { dueWork }: { dueWork: { nodes: Due[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } = (
        await town.ask(head, all, { n: 3, a })
      ).data;
      seen.push(...told(dueWork.nodes));
      a = dueWork.pageInfo.hasNextPage ? dueWork.pageInfo.endCursor : null;
    } while (a);
    expect(seen).toEqual(expected);
    expect((await town.ask(head, all, { a: 'x' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is found by worker, by kind and by day', async () => {
    const found = async (variables: object) => told((await town.ask(head, all, variables as Record<string, unknown>)).data.dueWork.nodes);
    expect(await found({ k: 'RISK_ASSESSMENT' })).toEqual(expected.filter((line) => line.includes('RISK_ASSESSMENT')));
    expect(await found({ u: '2026-11-13' })).toEqual(expected.filter((line) => line <= '2026-11-13 z'));
    expect((await found({ u: '2026-12-01' })).length).toBe(expected.length + 1);
    expect((await found({ w: andris })).length).toBe(3);
    expect(await found({ w: 'x' })).toEqual([]);
  });

  it('is shown to a worker as the own day: what is late, and what is due until Sunday', async () => {
    const { myDay } = (await town.ask(worker, mine)).data;
    expect(myDay.on).toBe('2026-11-22');
    expect(told(myDay.overdue).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '2026-11-01 SERVICE_DECISION',
      '2026-11-16 SOCIAL_WORK_START',
      '2026-11-17 OFFER_ANSWER',
      '2026-11-20 RISK_ASSESSMENT',
    ]);
    expect(told(myDay.thisWeek).map((line) => line.split(' ')[1])).toEqual(['CASE_GOAL']);
    const nobody = Object.freeze({ ...staff('social-worker', { subject: 'no employee' }), employee: undefined });
    expect((await town.ask(nobody, mine)).data.myDay).toEqual({ on: '2026-11-22', overdue: [], thisWeek: [] });
    expect((await town.ask(staff('social-worker', { employee: newId() }), mine)).data.myDay).toEqual({
      on: '2026-11-22',
      overdue: [],
      thisWeek: [],
    });
  });

  it('is of the own town, for who may, and one statement however much there is', async () => {
    const elsewhere = (await town.ask(staff('director', { municipality: bauska }), all)).data.dueWork;
    expect(elsewhere.nodes.map(({ kind }: Due) => kind)).toEqual(['SOCIAL_WORK_START']);
    for (const role of ['social-worker', 'facility-manager', 'auditor'] as const)
      expect((await town.ask(staff(role), all)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const role of ['assistance-organiser', 'finance'] as const)
      expect((await town.ask(staff(role), mine)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const statements = countStatements(town.database.superUrl);
    for (const [who, query] of [
      [worker, mine],
      [head, all.replace('totalCount', '')],
    ] as const) {
      await statements.reset();
      await town.ask(who, query);
      expect(await statements.count()).toBe(1);
    }
  });

  it('of a case that is opened is ten working days ahead, over holidays', async () => {
    const person = neighbours.person(daugavpils);
    const responsibleId = neighbours.employee();
    const open = 'mutation($i: OpenCaseInput!) { openCase(input: $i) { socialCase { workDueOn } problems { code } } }';
    const input = {
      personId: person,
      targetGroup: 'ADULT',
      risk: 'NONE',
      responsibleId,
      openedOn: '2026-11-09',
      goals: [{ text: 'Darbs' }],
    };
    expect((await town.ask(worker, open, { i: input })).data.openCase).toEqual({ socialCase: { workDueOn: '2026-11-24' }, problems: [] });
  });
});
