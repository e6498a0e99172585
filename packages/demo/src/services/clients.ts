import type { Random } from '../random.js';
import type { DemoPerson, World } from '../world.js';
import type { Group } from './texts.js';

/** Under this name the institutions hand on who lives in the shelter now. */
export const currentClientsNote = 'institutions.currentClients';

/**
 * Whom social work deals with in a town: people that other domains know already, so that a file tells one story over all of them,
 * and where there are none, people invented for it. Nobody is given out twice.
 */
export class Clients {
  /** Who lives in the shelter now. */
  readonly sheltered: readonly DemoPerson[];
  private readonly adults: DemoPerson[];
  private readonly parents: DemoPerson[];
  private readonly elderly: DemoPerson[];

  constructor(
    private readonly world: World,
    private readonly random: Random,
    readonly municipality: string,
  ) {
    const people = world.people.filter((person) => person.municipality === municipality && person.birthDate < '2004-01-01');
    const handedOn = (world.notes.get(currentClientsNote) ?? []) as readonly DemoPerson[];
    if (handedOn.some((person) => !person.municipality)) throw new Error(`${currentClientsNote} must hand on persons`);
    this.sheltered = handedOn.filter((person) => person.municipality === municipality);
    const taken = new Set([...this.sheltered.map((person) => person.id), ...gone(world)]);
    const others = random.shuffle(people.filter((person) => !taken.has(person.id)));
    const isParent = (person: DemoPerson) => {
      const members = world.householdOf(person)?.members ?? [];
      return members[0]?.person === person && members.some(({ relation }) => relation === 'CHILD');
    };
    this.parents = others.filter(isParent);
    this.elderly = others.filter((person) => !isParent(person) && person.birthDate < '1961-01-01');
    this.adults = others.filter((person) => !isParent(person) && person.birthDate >= '1961-01-01');
  }

  /** Somebody of a group: about half are known to another domain. */
  next(group: Group): DemoPerson {
    const known = group === 'FAMILY_WITH_CHILDREN' ? this.parents : group === 'ELDERLY' ? this.elderly : this.adults;
    const person = this.random.chance(0.5) ? known.pop() : undefined;
    return person ?? (group === 'FAMILY_WITH_CHILDREN' ? this.family() : this.adult(group));
  }

  private adult(group: Group): DemoPerson {
    const { municipality } = this;
    if (group === 'ELDERLY') {
      const person = this.world.person({ municipality, bornFrom: '1935-01-01', bornUntil: '1958-12-31' });
      this.world.circumstance(person, 'PENSIONER', `${Number(person.birthDate.slice(0, 4)) + 65}-07-01`);
      return person;
    }
    const person = this.world.person({
      municipality,
      bornFrom: '1962-01-01',
      bornUntil: group === 'CARE_LEAVER' ? '2003-12-31' : '1999-12-31',
    });
    if (group === 'PERSON_WITH_DISABILITY') {
      this.world.circumstance(
        person,
        this.random.pick(['DISABILITY_GROUP_1', 'DISABILITY_GROUP_2', 'DISABILITY_GROUP_2', 'DISABILITY_GROUP_3']),
        '2019-03-01',
      );
    }
    if (group === 'UNEMPLOYED') this.world.circumstance(person, 'UNEMPLOYED', '2024-02-01');
    return person;
  }

  private family(): DemoPerson {
    const { municipality, random, world } = this;
    const parent = world.person({ municipality, sex: 'FEMALE', bornFrom: '1980-01-01', bornUntil: '2001-12-31' });
    const { familyStem } = parent;
    const other = random.chance(0.4)
      ? [[world.person({ municipality, sex: 'MALE', bornFrom: '1976-01-01', bornUntil: '2000-12-31', familyStem }), 'SPOUSE'] as const]
      : [];
    const children = Array.from(
      { length: random.int(1, 4) },
      () => [world.person({ municipality, bornFrom: '2010-01-01', bornUntil: '2025-06-30', familyStem }), 'CHILD'] as const,
    );
    world.household([[parent, 'HEAD'], ...other, ...children], '2020-02-01');
    return parent;
  }
}

/** Who has died or gone abroad, as the institutions recorded on leaving: nobody works with them any more. */
function gone(world: World): string[] {
  const placements = world.rows.get('institutions')?.get('placement') ?? [];
  return placements.filter(({ destination }) => destination === 'DIED' || destination === 'ABROAD').map((row) => String(row.person_id));
}

/**
 * The household of a person on a day, as the registry will answer it: one of several persons, or the one that the registry gives to everybody
 * who has no other; null before it began.
 */
export function householdIdOn(world: World, person: DemoPerson, day: string): string | null {
  const household = world.householdOf(person);
  const since = household?.since ?? (person.birthDate > '2020-01-01' ? person.birthDate : '2020-01-01');
  return day < since ? null : (household?.id ?? world.id('household', person.id));
}
