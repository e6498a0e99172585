import { addDays } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import { employeesAt } from '../../workforce/index.js';
import type { DemoPerson, World } from '../../world.js';
import { dayIn, later } from '../calendar.js';
import { householdIdOn } from '../clients.js';
import { goalsByGroup } from '../texts.js';
import { publishedOrNone, type Year } from './published.js';

const groups = ['PERSON_WITH_DISABILITY', 'ELDERLY'] as const;
type Group = (typeof groups)[number];

const published = (row: string, year: Year): number => publishedOrNone('disability-and-elderly-sector', row, year);

/** Files of the demo that are there already. */
interface Known {
  persons: ReadonlySet<string>;
  open(year: Year): number;
  begun(year: Year): number;
}

function knownFiles(world: World): Known {
  const files = (world.rows.get('services')?.get('social_case') ?? []).filter(
    (row) => row.municipality === daugavpils && groups.includes(row.target_group as Group),
  );
  const first = new Map<string, string>();
  for (const row of files) {
    const person = String(row.person_id);
    const opened = String(row.opened_on);
    if (opened < (first.get(person) ?? '9999')) first.set(person, opened);
  }
  return {
    persons: new Set(first.keys()),
    open: (year) =>
      files.filter((row) => String(row.opened_on) < `${year + 1}` && (row.closed_on === null || String(row.closed_on) > `${year}-01-01`))
        .length,
    begun: (year) => [...first.values()].filter((day) => day.startsWith(String(year))).length,
  };
}

/** People of the town with disability or of pension age, known to other domains first, then invented; nobody who has a file, died or left. */
class Sector {
  readonly disabled: ReadonlySet<string>;
  private readonly people: DemoPerson[];

  constructor(
    private readonly world: World,
    random: Random,
    known: ReadonlySet<string>,
  ) {
    this.disabled = new Set(
      world.circumstances.flatMap(({ person, kind, from, until }) =>
        kind.startsWith('DISABILITY_GROUP') && from < '2020-01-01' && until === null ? [person.id] : [],
      ),
    );
    const gone = new Set(
      (world.rows.get('institutions')?.get('placement') ?? [])
        .filter(({ destination }) => destination === 'DIED' || destination === 'ABROAD')
        .map((row) => String(row.person_id)),
    );
    this.people = random.shuffle(
      world.people.filter(
        (one) =>
          one.municipality === daugavpils &&
          one.residenceSince !== null &&
          !known.has(one.id) &&
          !gone.has(one.id) &&
          (one.birthDate < '1957-01-01' || (one.birthDate < '2002-01-01' && this.disabled.has(one.id))),
      ),
    );
  }

  next(): DemoPerson {
    const person = this.people.pop();
    if (person) return person;
    const invented = this.world.person({ municipality: daugavpils, bornFrom: '1932-01-01', bornUntil: '1955-12-31' });
    this.world.circumstance(invented, 'PENSIONER', `${Number(invented.birthDate.slice(0, 4)) + 65}-07-01`, null, 'VSAA izziņa');
    return invented;
  }
}

/** Whom the sector worked with: in both years, and who of them has a disability. */
export interface SectorClients {
  clients: DemoPerson[];
  isDisabled(person: DemoPerson): boolean;
}

/**
 * Files of the sector for persons with disability and older people in 2021 and 2022, as many as published: most were opened before, some end in 2021, the
 * others in 2022, so that today's workload of nobody grows.
 */
export function planClientFiles(world: World, random: Random): SectorClients {
  const known = knownFiles(world);
  const sector = new Sector(world, random.fork('people'), known.persons);
  const team = employeesAt(world, daugavpils, '2020-12-31', { kinds: ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER'] }).filter(
    ({ until }) => until === null,
  );
  const near = team.filter(({ unit }) => unit === 'disability-and-elderly-sector');
  const workers = near.length ? near : team;
  const write = (openedOn: string, closedIn: Year): DemoPerson => {
    const person = sector.next();
    const group: Group = sector.disabled.has(person.id) ? 'PERSON_WITH_DISABILITY' : 'ELDERLY';
    const id = world.id('client file', person.id);
    const closedOn = dayIn(random, later(addDays(openedOn, 30), `${closedIn}-03-01`), `${closedIn}-12-28`);
    world.add('services', 'social_case', {
      id,
      municipality: daugavpils,
      person_id: person.id,
      household_id: householdIdOn(world, person, openedOn),
      target_group: group,
      risk: 'NONE',
      responsible_id: random.pick(workers).id,
      opened_on: openedOn,
      closed_on: closedOn,
    });
    const goal = random.pick(goalsByGroup[group]);
    world.add('services', 'case_goal', {
      id: world.id('client file goal', person.id),
      municipality: daugavpils,
      case_id: id,
      place: 1,
      text: goal.text,
      activities: goal.activities,
      due_on: null,
      outcome: random.pick(['ACHIEVED', 'ACHIEVED', 'PARTLY']),
    });
    return person;
  };
  const begun = { 2021: published('new-clients', 2021) - known.begun(2021), 2022: published('new-clients', 2022) - known.begun(2022) };
  const open = { 2021: published('client-files', 2021) - known.open(2021), 2022: published('client-files', 2022) - known.open(2022) };
  const goingOn = open[2022] - begun[2022];
  const old = open[2021] - begun[2021];
  const some = (n: number, from: string, until: string, closedIn: Year) =>
    Array.from({ length: n }, () => write(dayIn(random, from, until), closedIn));
  const stay = Math.min(old, goingOn - Math.floor(begun[2021] / 2));
  const clients = some(stay, '2020-01-08', '2020-12-20', 2022);
  some(old - stay, '2020-01-08', '2020-12-20', 2021);
  some(goingOn - stay, '2021-01-08', '2021-10-30', 2022);
  some(begun[2021] - (goingOn - stay), '2021-01-08', '2021-10-30', 2021);
  some(begun[2022], '2022-01-08', '2022-10-30', 2022);
  return { clients: random.shuffle(clients), isDisabled: ({ id }) => sector.disabled.has(id) };
}
