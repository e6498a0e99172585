import { type Counts, different, grouped, type Records, type Row } from './records.js';
import { adultDisability, common, persons, type Stay, Year } from './stays.js';

/** The crisis centre: who was helped. A family that is admitted on one day is one case. */
export function crisisCentre(records: Records, of: number): Counts {
  const year = new Year(records, of);
  const all = year.allStays('CRISIS_CENTRE');
  const stays = all.filter((stay) => common(stay.days, year.days));
  const count = (is: (stay: Stay) => boolean) => persons(stays.filter(is));
  const recorded = (kind: string) => persons(all.filter(year.recorded(kind)));
  const both = (...tests: ((stay: Stay) => boolean)[]) => count((stay) => tests.every((is) => is(stay)));
  const familyOf = ({ person, record }: Stay): string => {
    const admitted = { from: record.from_date, until: `${record.from_date}~` };
    return year.membershipsOf(person, admitted)[0]?.household_id ?? person;
  };
  const thisYear = new Set(stays.map(({ id }) => id));
  const admissions = stays.filter(({ record }) => !thisYear.has(record.continues_id));
  const families = [
    ...grouped(
      stays.map((stay) => ({ family: familyOf(stay), stay })),
      'family',
    ).values(),
  ];
  return {
    cases: different(admissions.map((stay) => `${familyOf(stay)} ${stay.record.from_date}`)),
    total: persons(stays),
    adults: count(year.adult),
    women: both(year.adult, year.sex('FEMALE')),
    men: both(year.adult, year.sex('MALE')),
    children: count(year.minor),
    girls: both(year.minor, year.sex('FEMALE')),
    boys: both(year.minor, year.sex('MALE')),
    'families-with-children': families.filter(
      (members) => members.some(({ stay }) => year.minor(stay)) && members.some(({ stay }) => year.adult(stay)),
    ).length,
    'care-leavers': count(year.is('CARE_LEAVER')),
    'adults-with-disability': both(year.adult, year.is(...adultDisability)),
    'pregnant-women': count(year.is('PREGNANT')),
    'pension-age': count(year.is('PENSIONER')),
    'without-accommodation': count(({ record }) => !record.accommodation),
    'after-fire': recorded('AFTER_FIRE'),
    'received-long-term-care': recorded('LONG_TERM_CARE_GRANTED'),
    'queued-long-term-care': recorded('LONG_TERM_CARE_QUEUED'),
    'from-another-country': recorded('FROM_ANOTHER_COUNTRY'),
    'children-30-days-elsewhere': recorded('CHILD_STATE_REHABILITATION'),
    'adult-victims': recorded('ADULT_VICTIM_STATE_REHABILITATION'),
    'perpetrator-programme': recorded('PERPETRATOR_PROGRAMME'),
  };
}

/** Where the clients of the crisis centre went: each by the last stay of the year, the one that goes on or that ended last. */
export function crisisCentreOutcomes(records: Records, of: number): Counts {
  const year = new Year(records, of);
  const all = year.allStays('CRISIS_CENTRE');
  const last = new Map<string, Stay>();
  const order = ({ record }: Stay) => `${record.ended_on ?? '9999-12-31'} ${record.from_date} ${record.id}`;
  for (const stay of all.filter((one) => common(one.days, year.days))) {
    const known = last.get(stay.person);
    if (!known || order(stay) > order(known)) last.set(stay.person, stay);
  }
  const ended = [...last.values()].filter(({ record }) => record.ended_on !== null && record.ended_on < year.days.until);
  const foreign = new Set(
    all.flatMap((stay) =>
      year.activitiesOf(stay).some(({ kind, on_date }) => kind === 'FROM_ANOTHER_COUNTRY' && on_date < year.days.until)
        ? [stay.person]
        : [],
    ),
  );
  const to = (destination: string) => ended.filter(({ record }) => record.destination === destination);
  return {
    'social-house-housing': to('SOCIAL_HOUSE').length,
    'shelter-service': to('SHELTER').length,
    'rents-in-city': to('RENTED_HOME').length,
    'returned-home': to('OWN_HOME').length,
    'municipal-apartment': to('MUNICIPAL_APARTMENT').length,
    'long-term-care': to('LONG_TERM_CARE').length,
    'group-apartment': to('GROUP_APARTMENTS').length,
    'from-another-country': to('OTHER').filter(({ person }) => foreign.has(person)).length,
    'continuing-cases': last.size - ended.length,
    'ended-house-rules': to('EXCLUDED').length,
    'ended-moved-abroad': to('ABROAD').length,
    'minnesota-programme': to('REHABILITATION_PROGRAMME').length,
    died: to('DIED').length,
  };
}

/** The day care centre and its workshop. */
export function dayCareCentre(records: Records, of: number): Counts {
  const year = new Year(records, of);
  const rows = (name: string, stays: readonly Stay[]): Counts => ({
    [name]: persons(stays),
    [`${name}-women`]: persons(stays.filter(year.sex('FEMALE'))),
    [`${name}-men`]: persons(stays.filter(year.sex('MALE'))),
    [`${name}-disability-1`]: persons(stays.filter(year.is('DISABILITY_GROUP_1'))),
    [`${name}-disability-2`]: persons(stays.filter(year.is('DISABILITY_GROUP_2'))),
  });
  const recorded = (kind: string) => persons(year.allStays('DAY_CARE_CENTRE').filter(year.recorded(kind)));
  return {
    ...rows('day-care', year.stays('DAY_CARE_CENTRE')),
    ...rows('workshops', year.stays('SPECIALISED_WORKSHOP')),
    transport: recorded('TRANSPORT'),
    'psychological-support': recorded('PSYCHOLOGICAL_SUPPORT'),
    physiotherapist: recorded('PHYSIOTHERAPIST'),
  };
}

/** The day centre “Saskarsme”. */
export function dayCentreSaskarsme(records: Records, of: number): Counts {
  const year = new Year(records, of);
  const named = (facility: Row) => String(facility.name).includes('Saskarsme');
  const stays = year.stays('DAY_CENTRE', named);
  const count = (is: (stay: Stay) => boolean) => persons(stays.filter(is));
  const household = (is: (member: Row) => boolean) => (stay: Stay) => {
    const there = common(stay.days, year.days);
    return there !== null && year.company(stay.person, there).some(is);
  };
  return {
    'disability-group-1': count(year.is('DISABILITY_GROUP_1')),
    'disability-group-2': count(year.is('DISABILITY_GROUP_2')),
    'disability-group-3': count(year.is('DISABILITY_GROUP_3')),
    'disability-total': count(year.is(...adultDisability)),
    'pension-age': count(year.is('PENSIONER')),
    unemployed: count(year.is('UNEMPLOYED')),
    'after-serious-illness': persons(year.allStays('DAY_CENTRE', named).filter(year.recorded('AFTER_SERIOUS_ILLNESS'))),
    'families-with-children': count(
      household(({ relation, person_id }) => ['CHILD', 'WARD'].includes(relation) && year.age(person_id) < 18),
    ),
    'foster-families': count(household(({ relation }) => ['FOSTER_PARENT', 'FOSTER_CHILD'].includes(relation))),
    total: persons(stays),
  };
}
