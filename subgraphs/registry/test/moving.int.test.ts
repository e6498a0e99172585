import { bauska, staff } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTown, type Town } from './town.js';

interface Home {
  id: string;
  people: string[];
}

describe('somebody who lives alone and moves in with others', () => {
  let town: Town;
  beforeAll(async () => {
    town = await makeTown();
  });
  afterAll(() => town?.drop());

  /** Makes a household of so many, since 2020; the first is its head. */
  const home = async (size: number): Promise<Home> => {
    const people: string[] = [];
    for (let n = 0; n < size; n += 1) people.push(await town.somebody());
    const { household } = await town.household({ members: members(people), since: '2020-01-01' });
    return { id: household.id, people };
  };
  const members = (people: readonly string[]) => people.map((personId, n) => ({ personId, relation: n ? 'OTHER' : 'HEAD' }));
  const moveIn = (to: Home, people: readonly string[], more: object = {}) =>
    town.household({ householdId: to.id, members: members([...to.people, ...people]), since: '2023-05-10', ...more });
  const livesIn = async (personId: string, on: string) =>
    (
      await town.ask(
        staff('social-worker'),
        'query($id: ID!, $on: Date!) { person(id: $id) { household(on: $on) { id members(on: $on) { relation } } } }',
        {
          id: personId,
          on,
        },
      )
    ).data.person.household;
  /** All memberships of the households, as they are kept. */
  const kept = (...ids: string[]) =>
    town.sql(
      'select household_id, person_id, relation, from_date::text, until_date::text from household_member where household_id = any($1) order by id',
      [ids],
    );
  const versions = async (...ids: string[]) =>
    Promise.all(
      ids.map(async (id) => (await town.sql<{ version: number }>('select version from household where id = $1', [id]))[0]?.version),
    );

  it('belongs to their own household until the day before, and to the other one from that day on', async () => {
    const [son, mother] = [await home(2), await home(1)];
    const [her] = mother.people as [string];
    expect(await moveIn(son, [her], { version: 1 })).toMatchObject({ household: { id: son.id, version: 2 }, problems: [] });
    expect(await livesIn(her, '2023-05-09')).toEqual({ id: mother.id, members: [{ relation: 'HEAD' }] });
    expect(await livesIn(her, '2023-05-10')).toMatchObject({ id: son.id, members: { length: 3 } });
    expect(await kept(mother.id)).toEqual([
      { household_id: mother.id, person_id: her, relation: 'HEAD', from_date: '2020-01-01', until_date: '2023-05-10' },
    ]);
    expect(await versions(mother.id)).toEqual([2]);
  });

  it('is told and audited as leaving the one and joining the other', async () => {
    const [son, mother] = [await home(1), await home(1)];
    const [her] = mother.people as [string];
    await moveIn(son, [her]);
    const facts = await town.sql(
      `select body->>'householdId' as household, body->>'relation' as relation, body->>'since' as since, body->>'until' as until
         from outbox where kind = 'household-member' and body->>'personId' = $1 order by id`,
      [her],
    );
    const joined = { household: mother.id, relation: 'HEAD', since: '2020-01-01', until: null };
    expect(facts).toEqual([
      joined,
      { ...joined, until: '2023-05-10' },
      { household: son.id, relation: 'OTHER', since: '2023-05-10', until: null },
    ]);
    const entries = await town.sql(
      `select object, fields from audit_entry where person_id = $1 and action = 'household.change' order by id`,
      [her],
    );
    expect(entries).toEqual([mother.id, mother.id, son.id].map((id) => ({ object: `household:${id}`, fields: ['members'] })));
  });

  it('becomes one household with another who lives alone, in a new one too, and in that of the other as its head', async () => {
    const [one, other] = [await home(1), await home(1)];
    const made = await town.household({ members: members([...one.people, ...other.people]), since: '2023-05-10' });
    expect(made).toMatchObject({ household: { version: 1, members: { length: 2 } }, problems: [] });
    expect((await kept(one.id, other.id)).map(({ until_date }) => until_date)).toEqual(['2023-05-10', '2023-05-10']);

    const [third, fourth] = [await home(1), await home(1)];
    const asHead = { householdId: third.id, members: members([...fourth.people, ...third.people]), since: '2023-05-10' };
    expect(await town.household(asHead)).toMatchObject({ household: { id: third.id, version: 2 }, problems: [] });
    expect(await livesIn(third.people[0] as string, '2023-05-10')).toMatchObject({ id: third.id, members: { length: 2 } });
  });

  it('ended their household for good: it is read as it was, and takes nobody in any more', async () => {
    const [son, mother] = [await home(1), await home(1)];
    await moveIn(son, mother.people);
    const before = await kept(mother.id);
    const late = { householdId: mother.id, members: members([await town.somebody()]), since: '2024-01-01' };
    expect(await town.household(late)).toMatchObject({ household: null, problems: [{ code: 'WRONG_STATE', field: 'householdId' }] });
    expect(await town.household({ ...late, version: 1 })).toMatchObject({ problems: [{ code: 'STALE', field: 'version' }] });
    expect(await kept(mother.id)).toEqual(before);
    const back = { householdId: son.id, members: members(son.people), since: '2024-01-01' };
    expect((await town.household(back)).problems).toEqual([]);
    const anew = await town.household({ members: members(mother.people), since: '2024-01-01' });
    expect(anew.problems).toEqual([]);
    expect(anew.household.id).not.toBe(mother.id);
  });

  it('does not move where others still live with them, as the head or not: nothing changes', async () => {
    const [son, pair] = [await home(1), await home(2)];
    const before = await kept(son.id, pair.id);
    for (const personId of pair.people)
      expect(await moveIn(son, [personId])).toMatchObject({ household: null, problems: [{ code: 'OVERLAP', field: 'members' }] });
    expect(await kept(son.id, pair.id)).toEqual(before);
    const [head, other] = pair.people as [string, string];
    expect((await town.household({ householdId: pair.id, members: members([other]), since: '2023-05-10' })).problems).toEqual([]);
    expect((await moveIn(son, [head])).problems).toEqual([]);
    expect(await livesIn(other, '2023-05-10')).toMatchObject({ id: pair.id, members: [{ relation: 'HEAD' }] });
  });

  it('does not move before the last change of their own household, nor on its very first day; the problem stands at them', async () => {
    const [son, pair, young] = [await home(1), await home(2), await home(1)];
    const [head] = pair.people as [string];
    await town.household({ householdId: pair.id, members: members([head]), since: '2023-08-01' });
    expect((await moveIn(son, [head])).problems).toEqual([{ code: 'INVALID', field: 'members.1.personId' }]);
    expect((await moveIn(son, [head], { since: '2023-08-01' })).problems).toEqual([]);
    const same = await town.household({ members: members([...young.people, await town.somebody()]), since: '2020-01-01' });
    expect(same.problems).toEqual([{ code: 'OVERLAP', field: 'members.0.personId' }]);
  });

  it('does not replace their household by another of their own', async () => {
    const alone = await home(1);
    const again = await town.household({ members: members(alone.people), since: '2023-05-10' });
    expect(again).toMatchObject({ household: null, problems: [{ code: 'OVERLAP', field: 'members' }] });
    expect(await versions(alone.id)).toEqual([1]);
  });

  it('of another municipality is nobody to be moved', async () => {
    const mother = await home(1);
    const input = { members: members([...mother.people, ...mother.people.slice(1)]), since: '2023-05-10' };
    const elsewhere = await town.household(input, staff('social-worker', { municipality: bauska }));
    expect(elsewhere.problems).toEqual([{ code: 'NOT_FOUND', field: 'members.0.personId' }]);
    expect(await versions(mother.id)).toEqual([1]);
  });

  describe('when two do it at once', () => {
    const codes = (answers: Awaited<ReturnType<Town['household']>>[]) =>
      answers.map(({ problems, errors }) => errors ?? problems[0]?.code ?? 'done').sort();
    const presentOf = (personId: string) =>
      town.sql<{ household_id: string }>('select household_id from household_member where person_id = $1 and until_date is null', [
        personId,
      ]);

    it('moves into one of two households', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [son, daughter, mother] = [await home(1), await home(2), await home(1)];
        const answers = await Promise.all([son, daughter].map((to) => moveIn(to, mother.people)));
        expect(codes(answers)).toEqual(['OVERLAP', 'done']);
        expect(await presentOf(mother.people[0] as string)).toHaveLength(1);
        expect((await kept(mother.id)).map(({ until_date }) => until_date)).toEqual(['2023-05-10']);
      }
    });

    it('of two who live alone and are each added to the other one moves, and neither change waits for ever', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [one, other] = [await home(1), await home(1)];
        const answers = await Promise.all([moveIn(one, other.people), moveIn(other, one.people)]);
        expect(codes(answers)[1]).toBe('done');
        expect(['OVERLAP', 'WRONG_STATE']).toContain(codes(answers)[0]);
        const [first] = await presentOf(one.people[0] as string);
        expect(await presentOf(other.people[0] as string)).toEqual([first]);
      }
    });

    it('does not leave a child behind who joins them at that moment', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [son, mother] = [await home(1), await home(1)];
        const child = await town.somebody('2015-05-05');
        const answers = await Promise.all([moveIn(son, mother.people), moveIn(mother, [child])]);
        expect(codes(answers)[1]).toBe('done');
        expect(['OVERLAP', 'WRONG_STATE']).toContain(codes(answers)[0]);
        const [hers] = await presentOf(mother.people[0] as string);
        const childs = await presentOf(child);
        // Either she moved first, and the child joined nobody; or the child came first, and she stays with it.
        expect(childs).toEqual(hers?.household_id === mother.id ? [hers] : []);
      }
    });
  });
});
