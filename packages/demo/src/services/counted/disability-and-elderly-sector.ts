import { addDays, addMonths, type IsoDate } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoPerson, World } from '../../world.js';
import { dayIn } from '../calendar.js';
import type { Two } from '../records/staff.js';
import type { SectorClients } from './client-files.js';
import { GrantBook } from './grant-book.js';
import { publishedOrNone, type Year } from './published.js';

const years = [2021, 2022] as const;
const published = (row: string, year: Year): number => publishedOrNone('disability-and-elderly-sector', row, year);
const noNeed = 'Pakalpojums nav piemērots: medicīniska rehabilitācija nav pabeigta.';

/** What the sector decided and did in 2021 and 2022, as published: grants, extensions, queues, refusals, trips, reports of violence, accessibility. */
export function planDisabilitySector(world: World, random: Random, two: Two, { clients, isDisabled }: SectorClients): void {
  const book = new GrantBook(world, random, two, 'sector');
  const used = new Set(
    ['specialised-transport', 'social-taxi'].flatMap((service) => years.flatMap((year) => [...ridersOf(world, service, year)])),
  );
  const takeFrom = (people: DemoPerson[]) => (): DemoPerson => {
    for (let person = people.pop(); person; person = people.pop()) {
      if (used.has(person.id)) continue;
      used.add(person.id);
      return person;
    }
    throw new Error('the sector has more services than clients');
  };
  const next = takeFrom([...clients].filter((person) => !isDisabled(person)));
  const disabled = takeFrom(clients.filter(isDisabled));
  const some = (n: number, act: () => void) => {
    for (; n > 0; n--) act();
  };
  const day = (year: Year, from = '01-20', until = '10-31'): IsoDate => dayIn(random, `${year}-${from}`, `${year}-${until}`);
  const grant = (person: DemoPerson, service: string, decidedOn: IsoDate, months: number): IsoDate => {
    const from = addDays(decidedOn, 5);
    const until = addMonths(from, months);
    book.granted(person, service, { decidedOn, from, until });
    return until;
  };
  const extend = (person: DemoPerson, service: string, from: IsoDate, months: number) =>
    book.granted(person, service, { decidedOn: addDays(from, -4), from, until: addMonths(from, months) });

  for (const [service, months] of [
    ['short-term-care', 2],
    ['municipal-long-term-care', 18],
  ] as const) {
    for (const year of years) {
      some(published(`${service}-granted`, year), () => grant(next(), service, day(year), months));
      some(published(`${service}-extended`, year), () => {
        const person = next();
        extend(person, service, grant(person, service, `2020-${random.int(10, 12)}-${random.int(10, 28)}`, 3 + (year - 2021) * 12), months);
      });
    }
  }
  for (const service of ['state-long-term-care', 'siva-rehabilitation']) {
    for (const year of years) {
      some(published(`${service}-granted`, year), () => grant(next(), service, day(year), service === 'siva-rehabilitation' ? 1 : 20));
      let declines = published(`${service}-declined`, year);
      some(published(`${service}-queued`, year), () => {
        const person = next();
        const place = book.queued(person, service, day(year, '02-01', '09-30'), dayIn(random, '2023-02-01', '2023-06-01'));
        if (declines-- > 0) book.declined(person, service, place);
      });
      some(published(`${service}-refused`, year), () => book.refused(next(), service, day(year), noNeed));
    }
  }
  planAccessibility();
  const rides = new Rides(random, book, two()[0]);
  for (const year of years) {
    const lacking = (service: string) => published(service, year) - ridersOf(world, service, year).size;
    rides.bus(Array.from({ length: lacking('specialised-transport') }, disabled), year);
    some(lacking('social-taxi'), () => rides.taxi(disabled(), year));
  }
  planViolence(world, random, two, book, next);

  function planAccessibility(): void {
    for (const year of years) {
      const supported = { housing: 'housing-adaptation', lift: 'lift-1', documents: 'documents' } as const;
      let others = published('accessibility-applications', year);
      for (const [service, row] of Object.entries(supported)) {
        others -= published(`accessibility-${row}`, year);
        some(published(`accessibility-${row}`, year), () => grant(disabled(), `accessibility-${service}`, day(year, '02-10'), 6));
      }
      some(others, () => {
        if (random.chance(0.5)) book.refused(disabled(), 'accessibility-housing', day(year, '02-10'), 'Mājoklis jau ir pielāgots.');
        else book.queued(disabled(), 'accessibility-housing', day(year, '02-10'), dayIn(random, '2023-02-01', '2023-06-01'));
      });
    }
  }
}

/** Who rode in a year, as the demo has it already. */
function ridersOf(world: World, service: string, year: Year): ReadonlySet<string> {
  const tables = world.rows.get('services');
  const requests = new Map(
    (tables?.get('service_request') ?? [])
      .filter((row) => row.service_type === service && row.municipality === daugavpils)
      .map((row) => [String(row.id), String(row.person_id)]),
  );
  const rides = (tables?.get('delivery') ?? []).filter((row) => row.unit === 'TRIP' && String(row.on_date).startsWith(String(year)));
  return new Set(rides.flatMap((row) => requests.get(String(row.request_id)) ?? []));
}

/** Writes trips of the town's bus with up to three riders, and rides in a taxi. */
class Rides {
  constructor(
    private readonly random: Random,
    private readonly book: GrantBook,
    private readonly recorder: string,
  ) {}

  /** Each of them rides once, in trips one after another. */
  bus(riders: readonly DemoPerson[], year: Year): void {
    for (let at = 0; at < riders.length; at += 3) {
      const on = addDays(`${year}-02-01`, at);
      const tripId = this.book.add('trip', {
        key: `brauciens-${year}-${at}`,
        service_type: 'specialised-transport',
        vehicle: 'Specializētais mikroautobuss 1',
        driver_id: null,
        assistant_id: null,
        departs_at: `${on}T07:30:00Z`,
        arrives_at: `${on}T09:00:00Z`,
        on_date: on,
        from_place: 'Daugavpils, dzīvesvietas',
        to_place: 'Daugavpils reģionālā slimnīca',
        recorded_by: this.recorder,
      });
      for (const person of riders.slice(at, at + 3)) {
        const requestId = this.grant(person, 'specialised-transport', year);
        const deliveryId = this.book.delivered(requestId, on, 'TRIP', `trip:${tripId}:${requestId}`);
        this.book.add('trip_rider', { trip_id: tripId, person_id: person.id, request_id: requestId, delivery_id: deliveryId });
      }
    }
  }

  taxi(person: DemoPerson, year: Year): void {
    const requestId = this.grant(person, 'social-taxi', year);
    this.book.delivered(requestId, dayIn(this.random, `${year}-02-01`, `${year}-12-20`), 'TRIP');
  }

  private grant(person: DemoPerson, service: string, year: Year): string {
    return this.book.granted(person, service, { decidedOn: `${year}-01-18`, from: `${year}-01-25`, until: `${year}-12-31` });
  }
}

const accounts = [
  'Kaimiņi ziņo, ka dēls kliedz uz veco māti un atņem pensiju.',
  'Aprūpētāja pamanījusi zilumus un ziņo dienestam.',
  'Seniore pati lūdz palīdzību pēc radinieka draudiem.',
] as const;

/** Reports of violence against adults that were examined in 2022. */
function planViolence(world: World, random: Random, two: Two, book: GrantBook, next: () => DemoPerson): void {
  const there = (world.rows.get('services')?.get('violence_report') ?? []).filter(
    (row) => row.municipality === daugavpils && row.victim === 'ADULT' && String(row.examined_on).startsWith('2022'),
  ).length;
  for (let n = published('violence-reports-examined', 2022) - there; n > 0; n--) {
    const received = dayIn(random, '2022-01-05', '2022-12-10');
    const [first, second] = two();
    book.add('violence_report', {
      key: `zinojums-2022-${n}`,
      received_at: `${received}T09:20:00Z`,
      received_on: received,
      reporter: random.pick(['NEIGHBOUR', 'MEDICAL', 'POLICE', 'VICTIM', 'RELATIVE']),
      victim: 'ADULT',
      person_id: next().id,
      victim_described: null,
      kinds: [random.pick(['PHYSICAL', 'EMOTIONAL', 'ECONOMIC', 'NEGLECT'])],
      account: random.pick(accounts),
      danger: false,
      due_on: addDays(received, 10),
      term_citation: 'Pilngadīga persona: desmit dienās (pieņēmums)',
      recorded_by: first,
      outcome: random.pick(['CONFIRMED', 'CONFIRMED', 'NOT_CONFIRMED', 'PASSED_ON']),
      findings: 'Apmeklēta dzīvesvieta, runāts ar iesaistītajiem.',
      examined_on: addDays(received, random.int(1, 10)),
      examined_by: second,
    });
  }
}
