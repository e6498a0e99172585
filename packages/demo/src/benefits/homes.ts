import type { Random } from '../random.js';
import type { DemoCircumstanceKind, DemoHousehold, DemoPerson, DemoRelation, PersonSpec, World } from '../world.js';

/** A household as benefits see it: the first member is the head and applies. */
export interface Home {
  readonly household: DemoHousehold;
  readonly members: readonly DemoPerson[];
  readonly head: DemoPerson;
}

/** Age at which an old-age pension is drawn in the demo (assumed; the true age rises by steps to 65 in 2025). */
const pensionAge = 65;
const since = '2019-06-01';
const elderly: PersonSpec = { bornFrom: '1934-01-01', bornUntil: '1955-12-31' };
const adult: PersonSpec = { bornFrom: '1962-01-01', bornUntil: '1998-12-31' };
const parent: PersonSpec = { bornFrom: '1975-01-01', bornUntil: '1998-12-31' };
const child: PersonSpec = { bornFrom: '2009-01-01', bornUntil: '2018-12-31' };

type Disability = 'NONE' | 'GROUP_1' | 'GROUP_2' | 'GROUP_3' | 'CHILD';
const disabilities: Partial<Record<DemoCircumstanceKind, Disability>> = {
  DISABILITY_GROUP_1: 'GROUP_1',
  DISABILITY_GROUP_2: 'GROUP_2',
  DISABILITY_GROUP_3: 'GROUP_3',
  DISABILITY_CHILD: 'CHILD',
};

/** Invents households with their circumstances, and knows what the means test asks of a person on a day. */
export class Homes {
  private readonly held = new Map<string, { kind: DemoCircumstanceKind; from: string; until: string | null }[]>();

  constructor(
    private readonly world: World,
    private readonly random: Random,
  ) {
    for (const { person, kind, from, until } of world.circumstances) this.remember(person, kind, from, until);
  }

  /** The household of a person who is there already; one of its own where there is none. */
  of(person: DemoPerson): Home {
    const household =
      this.world.householdOf(person) ?? this.world.household([[person, 'HEAD']], person.birthDate > since ? person.birthDate : since);
    return { household, members: household.members.map((member) => member.person), head: person };
  }

  /** A household of so many persons: alone (half of them elderly), couples, parents with children. */
  invent(size: number, municipality = '0002000'): Home {
    const { random } = this;
    if (size === 1) return this.make([[random.chance(0.55) ? elderly : adult, 'HEAD']], municipality);
    const kind = random.next();
    if (size === 2 && kind < 0.35)
      return this.make(
        [
          [elderly, 'HEAD'],
          [elderly, 'SPOUSE'],
        ],
        municipality,
      );
    if (size === 2 && kind < 0.6)
      return this.make(
        [
          [adult, 'HEAD'],
          [adult, 'SPOUSE'],
        ],
        municipality,
      );
    const pair = size > 3 || (size === 3 && random.chance(0.5));
    const adults: [PersonSpec, DemoRelation][] = pair
      ? [
          [parent, 'HEAD'],
          [parent, 'SPOUSE'],
        ]
      : [[parent, 'HEAD']];
    return this.make(
      [...adults, ...Array.from({ length: size - adults.length }, (): [PersonSpec, DemoRelation] => [child, 'CHILD'])],
      municipality,
    );
  }

  /** A household by the kinds of its members. */
  make(members: readonly (readonly [PersonSpec, DemoRelation])[], municipality = '0002000'): Home {
    const people: [DemoPerson, DemoRelation][] = [];
    for (const [spec, relation] of members) {
      const related = people[0] && this.random.chance(0.85) ? { familyStem: people[0][0].familyStem } : {};
      const spouse =
        relation === 'SPOUSE' && people[0] ? { sex: people[0][0].sex === 'MALE' ? ('FEMALE' as const) : ('MALE' as const) } : {};
      const person = this.world.person({ ...spec, ...related, ...spouse, municipality });
      this.describe(person);
      people.push([person, relation]);
    }
    const [[head]] = people as [[DemoPerson, DemoRelation]];
    const household = this.world.household(people, since);
    return { household, members: people.map(([person]) => person), head };
  }

  /** Records a circumstance of somebody invented here. */
  circumstance(person: DemoPerson, kind: DemoCircumstanceKind, from: string, until: string | null = null): void {
    this.world.circumstance(person, kind, from, until);
    this.remember(person, kind, from, until);
  }

  /** Whether a circumstance holds on a day. */
  is(person: DemoPerson, kind: DemoCircumstanceKind, on: string): boolean {
    return (this.held.get(person.id) ?? []).some((one) => one.kind === kind && one.from <= on && (one.until === null || on < one.until));
  }

  /** What the means test asks of a person on a day. */
  facts(person: DemoPerson, on: string): { age: number; pensioner: boolean; disability: Disability } {
    const found = Object.entries(disabilities).find(([kind]) => this.is(person, kind as DemoCircumstanceKind, on));
    return { age: ageOn(person.birthDate, on), pensioner: this.is(person, 'PENSIONER', on), disability: found?.[1] ?? 'NONE' };
  }

  /** Whether nobody of the household is of working age on a day: only children and pensioners. */
  noneOfWorkingAge(home: Home, on: string): boolean {
    return home.members.every((person) => {
      const { age, pensioner } = this.facts(person, on);
      return age < 18 || pensioner;
    });
  }

  /** Whether a child under 18 lives in the household on a day. */
  hasChild(home: Home, on: string): boolean {
    return home.members.some((person) => ageOn(person.birthDate, on) < 18);
  }

  private describe(person: DemoPerson): void {
    const retired = birthday(person, pensionAge);
    if (retired <= this.world.today) this.circumstance(person, 'PENSIONER', retired);
    const isChild = person.birthDate > '2005';
    if (isChild && this.random.chance(0.03)) this.circumstance(person, 'DISABILITY_CHILD', birthday(person, 2), birthday(person, 18));
    if (!isChild && person.birthDate < '1996' && this.random.chance(0.12)) {
      this.circumstance(
        person,
        this.random.pick(['DISABILITY_GROUP_2', 'DISABILITY_GROUP_3', 'DISABILITY_GROUP_3']),
        `${this.random.int(2014, 2019)}-0${this.random.int(1, 9)}-01`,
      );
    }
  }

  private remember(person: DemoPerson, kind: DemoCircumstanceKind, from: string, until: string | null): void {
    const known = this.held.get(person.id);
    if (known) known.push({ kind, from, until });
    else this.held.set(person.id, [{ kind, from, until }]);
  }
}

/** The day on which somebody reaches an age; who is born on 29 February, on 1 March. */
export function birthday({ birthDate }: Pick<DemoPerson, 'birthDate'>, age: number): string {
  const day = birthDate.slice(5);
  return `${Number(birthDate.slice(0, 4)) + age}-${day === '02-29' ? '03-01' : day}`;
}

/** Full years of age on a day. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
