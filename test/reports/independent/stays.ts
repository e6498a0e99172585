import { different, grouped, type Records, type Row } from './records.js';

/** Days from a first one until before another. */
export interface Days {
  from: string;
  until: string;
}

const never = '9999-12-31';

/** Days of a record that begins and may end. */
export const days = (from: string, until: string | null): Days => ({ from, until: until ?? never });

/** The days that two have in common; null where there are none. */
export function common(...spans: Days[]): Days | null {
  const from = spans.map((span) => span.from).reduce((a, b) => (a > b ? a : b));
  const until = spans.map((span) => span.until).reduce((a, b) => (a < b ? a : b));
  return from < until ? { from, until } : null;
}

/** A stay of a person in a facility, with the days it was there of. */
export interface Stay {
  id: string;
  person: string;
  facility: Row;
  record: Row;
  /** All its days: one that ended on its first day was there on that day. */
  days: Days;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Persons in facilities, and what is known of them by the records of all domains, in a year. */
export class Year {
  readonly days: Days;
  readonly lastDay: Days;
  private readonly persons: Map<string, Row>;
  private readonly circumstances: Map<string, Row[]>;
  private readonly memberships: Map<string, Row[]>;
  private readonly households: Map<string, Row[]>;
  private readonly statuses: Map<string, { status: string; days: Days }[]>;
  private readonly activities: Map<string, Row[]>;

  constructor(
    readonly records: Records,
    readonly year: number,
  ) {
    this.days = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
    this.lastDay = { from: `${year}-12-31`, until: `${year + 1}-01-01` };
    this.persons = new Map(records.person.map((person) => [person.id, person]));
    this.circumstances = grouped(records.circumstance, 'person_id');
    this.memberships = grouped(records.household_member, 'person_id');
    this.households = grouped(records.household_member, 'household_id');
    this.activities = grouped(records.placement_activity, 'placement_id');
    this.statuses = new Map();
    const covered = grouped(records.decision_person, 'decision_id');
    for (const decision of records.decision) {
      if (['PROPOSED', 'RETURNED'].includes(decision.state) || !decision.status_from || !decision.status_until) continue;
      const until = [decision.status_until, decision.revoked_from ?? never].sort()[0] as string;
      for (const { person_id } of covered.get(decision.id) ?? [])
        this.statuses.set(person_id, [
          ...(this.statuses.get(person_id) ?? []),
          { status: decision.household_status, days: { from: decision.status_from, until } },
        ]);
    }
  }

  /** All stays in facilities of a kind, of whatever year. */
  allStays(kind: string, is: (facility: Row) => boolean = () => true): Stay[] {
    const facilities = new Map(
      this.records.facility.filter((facility) => facility.kind === kind && is(facility)).map((facility) => [facility.id, facility]),
    );
    return this.records.placement.flatMap((record): Stay[] => {
      const facility = facilities.get(record.facility_id);
      const { id, person_id: person, from_date, ended_on } = record;
      return facility
        ? [{ id, person, facility, record, days: days(from_date, ended_on === from_date ? dayAfter(from_date) : ended_on) }]
        : [];
    });
  }

  /** Stays with a day in the year. */
  stays(kind: string, is?: (facility: Row) => boolean): Stay[] {
    return this.allStays(kind, is).filter((stay) => common(stay.days, this.days));
  }

  /** Whether a day lies in the year. */
  has(day: string | null): boolean {
    return day !== null && day >= this.days.from && day < this.days.until;
  }

  sex(sex: 'FEMALE' | 'MALE') {
    return ({ person }: Stay): boolean => this.persons.get(person)?.sex === sex;
  }

  /** The age that a person reaches in the year. */
  age(person: string): number {
    return this.year - Number(this.persons.get(person)?.birth_date.slice(0, 4));
  }

  readonly minor = ({ person }: Stay): boolean => this.age(person) < 18;
  readonly adult = ({ person }: Stay): boolean => this.age(person) >= 18;

  /** One of the kinds, on a day of the stay in the year. */
  is(...kinds: string[]) {
    return (stay: Stay): boolean => this.isOn(this.days, kinds, stay);
  }

  /** One of the kinds, on the last day of the year. */
  isAtItsEnd(...kinds: string[]) {
    return ({ person }: Stay): boolean => this.circumstance(person, kinds, this.lastDay);
  }

  private isOn(when: Days, kinds: string[], stay: Stay): boolean {
    const both = common(stay.days, when);
    return both !== null && this.circumstance(stay.person, kinds, both);
  }

  private circumstance(person: string, kinds: string[], when: Days): boolean {
    return (this.circumstances.get(person) ?? []).some(
      ({ kind, from_date, until_date }) => kinds.includes(kind) && common(days(from_date, until_date), when),
    );
  }

  /** A decision gives the household a status, on a day of the stay in the year. */
  status(status: 'NEEDY' | 'LOW_INCOME') {
    return (stay: Stay): boolean =>
      (this.statuses.get(stay.person) ?? []).some((one) => one.status === status && common(one.days, stay.days, this.days));
  }

  /** Memberships of a person with a day of the given. */
  membershipsOf(person: string, when: Days): Row[] {
    return (this.memberships.get(person) ?? []).filter(({ from_date, until_date }) => common(days(from_date, until_date), when));
  }

  /** Who is with a person in the household on a day of the given, the person too. */
  company(person: string, when: Days): Row[] {
    return this.membershipsOf(person, when).flatMap((own) =>
      (this.households.get(own.household_id) ?? []).filter((other) =>
        common(days(own.from_date, own.until_date), days(other.from_date, other.until_date), when),
      ),
    );
  }

  /** Of whom something was recorded in the year during a stay of these. */
  recorded(kind: string) {
    return ({ id }: Stay): boolean => (this.activities.get(id) ?? []).some((one) => one.kind === kind && this.has(one.on_date));
  }

  /** What was recorded of a stay. */
  activitiesOf({ id }: Stay): Row[] {
    return this.activities.get(id) ?? [];
  }
}

/** How many persons these stays are of. */
export const persons = (stays: readonly Stay[]): number => different(stays.map(({ person }) => person));

/** The groups of disability of adults. */
export const adultDisability = ['DISABILITY_GROUP_1', 'DISABILITY_GROUP_2', 'DISABILITY_GROUP_3'];
