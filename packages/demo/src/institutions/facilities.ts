import { addDays } from '@atbalsts/database';
import type { World } from '../world.js';

/** A bed of the demo, in service from until. */
export interface DemoBed {
  id: string;
  room: string;
  from: string;
  until: string | null;
}

/** A facility of the demo. */
export interface DemoFacility {
  id: string;
  key: string;
  municipality: string;
  kind: string;
  service: string;
  beds: DemoBed[];
  /** Subject of who admits there. */
  admits: string;
}

/** Beds of one room for a time. */
interface Room {
  name: string;
  beds: number;
  /** The first bed's number; 1 unless told. */
  firstBed?: number;
  from?: string;
  until?: string;
}

interface FacilitySpec {
  key: string;
  name: string;
  kind: string;
  address: string;
  service: string;
  /** Capacity by the day from which it holds. */
  capacity: [from: string, clients: number][];
  rooms: Room[];
  municipality?: string;
  admits?: string;
  /** In how many days from the day of the demo its registration lapses, with none to follow; left out: it has been renewed. */
  lapsesIn?: number;
}

const opened = '2017-03-01';

const rooms = (count: number, beds: number, first = 1): Room[] =>
  Array.from({ length: count }, (_, n) => ({ name: String(first + n), beds }));

/** Where the crisis centre grew from 25 to 40 clients. The results of 2022 name the year, not the day (assumed). */
export const crisisCentreGrew = '2022-07-01';

/** When the group apartments at 18. Novembra iela opened. The results of 2022 name the year at most (assumed). */
export const novembraOpened = '2022-05-01';

/**
 * The facilities of Daugavpils as the results of 2022 name them, and two of Bauska. Capacities that the results print: crisis centre 25, then 40 in 26
 * rooms; group apartments at 18. Novembra iela 12; social apartments 30 of which one is under repair at the end of 2022. The others are assumed,
 * and so is the address of the day centre, of which only the name is printed.
 */
const specs: readonly FacilitySpec[] = [
  {
    key: 'shelter',
    name: 'Patversme',
    kind: 'SHELTER',
    address: 'Šaura iela 23, Daugavpils',
    service: 'shelter',
    capacity: [[opened, 128]],
    rooms: rooms(32, 4),
  },
  {
    key: 'night-shelter',
    name: 'Naktspatversme',
    kind: 'NIGHT_SHELTER',
    address: 'Šaura iela 23, Daugavpils',
    service: 'night-shelter',
    capacity: [[opened, 60]],
    rooms: rooms(12, 5, 101),
  },
  {
    key: 'social-house',
    name: 'Sociālā māja',
    kind: 'SOCIAL_HOUSE',
    address: 'Šaura iela 28, Daugavpils',
    service: 'social-house',
    capacity: [[opened, 240]],
    rooms: rooms(80, 3),
    admits: 'demo:head-of-services',
  },
  {
    key: 'social-apartments',
    name: 'Sociālie dzīvokļi Šaurā ielā 26',
    kind: 'SOCIAL_APARTMENTS',
    address: 'Šaura iela 26, Daugavpils',
    service: 'social-house',
    capacity: [[opened, 60]],
    rooms: [...rooms(29, 2), { name: '30', beds: 2, until: '2022-10-01' }, { name: '30', beds: 2, from: '2023-05-01' }],
    admits: 'demo:head-of-services',
  },
  {
    key: 'crisis-centre',
    name: 'Ģimenes atbalsta centra krīzes centrs',
    kind: 'CRISIS_CENTRE',
    address: 'Šaura iela 20, Daugavpils',
    service: 'crisis-centre',
    capacity: [
      [opened, 25],
      [crisisCentreGrew, 40],
    ],
    rooms: [
      ...rooms(25, 1),
      ...rooms(14, 1).map((room) => ({ ...room, firstBed: 2, from: crisisCentreGrew })),
      { name: '26', beds: 1, from: crisisCentreGrew },
    ],
  },
  {
    key: 'group-saura',
    name: 'Grupu dzīvokļi Šaurā ielā 26',
    kind: 'GROUP_APARTMENTS',
    address: 'Šaura iela 26, Daugavpils',
    service: 'group-apartments',
    capacity: [[opened, 20]],
    rooms: rooms(20, 1, 201),
    admits: 'demo:head-of-services',
  },
  {
    key: 'group-novembra',
    name: 'Grupu dzīvokļi 18. Novembra ielā 354V',
    kind: 'GROUP_APARTMENTS',
    address: '18. Novembra iela 354V, Daugavpils',
    service: 'group-apartments',
    capacity: [[novembraOpened, 12]],
    rooms: rooms(12, 1).map((room) => ({ ...room, from: novembraOpened })),
    admits: 'demo:head-of-services',
  },
  {
    key: 'day-care-centre',
    name: 'Dienas aprūpes centrs personām ar garīga rakstura traucējumiem',
    kind: 'DAY_CARE_CENTRE',
    address: 'Arhitektu iela 21, Daugavpils',
    service: 'day-care-centre',
    capacity: [[opened, 60]],
    rooms: [],
    admits: 'demo:head-of-services',
  },
  {
    key: 'workshop',
    name: 'Specializētā darbnīca',
    kind: 'SPECIALISED_WORKSHOP',
    address: 'Arhitektu iela 21, Daugavpils',
    service: 'specialised-workshops',
    capacity: [[opened, 25]],
    rooms: [],
    admits: 'demo:head-of-services',
    lapsesIn: 54,
  },
  {
    key: 'family-home',
    name: 'Ģimenes māja “Pīlādzis”',
    kind: 'FAMILY_HOME',
    address: 'Pīlādžu iela 4, Daugavpils',
    service: 'child-care',
    capacity: [[opened, 24]],
    rooms: rooms(12, 2),
    admits: 'demo:head-of-services',
  },
  {
    key: 'bauska-shelter',
    name: 'Patversme',
    kind: 'SHELTER',
    address: 'Dārza iela 9, Bauska',
    service: 'shelter',
    capacity: [[opened, 20]],
    rooms: rooms(5, 4),
    municipality: '0025000',
    admits: 'demo:social-worker-bauska',
  },
  {
    key: 'bauska-group',
    name: 'Grupu dzīvokļi',
    kind: 'GROUP_APARTMENTS',
    address: 'Upes iela 3, Bauska',
    service: 'group-apartments',
    capacity: [[opened, 8]],
    rooms: rooms(8, 1),
    municipality: '0025000',
    admits: 'demo:social-worker-bauska',
  },
  {
    key: 'day-centre',
    name: 'Dienas centrs “Saskarsme”',
    kind: 'DAY_CENTRE',
    address: 'Parka iela 12, Daugavpils',
    service: 'day-centre',
    capacity: [[opened, 150]],
    rooms: [],
    admits: 'demo:head-of-services',
  },
];

/** Writes the facilities with their capacity over time, beds and registrations, and gives them by key. */
export function planFacilities(world: World): Map<string, DemoFacility> {
  return new Map(specs.map((spec, n) => [spec.key, planFacility(world, spec, n)]));
}

function planFacility(world: World, spec: FacilitySpec, n: number): DemoFacility {
  const { key, name, kind, address, municipality = '0002000' } = spec;
  const id = world.id('facility', key);
  world.add('institutions', 'facility', { id, municipality, name, kind, address });
  for (const [at, [from, capacity]] of spec.capacity.entries()) {
    const until = spec.capacity[at + 1]?.[0] ?? null;
    world.add('institutions', 'facility_capacity', {
      id: world.id('capacity', `${key} ${from}`),
      municipality,
      facility_id: id,
      capacity,
      from_date: from,
      until_date: until,
    });
  }
  planRegistrations(world, spec, id, n);
  const beds = spec.rooms.flatMap((room) => planBeds(world, room, { key, id, municipality, opened: spec.capacity[0]?.[0] ?? opened }));
  return { id, key, municipality, kind, service: spec.service, beds, admits: spec.admits ?? 'demo:shelter-manager' };
}

/** One registration after the other, five years each, the last beyond the day of the demo; one lapses soon, so that there is something to renew. */
function planRegistrations(world: World, spec: FacilitySpec, facilityId: string, n: number): void {
  let from = spec.capacity[0]?.[0] ?? opened;
  for (let year = Number(from.slice(0, 4)); from <= addDays(world.today, 120); year += 5) {
    const whole = `${year + 5}${from.slice(4)}`;
    const lapse = spec.lapsesIn === undefined ? whole : addDays(world.today, spec.lapsesIn);
    const to = lapse > from && lapse < whole ? lapse : whole;
    if (spec.lapsesIn !== undefined && from >= lapse) break;
    world.add('institutions', 'provider_registration', {
      id: world.id('registration', `${spec.key} ${from}`),
      municipality: spec.municipality ?? '0002000',
      facility_id: facilityId,
      number: `SPSR-${year}-${String(311 + 17 * n).padStart(4, '0')}`,
      service_type: spec.service,
      valid_from: from,
      valid_to: to,
    });
    from = to;
  }
}

function planBeds(world: World, room: Room, of: { key: string; id: string; municipality: string; opened: string }): DemoBed[] {
  return Array.from({ length: room.beds }, (_, n) => {
    const bed = String((room.firstBed ?? 1) + n);
    const from = room.from ?? of.opened;
    const id = world.id('bed', `${of.key} ${room.name}-${bed} ${from}`);
    const until = room.until ?? null;
    world.add('institutions', 'facility_place', {
      id,
      municipality: of.municipality,
      facility_id: of.id,
      room: room.name,
      bed,
      from_date: from,
      until_date: until,
    });
    return { id, room: room.name, from, until };
  });
}
