import { countStatements, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const open = `mutation($i: OpenCaseInput!) { openCase(input: $i) {
  socialCase { id number targetGroup risk openedOn closedOn version person { id } household { id } responsible { id } goals { text activities dueOn outcome } notes { totalCount } }
  problems { code field message(language: EN) } } }`;

describe('social cases', () => {
  const neighbours = new Neighbours();
  const worker = staff('social-worker');
  const bauskaWorker = staff('social-worker', { municipality: bauska });
  const employee = neighbours.employee();
  let town: TestSubgraph;

  const details = (personId: string, change: object = {}) => ({
    personId,
    targetGroup: 'ADULT',
    risk: 'AT_RISK',
    responsibleId: employee,
    openedOn: '2025-05-02',
    goals: [{ text: ' Atrast darbu ', activities: ['Reģistrēties NVA'], dueOn: '2025-12-01' }, { text: 'Sakārtot dokumentus' }],
    ...change,
  });
  const opening = async (input: object, who = worker) => (await town.ask(who, open, { i: input })).data.openCase;

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('opens a case with its goals, the household of that day and an audit entry', async () => {
    const household = '01900000-0000-7000-8000-000000000001';
    const person = neighbours.person(undefined, household);
    const { socialCase, problems } = await opening(details(person));
    expect(problems).toEqual([]);
    expect(socialCase).toEqual({
      id: expect.any(String),
      number: expect.stringMatching(/^G-\d{6}$/),
      targetGroup: 'ADULT',
      risk: 'AT_RISK',
      openedOn: '2025-05-02',
      closedOn: null,
      version: 1,
      person: { id: person },
      household: { id: household },
      responsible: { id: employee },
      goals: [
        { text: 'Atrast darbu', activities: ['Reģistrēties NVA'], dueOn: '2025-12-01', outcome: null },
        { text: 'Sakārtot dokumentus', activities: [], dueOn: null, outcome: null },
      ],
      notes: { totalCount: 0 },
    });
    expect(await town.sql('select action, object, subject from audit_entry where person_id = $1', [person])).toEqual([
      { action: 'case.open', object: `case:${socialCase.id}`, subject: worker.subject },
    ]);
  });

  it('numbers the millionth record with seven digits, and none is cut', async () => {
    expect(
      await town.sql(`select number_of('G-', 123) as short, number_of('G-', 1000000) as long, number_of('R-', 7, 7) as invoice`),
    ).toEqual([{ short: 'G-000123', long: 'G-1000000', invoice: 'R-0000007' }]);
    const cut = `select table_name from information_schema.columns where table_schema = 'public' and column_default like '%lpad(%'`;
    expect(await town.sql(cut)).toEqual([]);
  });

  it('shows the open case of the same target group on DUPLICATE, and opens another for another group', async () => {
    const person = neighbours.person();
    const first = await opening(details(person));
    expect(await opening(details(person))).toMatchObject({ socialCase: { id: first.socialCase.id }, problems: [{ code: 'DUPLICATE' }] });
    expect(await opening(details(person, { targetGroup: 'HOMELESS' }))).toMatchObject({ problems: [] });
    expect(await town.sql('select count(*)::int as n from social_case where person_id = $1', [person])).toEqual([{ n: 2 }]);
  });

  it('opens one of twenty that come at once, and the index would hold without the lock', async () => {
    const person = neighbours.person();
    const answers = await Promise.all(Array.from({ length: 20 }, () => opening(details(person))));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(new Set(answers.map(({ socialCase }) => socialCase.id)).size).toBe(1);
    const again = put(town, 'social_case', {
      person_id: person,
      target_group: 'ADULT',
      risk: 'NONE',
      responsible_id: employee,
      opened_on: '2026-01-01',
    });
    await expect(again).rejects.toThrow(/social_case_one_open/);
  });

  it('tells everything that cannot be right and writes nothing', async () => {
    const person = neighbours.person();
    const wrong = details(person, { openedOn: '2026-11-23', goals: [{ text: ' ', activities: [''] }] });
    expect((await opening(wrong)).problems).toMatchObject([
      { code: 'INVALID', field: 'openedOn' },
      { code: 'INVALID', field: 'goals.0.text' },
      { code: 'INVALID', field: 'goals.0.activities' },
    ]);
    expect(await town.sql('select 1 from social_case where person_id = $1', [person])).toEqual([]);
    const { errors } = await town.ask(worker, open, { i: details(person, { goals: [] }) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('answers NOT_FOUND for a person or an employee whom this town does not know, whatever is written for an id', async () => {
    const elsewhere = neighbours.person(bauska);
    expect((await opening(details(elsewhere))).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'personId' }]);
    const strangers = details('nobody', { responsibleId: neighbours.employee(bauska) });
    expect((await opening(strangers)).problems).toMatchObject([
      { code: 'NOT_FOUND', field: 'personId' },
      { code: 'NOT_FOUND', field: 'responsibleId' },
    ]);
  });

  it('fails closed while the registry does not answer', async () => {
    const person = neighbours.person();
    neighbours.registryIsDown = true;
    const refused = await opening(details(person));
    neighbours.registryIsDown = false;
    expect(refused).toMatchObject({ socialCase: null, problems: [{ code: 'UNAVAILABLE' }] });
    expect(await town.sql('select 1 from social_case where person_id = $1', [person])).toEqual([]);
  });

  it('are for social workers, and those of another town are nobody’s', async () => {
    const person = neighbours.person();
    const { socialCase } = await opening(details(person));
    expect((await town.ask(staff('hr'), open, { i: details(person) })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await town.ask(staff('finance'), '{ socialCases(first: 1) { nodes { id } } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    const query = `query($id: ID!, $p: [_Any!]!) { socialCase(id: $id) { id } socialCases { totalCount } _entities(representations: $p) { ... on SocialCase { id } ... on Person { cases { id } timeline { totalCount } } } }`;
    const reps = [
      { __typename: 'SocialCase', id: socialCase.id },
      { __typename: 'Person', id: person },
    ];
    expect((await town.ask(bauskaWorker, query, { id: socialCase.id, p: reps })).data).toEqual({
      socialCase: null,
      socialCases: { totalCount: 0 },
      _entities: [null, { cases: [], timeline: { totalCount: 0 } }],
    });
    expect((await town.ask(worker, '{ socialCase(id: "not an id") { id } }')).data).toEqual({ socialCase: null });
  });

  it('are listed by worker, group, risk and day, page by page', async () => {
    const mine = neighbours.employee();
    const rows = Array.from({ length: 5 }, (_row, at) => ({
      person_id: neighbours.person(),
      target_group: at < 3 ? 'ELDERLY' : 'VIOLENCE',
      risk: at % 2 ? 'HIGH_RISK' : 'NONE',
      responsible_id: mine,
      opened_on: `2024-0${at + 1}-10`,
      closed_on: at === 0 ? '2024-03-10' : null,
    }));
    for (const row of rows) await put(town, 'social_case', row);
    const list = `query($f: SocialCaseFilter, $a: String) { socialCases(filter: $f, first: 2, after: $a) { totalCount nodes { openedOn } pageInfo { hasNextPage endCursor } } }`;
    const page = async (filter: object, after: string | null = null) =>
      (await town.ask(worker, list, { f: { responsibleId: mine, ...filter }, a: after })).data.socialCases;
    const first = await page({});
    expect(first).toMatchObject({
      totalCount: 5,
      nodes: [{ openedOn: '2024-05-10' }, { openedOn: '2024-04-10' }],
      pageInfo: { hasNextPage: true },
    });
    const second = await page({}, first.pageInfo.endCursor);
    expect(second.nodes).toEqual([{ openedOn: '2024-03-10' }, { openedOn: '2024-02-10' }]);
    expect((await page({}, second.pageInfo.endCursor)).nodes).toEqual([{ openedOn: '2024-01-10' }]);
    expect((await page({ targetGroup: 'ELDERLY' })).totalCount).toBe(3);
    expect((await page({ risk: 'HIGH_RISK' })).totalCount).toBe(2);
    expect((await page({ openOn: '2024-03-09' })).totalCount).toBe(2);
    expect((await page({ openOn: '2024-03-10' })).totalCount).toBe(2);
    expect((await page({ responsibleId: 'x' })).totalCount).toBe(0);
    const { errors } = await town.ask(worker, list, { f: {}, a: Buffer.from('["2024-13-99","x"]').toString('base64url') });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('give the caseload of one employee or of fifty with one statement', async () => {
    const busy = neighbours.employee();
    const groups = ['ADULT', 'ELDERLY'];
    for (let at = 0; at < 23; at++) {
      await put(town, 'social_case', {
        person_id: neighbours.person(),
        target_group: groups[at % 2],
        risk: at < 4 ? 'HIGH_RISK' : 'NONE',
        responsible_id: busy,
        opened_on: '2026-01-01',
      });
    }
    const statements = countStatements(town.database.superUrl);
    const ask = (ids: string[]) =>
      town.ask(
        worker,
        'query($r: [_Any!]!) { _entities(representations: $r) { ... on Employee { caseload { open highRisk norm over } } } }',
        {
          r: ids.map((id) => ({ __typename: 'Employee', id })),
        },
      );
    await statements.reset();
    expect((await ask([busy])).data._entities).toEqual([{ caseload: { open: 23, highRisk: 4, norm: 22, over: true } }]);
    const forOne = await statements.count();
    await statements.reset();
    const fifty = await ask([busy, ...Array.from({ length: 49 }, () => neighbours.employee())]);
    expect(await statements.count()).toBe(forOne);
    expect(forOne).toBe(1);
    expect(fifty.data._entities[1]).toEqual({ caseload: { open: 0, highRisk: 0, norm: 22, over: false } });
  });
});
