import { bauska, daugavpils, staff } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTown, type Town } from './town.js';

describe('what changes in a person’s life', () => {
  let town: Town;
  const worker = staff('social-worker');

  beforeAll(async () => {
    town = await makeTown();
  });
  afterAll(() => town?.drop());

  const somebody = (birthDate?: string) => town.somebody(birthDate);
  const change: Town['change'] = (...call) => town.change(...call);
  const household: Town['household'] = (...call) => town.household(...call);

  it('a household is made, grows, and loses a member, and each change is told as facts', async () => {
    const [mother, child, friend] = [await somebody(), await somebody('2015-05-05'), await somebody()];
    const made = await household({ members: [{ personId: mother, relation: 'HEAD' }], since: '2020-01-01' });
    expect(made.problems).toEqual([]);
    const { id } = made.household;
    const grown = await household({
      householdId: id,
      members: [
        { personId: mother, relation: 'HEAD' },
        { personId: child, relation: 'CHILD' },
        { personId: friend, relation: 'OTHER' },
      ],
      since: '2021-01-01',
    });
    expect(grown.household.members).toHaveLength(3);
    const left = await household({
      householdId: id,
      members: [
        { personId: mother, relation: 'HEAD' },
        { personId: child, relation: 'CHILD' },
      ],
      since: '2022-01-01',
    });
    expect(left.household.members.map((m: { person: { id: string } }) => m.person.id).sort()).toEqual([mother, child].sort());
    const then = await town.ask(worker, 'query($id: ID!) { household(id: $id) { members(on: "2021-06-01") { relation } } }', { id });
    expect(then.data.household.members).toHaveLength(3);
    const facts = await town.sql(
      `select body->>'relation' as relation, body->>'until' as until from outbox where kind = 'household-member' and body->>'householdId' = $1 order by id`,
      [id],
    );
    expect(facts).toEqual([
      { relation: 'HEAD', until: null },
      { relation: 'CHILD', until: null },
      { relation: 'OTHER', until: null },
      { relation: 'OTHER', until: '2022-01-01' },
    ]);
  });

  it('a member cannot belong to two households at a time, nor be named twice, nor be of another town', async () => {
    const [one, other, child] = [await somebody(), await somebody(), await somebody()];
    const family = [
      { personId: one, relation: 'HEAD' },
      { personId: child, relation: 'CHILD' },
    ];
    await household({ members: family, since: '2020-01-01' });
    const before = await town.sql('select count(*) from household');
    const overlap = await household({
      members: [
        { personId: other, relation: 'HEAD' },
        { personId: one, relation: 'OTHER' },
      ],
      since: '2021-01-01',
    });
    expect(overlap).toMatchObject({ household: null, problems: [{ code: 'OVERLAP', field: 'members' }] });
    const twice = await household({
      members: [
        { personId: other, relation: 'HEAD' },
        { personId: other, relation: 'CHILD' },
      ],
      since: '2021-01-01',
    });
    expect(twice.problems).toEqual([{ code: 'INVALID', field: 'members.1.personId' }]);
    const foreign = await household(
      { members: [{ personId: other, relation: 'HEAD' }], since: '2021-01-01' },
      staff('social-worker', { municipality: bauska }),
    );
    expect(foreign.problems).toEqual([{ code: 'NOT_FOUND', field: 'members.0.personId' }]);
    expect((await household({ members: [], since: '2021-01-01' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await town.sql('select count(*) from household')).toEqual(before);
  });

  it('of twenty households made at once for one person, one holds', async () => {
    const person = await somebody();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => household({ members: [{ personId: person, relation: 'HEAD' }], since: '2020-01-01' })),
    );
    expect(answers.filter((answer) => answer.problems?.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems?.[0]?.code === 'OVERLAP')).toHaveLength(19);
  });

  it('a move ends the residence before it; two at a time are refused, and a municipality of another time', async () => {
    const [{ code: gone } = { code: '' }] = await town.sql<{ code: string }>(
      `select code from municipality where valid_until = '2025-07-01'`,
    );
    const person = await somebody();
    const move = (input: object) =>
      change('moveResidence', 'MoveResidenceInput', 'person { declaredResidence { address since municipality { code } } }', {
        personId: person,
        municipality: daugavpils,
        address: 'Liepu iela 2',
        ...input,
      });
    expect((await move({ since: '2022-03-01' })).person.declaredResidence).toEqual({
      address: 'Liepu iela 2',
      since: '2022-03-01',
      municipality: { code: daugavpils },
    });
    expect((await move({ since: '2022-03-01' })).problems).toEqual([{ code: 'OVERLAP', field: 'since' }]);
    expect((await move({ since: '2099-01-01' })).problems).toEqual([{ code: 'INVALID', field: 'since' }]);
    expect((await move({ since: '2025-07-01', municipality: gone })).problems).toEqual([{ code: 'INVALID', field: 'municipality' }]);
    const paper = await move({ personId: await somebody(), since: '2018-06-30', municipality: bauska });
    expect(paper).toMatchObject({ problems: [], person: { declaredResidence: { since: '2018-06-30', municipality: { code: bauska } } } });
    expect((await move({ since: '2023-01-01', municipality: '9999999' })).problems).toEqual([{ code: 'NOT_FOUND', field: 'municipality' }]);
    const rows = await town.sql(`select from_date::text, until_date::text from residence where person_id = $1 order by from_date`, [
      person,
    ]);
    expect(rows).toEqual([
      { from_date: '2010-01-01', until_date: '2022-03-01' },
      { from_date: '2022-03-01', until_date: null },
    ]);
  });

  it('a circumstance is asked for on a day; the same kind twice at a time is refused', async () => {
    const person = await somebody();
    const record = (input: object) =>
      change('recordCircumstance', 'RecordCircumstanceInput', 'person { circumstances(on: "2022-06-01") { kind until } }', {
        personId: person,
        kind: 'UNEMPLOYED',
        evidence: 'NVA izziņa',
        ...input,
      });
    expect((await record({ from: '2022-01-01', until: '2022-09-01' })).person.circumstances).toEqual([
      { kind: 'UNEMPLOYED', until: '2022-09-01' },
    ]);
    expect((await record({ from: '2022-08-01' })).problems).toEqual([{ code: 'OVERLAP', field: 'from' }]);
    expect((await record({ from: '2022-09-01' })).problems).toEqual([]);
    expect((await record({ from: '2023-01-01', until: '2023-01-01', kind: 'STUDENT' })).problems).toEqual([
      { code: 'INVALID', field: 'until' },
    ]);
    expect(
      await town.sql(`select distinct fields from audit_entry where person_id = $1 and action = 'person.circumstance.record'`, [person]),
    ).toEqual([{ fields: ['evidence', 'from', 'kind', 'until'] }]);
  });
});
