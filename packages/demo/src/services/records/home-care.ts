import { addDays, addMonths } from '@atbalsts/database';
import { daugavpils, publishedFigure } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoPerson, Row, World } from '../../world.js';
import type { KnownPeople } from './people.js';
import type { Two } from './staff.js';

type Year = 2021 | 2022;

const service = 'home-care';
/** As the assumed fee rule of the town has it for these years: price of an hour, and the share of who has an income of 480.00. */
const price = 550;
const lowIncome = 30_000;
const payingIncome = 48_000;
const payingShare = 500;
/** The months of a year that the demo has deliveries of. */
const months = ['02', '05', '09'] as const;

const published = (row: string, year: Year): number => {
  const figure = publishedFigure(daugavpils, 'home-care-office', row, year);
  if (figure === null) throw new Error(`home-care-office/${row} is not published for ${year}`);
  return figure;
};

/** A client of the two calibrated years. */
interface Client {
  person: DemoPerson;
  requestId: string;
}

/**
 * Home care in Daugavpils in 2021 and 2022: who was a client, who paid, who did not, and what came in. Clients whom the plan of requests knows already
 * stay, and pay nothing; who counts among both groups had a low income until the summer of 2022.
 */
export function planHomeCare(world: World, random: Random, people: KnownPeople, two: Two): void {
  const office = new HomeCareOffice(world, random, two);
  const known = { 2021: knownClients(world, 2021), 2022: knownClients(world, 2022) };
  for (const year of [2021, 2022] as const) for (const one of known[year]) office.invoiceKnown(one, year);

  const paying2021 = published('paid', 2021);
  const free2021 = published('free', 2021) - known[2021].length;
  const both2022 = published('paid', 2022) + published('free', 2022) - published('total', 2022);
  const onlyPaying2022 = published('paid', 2022) - both2022;
  const new2022 = published('new-clients', 2022) - known[2022].length;
  const goingOn = published('total', 2022) - known[2022].length - new2022;
  const old2021 = paying2021 + free2021 - (published('new-clients', 2021) - known[2021].length);

  const clients: Client[] = Array.from({ length: paying2021 + free2021 }, (_, n) => {
    const paying = n < paying2021;
    const at = paying ? n : n - paying2021;
    const goesOn = paying ? at < onlyPaying2022 : at < goingOn - onlyPaying2022;
    const from = n < old2021 ? `2020-0${random.int(1, 9)}-10` : `2021-01-${random.int(11, 28)}`;
    const client = office.client(people.old(), from, goesOn ? '2023-01-01' : '2022-01-01');
    office.income(client, from, paying ? payingIncome : lowIncome);
    office.year(client, 2021, () => paying);
    return client;
  });
  const free = clients.slice(paying2021);
  for (const client of clients.slice(0, onlyPaying2022)) office.year(client, 2022, () => true);
  for (const [n, client] of free.slice(0, goingOn - onlyPaying2022).entries()) {
    const both = n < both2022;
    if (both) office.income(client, '2022-07-01', payingIncome);
    office.year(client, 2022, (month) => both && month > '2022-07-01');
  }
  for (let n = 0; n < new2022; n++) {
    const from = `2022-01-${random.int(11, 28)}`;
    const client = office.client(people.old(), from, '2023-01-01');
    office.income(client, from, lowIncome);
    office.year(client, 2022, () => false);
  }
  const payers2022 = [...clients.slice(0, onlyPaying2022), ...free.slice(0, both2022)];
  office.receipts(clients.slice(0, paying2021), 2021, Math.round(published('fees', 2021) * 100));
  office.receipts(payers2022, 2022, Math.round(published('fees', 2022) * 100));
}

/** A client whom the plan of requests has made, with the hours delivered in a month. */
interface KnownClient {
  personId: string;
  from: string;
  hours: Map<string, number>;
}

/** Clients of a year whom the plan of requests knows: with what was delivered to them, by month. */
function knownClients(world: World, year: Year): KnownClient[] {
  const tables = world.rows.get('services');
  const requests = (tables?.get('service_request') ?? []).filter((row) => row.service_type === service && row.municipality === daugavpils);
  const byId = new Map(requests.map((row): [string, Row] => [String(row.id), row]));
  const clients = new Map<string, KnownClient>();
  for (const row of tables?.get('delivery') ?? []) {
    const request = byId.get(String(row.request_id));
    const day = String(row.on_date);
    if (!request || !day.startsWith(String(year))) continue;
    const personId = String(request.person_id);
    const client = clients.get(personId) ?? { personId, from: String(request.from_date), hours: new Map<string, number>() };
    clients.set(personId, client);
    const month = `${day.slice(0, 7)}-01`;
    client.hours.set(month, (client.hours.get(month) ?? 0) + Number(row.units));
  }
  return [...clients.values()];
}

/** Writes requests, incomes, deliveries, invoices and receipts of home care. */
class HomeCareOffice {
  private written = 0;

  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly two: Two,
  ) {}

  client(person: DemoPerson, from: string, until: string): Client {
    const requestId = this.id('home care request');
    const [proposed, confirmed] = this.two();
    const asked = addDays(from, -25);
    this.add('service_request', {
      id: requestId,
      person_id: person.id,
      service_type: service,
      requested_on: asked,
      due_on: addMonths(asked, 1),
      state: 'ENDED',
      outcome: 'GRANT',
      reasons: null,
      proposed_by: proposed,
      confirmed_by: confirmed,
      decided_on: addDays(from, -5),
      from_date: from,
      until_date: until,
    });
    return { person, requestId };
  }

  income({ person }: Pick<Client, 'person'>, from: string, cents: number): void {
    this.assess(person.id, from, cents);
  }

  /** Deliveries and invoices of a year; the income says for which months there is something to pay. */
  year({ person, requestId }: Client, year: Year, pays: (month: string) => boolean): void {
    for (const number of months) {
      const month = `${year}-${number}-01`;
      const hours = this.random.int(7, 13);
      this.add('delivery', {
        id: this.id('home care delivery'),
        referral_id: null,
        organisation_id: null,
        request_id: requestId,
        key: `home-care-${requestId}-${month}`,
        on_date: addDays(month, this.random.int(1, 26)),
        units: hours,
        unit: 'HOUR',
        recorded_by: 'demo:head-of-services',
      });
      this.invoice(person.id, month, hours, pays(month));
    }
  }

  /** Income and invoices of somebody whose deliveries are there. */
  invoiceKnown({ personId, from, hours }: KnownClient, year: Year): void {
    if (from.startsWith(String(year))) this.assess(personId, from, lowIncome);
    for (const [month, units] of hours) this.invoice(personId, month, units, false);
  }

  /** Money of the year, exactly so much in all: from each client in two parts. */
  receipts(payers: readonly Client[], year: Year, total: number): void {
    const shares = this.random.split(total, payers.length * 2);
    for (const [n, amount] of shares.entries()) {
      const client = payers[Math.floor(n / 2)] as Client;
      this.add('receipt', {
        id: this.id('receipt'),
        key: `banka-${year}-${String(n + 1).padStart(4, '0')}`,
        person_id: client.person.id,
        service_type: service,
        received_on: `${year}-${n % 2 ? '12' : '11'}-${this.random.int(10, 28)}`,
        amount,
        recorded_by: this.two()[0],
      });
    }
  }

  private assess(personId: string, from: string, cents: number): void {
    this.add('fee_assessment', {
      id: this.id('fee assessment'),
      person_id: personId,
      service_type: service,
      from_date: from,
      monthly_income: cents,
      evidence: 'VSAA izziņa par izmaksāto pensiju',
      assessed_by: this.two()[0],
    });
  }

  private invoice(personId: string, month: string, hours: number, pays: boolean): void {
    const issued = addDays(addMonths(month, 1), 4);
    this.add('invoice', {
      id: this.id('invoice'),
      person_id: personId,
      service_type: service,
      month,
      units: hours,
      unit_price: price,
      share: pays ? payingShare : 0,
      income: pays ? payingIncome : lowIncome,
      amount: pays ? Math.round((hours * price * payingShare) / 1000) : 0,
      issued_on: issued,
      due_on: addDays(issued, 20),
      issued_by: this.two()[0],
      citation: 'Pašvaldības saistošie noteikumi par sociālajiem pakalpojumiem (pieņēmums: dokumentos maksas apmēra nav)',
    });
  }

  private add(table: string, row: Row): void {
    this.world.add('services', table, { municipality: daugavpils, ...row });
  }

  private id(kind: string): string {
    return this.world.id(kind, this.written++);
  }
}
