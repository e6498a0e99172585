import { type Counts, different, grouped, inYear, type Records, type Row, touches } from './records.js';

/** The stays of a kind of facility that the year counts: one that ended on its first day was there on that day. */
function staysIn(records: Records, kind: string, year: number): Row[] {
  const ofKind = new Set(records.facility.filter((facility) => facility.kind === kind).map(({ id }) => id));
  return records.placement.filter(
    ({ facility_id, from_date, ended_on }) =>
      ofKind.has(facility_id) && (touches(from_date, ended_on, year) || (ended_on === from_date && inYear(from_date, year))),
  );
}

const persons = (stays: readonly Row[]): number => different(stays.map(({ person_id }) => person_id));

/** Tests of the person of a stay. */
function about(records: Records, year: number) {
  const people = new Map(records.person.map((person) => [person.id, person]));
  const circumstances = grouped(records.circumstance, 'person_id');
  const after = (a: string, b: string) => (a > b ? a : b);
  return {
    sex: (sex: string) => (stay: Row) => people.get(stay.person_id)?.sex === sex,
    aged: (from: number, to: number) => (stay: Row) => {
      const age = year - Number(people.get(stay.person_id)?.birth_date.slice(0, 4));
      return age >= from && age <= to;
    },
    has:
      (...kinds: string[]) =>
      (stay: Row) =>
        (circumstances.get(stay.person_id) ?? []).some(({ kind, from_date, until_date }) => {
          const begin = after(after(from_date, stay.from_date), `${year}-01-01`);
          const lastDayOfStay = stay.ended_on === stay.from_date ? stay.from_date : null;
          const ends = [until_date, lastDayOfStay ? null : stay.ended_on, `${year + 1}-01-01`].filter((end) => end !== null);
          return kinds.includes(kind) && ends.every((end) => begin < end) && (lastDayOfStay === null || begin <= lastDayOfStay);
        }),
  };
}

/** The shelter, written by what the printed table says of each row. */
export function shelter(records: Records, year: number): Counts {
  const stays = staysIn(records, 'SHELTER', year);
  const { sex, has } = about(records, year);
  const earlier = new Set(begunBefore(records, 'SHELTER', year).map(({ person_id }) => person_id));
  const began = stays.filter(({ from_date }) => inYear(from_date, year));
  const left = (to: string) => persons(stays.filter(({ ended_on, destination }) => inYear(ended_on, year) && destination === to));
  const recorded = (kind: string) => personsWith(records, 'SHELTER', kind, year);
  return {
    total: persons(stays),
    'new-clients': persons(began.filter(({ person_id }) => !earlier.has(person_id))),
    men: persons(stays.filter(sex('MALE'))),
    women: persons(stays.filter(sex('FEMALE'))),
    'pension-age': persons(stays.filter(has('PENSIONER'))),
    disability: persons(stays.filter(has('DISABILITY_GROUP_1', 'DISABILITY_GROUP_2', 'DISABILITY_GROUP_3'))),
    granted: persons(began.filter(({ request_id }) => request_id !== null)),
    'contracts-extended': extended(records, 'SHELTER', year),
    'placed-long-term-care': left('LONG_TERM_CARE'),
    'social-house-service': left('SOCIAL_HOUSE'),
    'municipal-apartment': left('MUNICIPAL_APARTMENT'),
    'disability-group-extended': recorded('DISABILITY_GROUP_EXTENDED'),
    'solofur-treatment': recorded('MEDICATION_TREATMENT'),
    'minnesota-programme': recorded('ADDICTION_PROGRAMME'),
  };
}

const ofKind = (records: Records, kind: string): Set<string> =>
  new Set(records.facility.filter((facility) => facility.kind === kind).map(({ id }) => id));

function begunBefore(records: Records, kind: string, year: number): Row[] {
  const facilities = ofKind(records, kind);
  return records.placement.filter(({ facility_id, from_date }) => facilities.has(facility_id) && from_date < `${year}-01-01`);
}

function personsWith(records: Records, kind: string, activity: string, year: number): number {
  const facilities = ofKind(records, kind);
  const stays = new Map(records.placement.filter(({ facility_id }) => facilities.has(facility_id)).map((stay) => [stay.id, stay]));
  const found = records.placement_activity.filter((one) => one.kind === activity && inYear(one.on_date, year));
  return different(found.flatMap(({ placement_id }) => stays.get(placement_id)?.person_id ?? []));
}

function extended(records: Records, kind: string, year: number): number {
  const facilities = ofKind(records, kind);
  const stays = new Set(records.placement.filter(({ facility_id }) => facilities.has(facility_id)).map(({ id }) => id));
  return records.placement_extension.filter(({ placement_id, agreed_on }) => stays.has(placement_id) && inYear(agreed_on, year)).length;
}

/** The night shelter. */
export function nightShelter(records: Records, year: number): Counts {
  const all = shelterLike(records, year);
  const facilities = ofKind(records, 'NIGHT_SHELTER');
  const withAgreement = (night: Row) =>
    records.placement.some(
      (stay) =>
        stay.person_id === night.person_id &&
        stay.facility_id === night.facility_id &&
        stay.from_date <= night.night &&
        (stay.ended_on === null || stay.ended_on > night.night),
    );
  const nights = records.night_stay.filter(({ facility_id, night }) => facilities.has(facility_id) && inYear(night, year));
  return { ...all, 'short-stay-recipients': persons(nights.filter((night) => !withAgreement(night))) };
}

function shelterLike(records: Records, year: number): Counts {
  const stays = staysIn(records, 'NIGHT_SHELTER', year);
  const { sex } = about(records, year);
  const before = new Set(begunBefore(records, 'NIGHT_SHELTER', year).map(({ person_id }) => person_id));
  const began = stays.filter(({ from_date }) => inYear(from_date, year));
  return {
    total: persons(stays),
    'new-clients': persons(began.filter(({ person_id }) => !before.has(person_id))),
    men: persons(stays.filter(sex('MALE'))),
    women: persons(stays.filter(sex('FEMALE'))),
    granted: persons(began.filter(({ request_id }) => request_id !== null)),
    'contracts-extended': extended(records, 'NIGHT_SHELTER', year),
  };
}

/** The specialised workshops. */
export function specialisedWorkshops(records: Records, year: number): Counts {
  const stays = staysIn(records, 'SPECIALISED_WORKSHOP', year);
  const { sex, has, aged } = about(records, year);
  const count = (is: (stay: Row) => boolean) => persons(stays.filter(is));
  return {
    total: persons(stays),
    women: count(sex('FEMALE')),
    men: count(sex('MALE')),
    'disability-1': count(has('DISABILITY_GROUP_1')),
    'disability-2': count(has('DISABILITY_GROUP_2')),
    'age-18-30': count(aged(18, 30)),
    'age-31-45': count(aged(31, 45)),
    'age-46-65': count(aged(46, 65)),
    'age-66-plus': count(aged(66, 200)),
  };
}
