import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTown, type Town } from './town.js';

describe('a household that exists', () => {
  let town: Town;
  beforeAll(async () => {
    town = await makeTown();
  });
  afterAll(() => town?.drop());

  const two = async () => {
    const [one, other] = [await town.somebody(), await town.somebody()];
    const members = (head: string) => [one, other].map((personId) => ({ personId, relation: personId === head ? 'HEAD' : 'SPOUSE' }));
    const { household } = await town.household({ members: members(one), since: '2022-01-01' });
    return { one, other, id: household.id as string, members };
  };

  it('raises its version with each change, and answers STALE to who names an old one', async () => {
    const { id, other, members } = await two();
    const changed = await town.household({ householdId: id, members: members(other), since: '2023-01-01', version: 1 });
    expect(changed).toMatchObject({ household: { version: 2 }, problems: [] });
    const late = await town.household({ householdId: id, members: [members(other)[1]], since: '2024-01-01', version: 1 });
    expect(late).toMatchObject({ household: null, problems: [{ code: 'STALE', field: 'version' }] });
    const again = await town.household({ householdId: id, members: members(other), since: '2023-01-01', version: 2 });
    expect(again).toMatchObject({ household: { version: 2 }, problems: [] });
  });

  it('given two heads at once takes one of them', async () => {
    for (const version of [undefined, 1]) {
      const { id, one, other, members } = await two();
      const third = await town.somebody();
      const withThird = [...members('').map((member) => ({ ...member })), { personId: third, relation: 'HEAD' }];
      const answers = await Promise.all([
        town.household({ householdId: id, members: members(other), since: '2023-01-01', version }),
        town.household({ householdId: id, members: withThird, since: '2023-01-01', version }),
      ]);
      const codes = answers.map((answer) => answer.problems?.[0]?.code ?? 'done').sort();
      expect(codes).toEqual([version ? 'STALE' : 'OVERLAP', 'done'].sort());
      const heads = await town.sql<{ person_id: string }>(
        `select person_id from household_member where household_id = $1 and relation = 'HEAD' and until_date is null`,
        [id],
      );
      expect(heads).toHaveLength(1);
      expect([other, third]).toContain(heads[0]?.person_id);
      expect(heads[0]?.person_id).not.toBe(one);
    }
  });

  it('does not change before its last change: the same members on an earlier day are INVALID, not done', async () => {
    const { id, one, members } = await two();
    const earlier = await town.household({ householdId: id, members: members(one), since: '2021-01-01' });
    expect(earlier).toMatchObject({ household: null, problems: [{ code: 'INVALID', field: 'since' }] });
    const same = await town.household({ householdId: id, members: members(one), since: '2022-01-01' });
    expect(same).toMatchObject({ household: { version: 1 }, problems: [] });
  });

  it('has one head at a time, by the database too', async () => {
    const { id } = await two();
    const stranger = await town.somebody();
    await expect(
      town.sql(
        `insert into household_member select gen_random_uuid(), municipality, id, $2, 'HEAD', '2023-01-01', null from household where id = $1`,
        [id, stranger],
      ),
    ).rejects.toMatchObject({ constraint: 'household_one_head_at_a_time' });
  });
});
