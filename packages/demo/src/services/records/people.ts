import type { Random } from '../../random.js';
import type { DemoPerson, PersonSpec, World } from '../../world.js';

/** Who has died or gone abroad, as the institutions recorded on leaving; and who has asked for a service already. */
function taken(world: World): ReadonlySet<string> {
  const placements = world.rows.get('institutions')?.get('placement') ?? [];
  const away = placements.filter(({ destination }) => destination === 'DIED' || destination === 'ABROAD');
  const requests = world.rows.get('services')?.get('service_request') ?? [];
  return new Set([...away, ...requests].map((row) => String(row.person_id)));
}

/** People of a town whom the other domains know, each given out once for all records of the services; invented where there are none left. */
export class KnownPeople {
  private readonly adults: DemoPerson[] = [];
  private readonly elderly: DemoPerson[] = [];
  private readonly disabled: DemoPerson[] = [];

  constructor(
    private readonly world: World,
    random: Random,
    private readonly municipality: string,
  ) {
    const away = taken(world);
    const disabled = new Set(
      world.circumstances
        .filter(({ kind, from, until }) => kind.startsWith('DISABILITY_GROUP') && from < '2021-01-01' && until === null)
        .map(({ person }) => person.id),
    );
    const known = world.people.filter((one) => one.municipality === municipality && one.residenceSince !== null && !away.has(one.id));
    for (const person of random.shuffle(known)) {
      if (person.birthDate >= '2002-01-01') continue;
      if (disabled.has(person.id)) this.disabled.push(person);
      else if (person.birthDate < '1956-01-01') this.elderly.push(person);
      else if (person.birthDate >= '1963-01-01') this.adults.push(person);
    }
  }

  /** Somebody of working age without disability: may be an assistant. */
  adult(): DemoPerson {
    return this.adults.pop() ?? this.invent({ bornFrom: '1963-01-01', bornUntil: '1999-12-31' });
  }

  /** Somebody old. */
  old(): DemoPerson {
    const known = this.elderly.pop();
    if (known) return known;
    const person = this.invent({ bornFrom: '1932-01-01', bornUntil: '1950-12-31' });
    this.world.circumstance(person, 'PENSIONER', `${Number(person.birthDate.slice(0, 4)) + 65}-07-01`, null, 'VSAA izziņa');
    return person;
  }

  /** An adult with disability since before 2021. */
  withDisability(random: Random): DemoPerson {
    const known = this.disabled.pop();
    if (known) return known;
    const person = this.invent({ bornFrom: '1950-01-01', bornUntil: '1999-12-31' });
    this.world.circumstance(person, random.chance(0.6) ? 'DISABILITY_GROUP_1' : 'DISABILITY_GROUP_2', '2019-03-01', null, 'VDEĀVK lēmums');
    return person;
  }

  /** A child with disability, aged 5 to 17 in 2021 and in 2022. */
  child(): DemoPerson {
    const person = this.invent({ bornFrom: '2009-01-01', bornUntil: '2014-12-31' });
    this.world.circumstance(person, 'DISABILITY_CHILD', '2019-03-01', null, 'VDEĀVK lēmums');
    return person;
  }

  private invent(spec: PersonSpec): DemoPerson {
    return this.world.person({ municipality: this.municipality, ...spec });
  }
}
