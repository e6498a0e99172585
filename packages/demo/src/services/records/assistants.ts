import { addMonths } from '@atbalsts/database';
import { daugavpils, publishedFigure } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoPerson, World } from '../../world.js';
import type { KnownPeople } from './people.js';
import type { Two } from './staff.js';

interface Contract {
  id: string;
  person: DemoPerson;
  assistant: DemoPerson;
  hours: number;
  from: string;
  until: string | null;
}

const published = (row: string, year: 2021 | 2022): number => {
  const figure = publishedFigure(daugavpils, 'assistant-sector', row, year);
  if (figure === null) throw new Error(`assistant-sector/${row} is not published for ${year}`);
  return figure;
};

/**
 * Assistants in Daugavpils: in 2021 each recipient has an assistant of their own, a few a second one, and some conclude anew in July; some go on
 * into 2022 on the contract of 2021, the others and those who are new conclude one for 2022.
 */
export function planAssistants(world: World, random: Random, people: KnownPeople, two: Two): void {
  const book = new AssistantBook(world, random, two);
  const recipients = published('recipients', 2021);
  const children = published('children-5-17', 2021);
  const first: [DemoPerson, DemoPerson][] = Array.from({ length: recipients }, (_, n) => [
    n < children ? people.child() : people.withDisability(random),
    people.adult(),
  ]);
  const seconds2022 = published('assistants', 2022) - published('recipients', 2022);
  const goingOn = published('recipients', 2022) - (published('contracts', 2022) - seconds2022);
  const renewed = published('contracts', 2021) - published('assistants', 2021);
  const contracts: Contract[] = [];
  for (const [n, [person, assistant]] of first.entries()) {
    const goesOn = n >= recipients - goingOn;
    const anew = n < renewed;
    const day = `2021-01-0${random.int(4, 8)}`;
    contracts.push(book.contract(person, assistant, day, anew ? '2021-07-01' : goesOn ? '2023-01-01' : '2022-01-01'));
    if (anew) contracts.push(book.contract(person, assistant, '2021-07-01', '2022-01-01'));
  }
  const others = (n: number, year: 2021 | 2022) =>
    first.slice(0, n).map(([person]) => book.contract(person, people.adult(), `${year}-01-08`, `${year + 1}-01-01`));
  contracts.push(...others(published('assistants', 2021) - recipients, 2021));
  book.reports(contracts, 2021, published('approved-reports', 2021));

  const newChildren = published('children-5-17', 2022) - children;
  const again = first.slice(0, recipients - goingOn);
  const kept = again.slice(0, again.length - 130); // some no longer want or need it
  const fresh: [DemoPerson, DemoPerson][] = Array.from({ length: published('recipients', 2022) - goingOn - kept.length }, (_, n) => [
    n < newChildren ? people.child() : people.withDisability(random),
    people.adult(),
  ]);
  const of2022 = [...kept, ...fresh].map(([person, assistant]) =>
    book.contract(person, assistant, `2022-01-0${random.int(4, 9)}`, '2023-01-01'),
  );
  of2022.push(...others(seconds2022, 2022), ...contracts.filter(({ until }) => until === '2023-01-01'));
  book.reports(of2022, 2022, published('approved-reports', 2022));
  planToday(book, world, random, [...kept, ...fresh].slice(0, 40));
}

/** A few who have an assistant now: reports of the last months, the last one still to be approved. */
export function planToday(book: AssistantBook, world: World, random: Random, some: readonly (readonly [DemoPerson, DemoPerson])[]): void {
  const month = `${world.today.slice(0, 7)}-01`;
  for (const [person, assistant] of some) {
    const contract = book.contract(person, assistant, `${addMonths(month, -6).slice(0, 8)}0${random.int(1, 5)}`, null);
    for (let ago = 5; ago >= 1; ago--) book.report(contract, addMonths(month, -ago), ago > 1);
  }
}

/** Writes contracts and reports of one town. */
export class AssistantBook {
  private written = 0;

  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly two: Two,
  ) {}

  /** A contract that is concluded on the day on which it begins. */
  contract(person: DemoPerson, assistant: DemoPerson, from: string, until: string | null): Contract {
    const id = this.world.id('assistant contract', this.written++);
    const hours = this.random.pick([20, 24, 40, 40, 64]);
    const [concludedBy] = this.two();
    this.world.add('services', 'assistant_contract', {
      id,
      municipality: person.municipality,
      person_id: person.id,
      assistant_id: assistant.id,
      monthly_hours: hours,
      concluded_on: from,
      concluded_by: concludedBy,
      from_date: from,
      until_date: until,
    });
    return { id, person, assistant, hours, from, until };
  }

  /** Exactly so many reports that are approved in the year: of January to November, each approved in the month after. */
  reports(contracts: readonly Contract[], year: number, count: number): void {
    const months = Array.from({ length: 11 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}-01`);
    const possible = contracts.flatMap((contract) =>
      months
        .filter((month) => addMonths(month, 1) > contract.from && (contract.until === null || contract.until > month))
        .map((month) => ({ contract, month })),
    );
    if (possible.length < count) throw new Error(`${count} reports do not fit into ${possible.length} months of contracts`);
    for (const { contract, month } of this.random.shuffle(possible).slice(0, count)) this.report(contract, month, true);
  }

  /** The report of a month, submitted in the month after, and approved where told. */
  report({ id, person, hours }: Contract, month: string, approved: boolean): void {
    const { random } = this;
    const more = random.chance(0.02);
    const next = addMonths(month, 1).slice(0, 8);
    if (`${next}05` > this.world.today) return;
    const [submits, decides] = this.two();
    this.world.add('services', 'assistant_report', {
      id: this.world.id('assistant report', `${id} ${month}`),
      municipality: person.municipality,
      contract_id: id,
      month,
      hours: more ? hours + random.int(1, 8) : hours - random.int(0, 6),
      granted_hours: hours,
      excess_reason: more ? 'Papildu došanās pie ārsta, ar nosūtījumu.' : null,
      state: approved ? 'APPROVED' : 'SUBMITTED',
      submitted_on: `${next}0${random.int(1, 5)}`,
      submitted_by: submits,
      decided_on: approved ? `${next}${random.int(10, 20)}` : null,
      decided_by: approved ? decides : null,
    });
  }
}
