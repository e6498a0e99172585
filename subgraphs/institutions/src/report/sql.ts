import type { FacilityKind } from '../facility/facility-kind.js';

/** The facilities that a table is about: those of a kind, or the one of that kind at an address or of a name. */
export interface Scope {
  kind: `${FacilityKind}`;
  /** Street and house, without the town: the results of 2022 name some facilities by it. */
  address?: string;
  /** What stands in its name: the results of 2022 name one by it, and print no address. */
  name?: string;
}

/** The year of the report, as a range of days. */
export const year = 'daterange(:from, :until)';

const of = (alias: 's' | 'f', { kind, address, name }: Scope): string =>
  [
    `${alias}.municipality = :municipality and ${alias}.kind = '${kind}'`,
    address ? ` and ${alias}.address like '${address},%'` : '',
    name ? ` and exists (select from facility n where n.id = ${alias === 's' ? 's.facility_id' : 'f.id'} and n.name like '%${name}%')` : '',
  ].join('');

/** A count, or null where the town has no such facility: nothing to count is not zero. */
export const whereThereIsOne = (scope: Scope, count: string): string =>
  `select case when exists (select from facility f where ${of('f', scope)}) then (${count}) end`;

/** `from … where` over the stays `s` that cover a day of the year. */
export const staysOfYear = (scope: Scope): string => `from stay s where ${of('s', scope)} and s.days && ${year}`;

/** Distinct persons with a stay in the year that fulfils a condition on `s`. */
export const clients = (scope: Scope, condition = 'true'): string =>
  whereThereIsOne(scope, `select count(distinct s.person_id) ${staysOfYear(scope)} and ${condition}`);

/** The person of `s` is of a sex. */
export const sex = (value: 'FEMALE' | 'MALE'): string =>
  `exists (select from person_fact q where q.person_id = s.person_id and q.sex = '${value}')`;

/** The person of `s` is a child: does not come of age before the year ends, by year of birth. */
export const minor = 'exists (select from person_fact q where q.person_id = s.person_id and :year - q.birth_year < 18)';

/** The person of `s` is an adult, or comes of age in the year, by year of birth. */
export const adult = 'exists (select from person_fact q where q.person_id = s.person_id and :year - q.birth_year >= 18)';

/** The age that the person of `s` reaches in the year lies between two ages, both included; without the second there is no upper one. */
export const aged = (from: number, to?: number): string =>
  `exists (select from person_fact q where q.person_id = s.person_id and :year - q.birth_year >= ${from}${to === undefined ? '' : ` and :year - q.birth_year <= ${to}`})`;

/** The person of `s` is one of these on a day of the stay in the year. */
export const circumstance = (...kinds: string[]): string =>
  `exists (select from circumstance_fact c where c.person_id = s.person_id and c.kind in (${list(kinds)})
    and daterange(c.from_date, c.until_date) && (s.days * ${year}))`;

/** The groups of disability of adults. */
export const adultDisability = ['DISABILITY_GROUP_1', 'DISABILITY_GROUP_2', 'DISABILITY_GROUP_3'] as const;

/** The household of the person of `s` has a status on a day of the stay in the year. */
export const householdStatus = (status: 'NEEDY' | 'LOW_INCOME'): string =>
  `exists (select from household_status_fact h where h.person_id = s.person_id and h.status = '${status}'
    and daterange(h.from_date, h.until_date) && (s.days * ${year}))`;

/** The stay `s` began in the year. */
export const begun = `${year} @> s.from_date`;

/** The stay `s` began in the year on a granted service request. */
export const granted = `${begun} and s.request_id is not null`;

/** The stay `s` began in the year, and the person never had one in a facility of the kind before the year. */
export const firstEver = `${begun} and not exists (
  select from stay b where b.person_id = s.person_id and b.municipality = s.municipality and b.kind = s.kind and b.from_date < :from)`;

/** The stay `s` ended in the year, with a destination. */
export const leftTo = (destination: string): string => `${year} @> s.ended_on and s.destination = '${destination}'`;

/** Something was recorded in the year during the stay `s`. */
export const activity = (kind: string): string =>
  `exists (select from placement_activity a where a.placement_id = s.id and a.kind = '${kind}' and ${year} @> a.on_date)`;

/** Distinct persons of whom something was recorded in the year, whenever the stay was. */
export const clientsWith = (scope: Scope, kind: string): string =>
  whereThereIsOne(scope, `select count(distinct s.person_id) from stay s where ${of('s', scope)} and ${activity(kind)}`);

/** Contracts extended in the year: one for each time. */
export const extensions = (scope: Scope): string =>
  whereThereIsOne(
    scope,
    `select count(*) from placement_extension e join stay s on s.id = e.placement_id where ${of('s', scope)} and ${year} @> e.agreed_on`,
  );

/** Distinct persons who have a place on the last day of the year and fulfil a condition on `s` and that day. */
export const residentsAtYearEnd = (scope: Scope, condition = 'true'): string =>
  whereThereIsOne(
    scope,
    `select count(distinct s.person_id) from stay s where ${of('s', scope)} and s.days @> (:until - 1) and ${condition}`,
  );

/** The person of `s` is one of these on the last day of the year. */
export const circumstanceAtYearEnd = (...kinds: string[]): string =>
  `exists (select from circumstance_fact c where c.person_id = s.person_id and c.kind in (${list(kinds)})
    and daterange(c.from_date, c.until_date) @> (:until - 1))`;

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
