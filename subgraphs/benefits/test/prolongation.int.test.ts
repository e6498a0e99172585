import { bauska, countStatements, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { ChangeDesk } from './change.support.js';
import { type Answer, officers, PretendedRegistry } from './support.js';

const { head, director, organiser, finance } = officers;
const item = 'decision { number } status statusUntilBefore statusUntilAfter benefitUntilBefore benefitUntilAfter skipped household { id }';
const shown = `prolongation { id number key state total done version legalBasis proposedBy { id } approvedBy { id } touched(first: 200) { totalCount nodes { ${item} } } } problems { code field }`;
const preview = `query($s: ProlongationScope!, $first: Int!, $after: String) { prolongationPreview(scope: $s, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { ${item} } } }`;
const basis = 'Likums “Par Covid-19”, 12. pants';

describe('a prolongation of statuses', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let desk: ChangeDesk;
  const scope = { endingFrom: '2025-10-01', endingUntil: '2025-11-01', until: '2025-12-01' };

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    desk = new ChangeDesk(town, registry);
  });
  afterAll(() => town?.drop());

  const prolong = async (more: object = {}, who = head): Promise<Answer> => {
    const query = `mutation($i: ProlongStatusesInput!) { prolongStatuses(input: $i) { ${shown} } }`;
    const { data, errors } = await town.ask(who, query, { i: { ...scope, key: 'covid-2025-1', legalBasis: basis, ...more } });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.prolongStatuses;
  };
  const approve = async (one: { id: string; version: number }, who = director): Promise<Answer> => {
    const query = `mutation($id: ID!, $v: Int!) { approveProlongation(id: $id, version: $v) { ${shown} } }`;
    return (await town.ask(who, query, { id: one.id, v: one.version })).data.approveProlongation;
  };
  const see = async (s: object = scope, first = 200, after: string | null = null): Promise<Answer> =>
    (await town.ask(organiser, preview, { s, first, after })).data.prolongationPreview;
  const months = async (id: string) =>
    (
      await town.sql<{ month: string }>(
        "select month::text as month from payment where decision_id = $1 and state <> 'CANCELLED' order by 1",
        [id],
      )
    ).map(({ month }) => month.slice(0, 7));

  it('is previewed page by page, done at once without benefits, and touches everybody on its list once', async () => {
    const some = [await desk.granted(), await desk.granted(), await desk.granted()];
    const changed = await desk.granted();
    await desk.changed(changed, changed.person, '2025-08-10', '900.00');
    expect(await see()).toMatchObject({ totalCount: 3 });
    const first = await see(scope, 2);
    expect(first).toMatchObject({ pageInfo: { hasNextPage: true } });
    expect((await see(scope, 2, first.pageInfo.endCursor)).nodes).toHaveLength(1);
    expect(await see({ ...scope, statuses: ['LOW_INCOME'] })).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await town.sql('select count(*)::int as n from prolongation'))[0]).toEqual({ n: 0 });

    const { prolongation, problems } = await prolong();
    expect(problems).toEqual([]);
    expect(prolongation).toMatchObject({
      state: 'DONE',
      total: 3,
      done: 3,
      number: 'PAG-2026-000001',
      legalBasis: basis,
      approvedBy: null,
    });
    expect(prolongation.touched.totalCount).toBe(3);
    for (const node of prolongation.touched.nodes)
      expect(node).toMatchObject({
        status: 'NEEDY',
        statusUntilBefore: '2025-10-01',
        statusUntilAfter: '2025-12-01',
        benefitUntilAfter: null,
        skipped: false,
      });
    for (const { id, person } of some) {
      expect(await months(id)).toEqual(['2025-07', '2025-08', '2025-09']);
      const { data } = await town.ask(
        organiser,
        'query($r: [_Any!]!) { _entities(representations: $r) { ... on Household { status(on: "2025-11-30") statusUntil(on: "2025-11-30") after: status(on: "2025-12-01") } } }',
        { r: [{ __typename: 'Household', id: person.household }] },
      );
      expect(data._entities).toEqual([{ status: 'NEEDY', statusUntil: '2025-12-01', after: 'NONE' }]);
      const facts = await town.sql<{ body: { until: string } }>(
        `select body from outbox where body ->> 'decisionId' = $1 and kind = 'household-status' order by id desc limit 1`,
        [id],
      );
      expect(facts[0]?.body.until).toBe('2025-12-01');
      expect(
        await town.sql('select fields from audit_entry where object = $1 and action = $2', [`decision:${id}`, 'household.status.prolong']),
      ).toEqual([{ fields: ['statusUntil'] }]);
    }
    const again = await prolong();
    expect(again.prolongation).toMatchObject({ id: prolongation.id, version: prolongation.version });
    expect((await prolong({ legalBasis: 'Cits' })).problems).toEqual([{ code: 'INVALID', field: 'key' }]);
    expect((await prolong({ key: 'covid-2025-2' })).problems).toEqual([{ code: 'INVALID', field: 'endingFrom' }]);
  });

  it('with benefits waits for another person, and then what goes on is due, each month once', async () => {
    const one = await desk.granted();
    const other = await desk.granted();
    const { prolongation } = await prolong({ key: 'with-benefits', withBenefits: true });
    expect(prolongation).toMatchObject({ state: 'PROPOSED', total: 2, done: 0 });
    expect(await months(one.id)).toHaveLength(3);
    await desk.changed(other, other.person, '2025-08-10', '120.00');
    expect((await approve(prolongation, head)).problems).toEqual([{ code: 'FOUR_EYES', field: null }]);
    expect((await approve({ ...prolongation, version: 7 })).problems).toEqual([{ code: 'STALE', field: 'version' }]);
    const approvals = await Promise.all(Array.from({ length: 20 }, () => approve(prolongation)));
    const done = approvals.filter((answer) => answer.prolongation);
    expect(done).toHaveLength(1);
    expect(done[0].prolongation).toMatchObject({ state: 'DONE', done: 2, approvedBy: { id: director.employee } });
    expect(done[0].prolongation.touched.nodes.map((node: Answer) => [node.benefitUntilAfter, node.skipped])).toEqual([
      ['2025-12-01', false],
      ['2025-12-01', true],
    ]);
    expect(await months(one.id)).toEqual(['2025-07', '2025-08', '2025-09', '2025-10', '2025-11']);
    expect(await months(other.id)).toEqual(['2025-07', '2025-08']);
    expect(await town.sql('select months, until_date::text as until from decision where id = $1', [one.id])).toEqual([
      { months: 5, until: '2025-12-01' },
    ]);
    const later = await desk.changed({ id: one.id, version: 3 }, one.person, '2025-10-10', '120.00');
    expect(later).toMatchObject({ from: '2025-11-01', until: '2025-12-01', months: 1, monthlyAmount: '46.00' });
  });

  it('leaves out a household that has ended, also one that ends while the prolongation waits', async () => {
    const [goesOn, ended, ends] = [await desk.granted(), await desk.granted(), await desk.granted()];
    const tell = ({ person }: typeof goesOn, until: string | null, key?: string) => desk.told(person.household, person.id, until, key);
    await tell(goesOn, '2025-05-01'); // one has left, another stays
    await tell(goesOn, null);
    const key = await tell(ends, null);
    expect((await see()).totalCount).toBeGreaterThanOrEqual(3);
    const all = (await see()).totalCount;
    await tell(ended, '2025-09-01');
    const previewed = await see();
    expect(previewed.totalCount).toBe(all - 1);
    expect(previewed.nodes.map((node: Answer) => node.household.id)).not.toContain(ended.person.household);

    const { prolongation } = await prolong({ key: 'ended-households', withBenefits: true });
    await tell(ends, '2025-09-01', key);
    const { prolongation: done } = await approve(prolongation);
    const skipped = new Map(done.touched.nodes.map((node: Answer) => [node.household.id, node.skipped]));
    expect([goesOn, ended, ends].map(({ person }) => skipped.get(person.household))).toEqual([false, undefined, true]);
    expect(await months(goesOn.id)).toHaveLength(5);
    for (const { id } of [ended, ends]) expect(await months(id)).toEqual(['2025-07', '2025-08', '2025-09']);
  });

  it('is one where twenty send it at once', async () => {
    await desk.granted();
    const answers = await Promise.all(Array.from({ length: 20 }, () => prolong({ key: 'twenty-at-once' })));
    expect(new Set(answers.map(({ prolongation }) => prolongation.id)).size).toBe(1);
    expect(await town.sql("select count(*)::int as n from prolongation where key = 'twenty-at-once'")).toEqual([{ n: 1 }]);
  });

  it('is refused to who may not, and for what cannot be', async () => {
    for (const who of [organiser, finance]) await expect(prolong({}, who)).rejects.toThrow(/FORBIDDEN/);
    expect((await prolong({ key: 'elsewhere-1' }, staff('director', { municipality: bauska }))).problems).toEqual([
      { code: 'INVALID', field: 'endingFrom' },
    ]);
    expect((await prolong({ key: 'wrong-day-1', until: '2025-12-02' })).problems).toEqual([{ code: 'INVALID', field: 'until' }]);
    expect((await prolong({ key: 'no-basis-1', legalBasis: ' ' })).problems).toEqual([{ code: 'INVALID', field: 'legalBasis' }]);
    await expect(prolong({ key: 'short' })).rejects.toThrow(/BAD_USER_INPUT/);
    const odd = await town.ask(organiser, preview, { s: { ...scope, until: '2025-12-02' }, first: 1 });
    expect(odd.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const { data } = await town.ask(staff('auditor'), '{ prolongations { totalCount nodes { id } } }');
    const { prolongation } = (
      await town.ask(staff('auditor', { municipality: bauska }), 'query($id: ID!) { prolongation(id: $id) { id } }', {
        id: data.prolongations.nodes[0].id,
      })
    ).data;
    expect(prolongation).toBeNull();
  });

  it('prolongs 5230 households in as many statements as one', async () => {
    const counted = async (n: number, from: string): Promise<number> => {
      await manyDecisions(n, from);
      const statements = countStatements(town.database.superUrl);
      await statements.reset();
      const answer = await prolong({
        key: `many-${n}-households`,
        endingFrom: from,
        endingUntil: `${from.slice(0, 8)}02`,
        until: '2022-04-01',
      });
      expect(answer.prolongation).toMatchObject({ state: 'DONE', total: n, done: n });
      return statements.count();
    };
    const few = await counted(1, '2022-01-01');
    expect(await counted(5230, '2022-02-01')).toBeLessThanOrEqual(few + 1); // facts go 5000 in a statement
    expect(await town.sql("select count(*)::int as n from decision where status_until = '2022-04-01'")).toEqual([{ n: 5231 }]);
  }, 120_000);

  /** Households with a status that ends on a day, each by a decision of its own for one person. */
  const manyDecisions = (n: number, until: string) =>
    town.sql(
      `with made as (
         select gen_random_uuid() as id, gen_random_uuid() as application, gen_random_uuid() as person, gen_random_uuid() as household, s.n from generate_series(1, $1) as s (n)),
       applied as (
         insert into application (id, municipality, number, applicant_id, household_id, benefit_type, legal_ground, submitted_on, complete_on, due_on, state, housing_costs, assessed_on)
         select application, '0002000', 'SP-' || $3::text || n, person, household, 'gmi', 'STANDARD', '2021-10-01', '2021-10-01', '2021-11-01', 'DECIDED', 0, '2021-10-01' from made),
       decided as (
         insert into decision (id, municipality, number, application_id, household_id, outcome, household_status, status_from, status_until, reasons, proposed_by, proposed_on, approved_by, approved_on, state)
         select id, '0002000', 'L-' || $3::text || lpad(n::text, 6, '0'), application, household, 'REFUSE', 'NEEDY', '2021-11-01', $2::date, 'x', gen_random_uuid(), '2021-10-05', gen_random_uuid(), '2021-10-06', 'APPROVED' from made)
       insert into decision_person (decision_id, person_id, municipality) select id, person, '0002000' from made`,
      [n, until, until],
    );
});
