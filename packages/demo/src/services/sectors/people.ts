import { daugavpils } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoCircumstanceKind, DemoHousehold, DemoPerson, PersonSpec, World } from '../../world.js';

/** What somebody to be a client of a sector must be like. */
export interface Wanted {
  bornFrom: string;
  bornUntil: string;
  /** A circumstance that began by the day, and what it says of who has to be invented. */
  circumstance?: { kind: DemoCircumstanceKind; by: string; from: (person: DemoPerson) => string };
}

/** What a family must be like. */
export interface WantedFamily {
  parents: 1 | 2;
  children: readonly [least: number, most: number];
  /** What the children are to the head. */
  as?: 'CHILD' | 'WARD' | 'FOSTER_CHILD';
  /** Who of the family has a disability. */
  disability?: 'CHILD' | 'PARENT';
}

const started = '2020-02-01';
const minors = { bornFrom: '2006-01-01', bornUntil: '2017-12-31' };

/** People of Daugavpils whom no case and no request names yet, each given out once; invented where none is left. */
export class SectorPeople {
  private readonly free: DemoPerson[];
  private readonly taken: Set<string>;
  /** How far the households were looked at for whom: what is taken stays so. */
  private readonly looked = new Map<WantedFamily, number>();
  private readonly kindsOf = new Map<string, { kind: DemoCircumstanceKind; from: string }[]>();

  constructor(
    private readonly world: World,
    random: Random,
  ) {
    const rows = (domain: 'services' | 'institutions', table: string) => world.rows.get(domain)?.get(table) ?? [];
    const away = rows('institutions', 'placement').filter(({ destination }) => destination === 'DIED' || destination === 'ABROAD');
    const named = [...away, ...rows('services', 'social_case'), ...rows('services', 'service_request'), ...rows('services', 'invoice')];
    this.taken = new Set(named.map((row) => String(row.person_id)));
    for (const { person, kind, from } of world.circumstances)
      this.kindsOf.set(person.id, [...(this.kindsOf.get(person.id) ?? []), { kind, from }]);
    this.free = random.shuffle(world.people.filter((one) => one.municipality === daugavpils));
  }

  /** Somebody who is like that. */
  adult({ bornFrom, bornUntil, circumstance }: Wanted): DemoPerson {
    const at = this.free.findIndex(
      (one) =>
        one.birthDate >= bornFrom &&
        one.birthDate <= bornUntil &&
        !this.taken.has(one.id) &&
        (one.residenceSince !== null || circumstance?.kind === 'UKRAINIAN_CIVILIAN') &&
        (circumstance ? this.is(one, circumstance.kind, circumstance.by) : !this.is(one, 'UKRAINIAN_CIVILIAN')),
    );
    const known = at < 0 ? undefined : this.free.splice(at, 1)[0];
    if (known) return this.take(known);
    const person = this.invent({ bornFrom, bornUntil });
    if (circumstance) this.world.circumstance(person, circumstance.kind, circumstance.from(person));
    return this.take(person);
  }

  /** Somebody whom another domain has named. */
  take(person: DemoPerson): DemoPerson {
    this.taken.add(person.id);
    return person;
  }

  isTaken(id: string): boolean {
    return this.taken.has(id);
  }

  /** The head of a family that is like that: one that is known, or an invented one. */
  head(wanted: WantedFamily): DemoPerson {
    const { households } = this.world;
    let at = this.looked.get(wanted) ?? 0;
    while (at < households.length && !this.suits(households[at] as DemoHousehold, wanted)) at++;
    this.looked.set(wanted, at);
    const found = households[at];
    for (const { person } of found?.members ?? []) this.take(person);
    return found?.members[0]?.person ?? this.family(wanted);
  }

  private suits({ municipality, since, members }: DemoHousehold, wanted: WantedFamily): boolean {
    if (municipality !== daugavpils || since > '2020-02-01') return false;
    const children = members.filter(({ relation }) => relation === (wanted.as ?? 'CHILD'));
    const parents = members.filter(({ relation }) => relation === 'HEAD' || relation === 'SPOUSE');
    const [least, most] = wanted.children;
    if (children.length < least || children.length > most || parents.length !== wanted.parents) return false;
    if (children.some(({ person }) => person.birthDate < '2005-06-01' || person.birthDate > '2019-01-01')) return false;
    if (members.some(({ person }) => this.taken.has(person.id) || this.is(person, 'UKRAINIAN_CIVILIAN'))) return false;
    const ill = wanted.disability === 'PARENT' ? parents : wanted.disability === 'CHILD' ? children : null;
    return !ill || ill.some(({ person }) => this.isDisabled(person));
  }

  private family({ parents, children, as = 'CHILD', disability }: WantedFamily): DemoPerson {
    const parent = this.invent({ sex: 'FEMALE', bornFrom: '1976-01-01', bornUntil: '1990-12-31' });
    const { familyStem } = parent;
    const other = this.invent.bind(this);
    const spouse =
      parents === 2 ? [[other({ sex: 'MALE', bornFrom: '1975-02-01', bornUntil: '1990-12-31', familyStem }), 'SPOUSE'] as const] : [];
    const kids = Array.from({ length: children[0] }, () => [other({ ...minors, ...(as === 'CHILD' ? { familyStem } : {}) }), as] as const);
    this.world.household([[parent, 'HEAD'], ...spouse, ...kids], started);
    if (disability === 'PARENT') this.world.circumstance(parent, 'DISABILITY_GROUP_2', '2018-03-01', null, 'VDEĀVK lēmums');
    if (disability === 'CHILD' && kids[0]) this.world.circumstance(kids[0][0], 'DISABILITY_CHILD', '2019-03-01', null, 'VDEĀVK lēmums');
    return parent;
  }

  private invent(spec: PersonSpec): DemoPerson {
    return this.take(this.world.person({ municipality: daugavpils, ...spec }));
  }

  private is(person: DemoPerson, kind: DemoCircumstanceKind, by = '9999-12-31'): boolean {
    return this.kindsOf.get(person.id)?.some((one) => one.kind === kind && one.from <= by) ?? false;
  }

  private isDisabled(person: DemoPerson): boolean {
    return this.kindsOf.get(person.id)?.some(({ kind, from }) => kind.startsWith('DISABILITY') && from <= '2020-12-31') ?? false;
  }
}
