import { type Counts, different, grouped, type Records, type Row } from './records.js';
import { adultDisability, common, days, persons, type Stay, Year } from './stays.js';

const asChild = ['CHILD', 'WARD', 'FOSTER_CHILD'];

/** The social house: who lived there, as the printed table groups them. */
export function socialHouse(records: Records, of: number): Counts {
  const year = new Year(records, of);
  const stays = year.stays('SOCIAL_HOUSE');
  const count = (is: (stay: Stay) => boolean) => persons(stays.filter(is));
  const pupil = (stay: Stay): boolean => {
    const there = common(stay.days, year.days);
    const grown = year.adult(stay) && year.age(stay.person) <= 24;
    return (
      grown &&
      year.is('STUDENT')(stay) &&
      there !== null &&
      year.membershipsOf(stay.person, there).some(({ relation }) => asChild.includes(relation))
    );
  };
  // Members of each household on a day of their stay, and who of them lives there as a child.
  const members = stays.flatMap((stay) => {
    const there = common(stay.days, year.days);
    return (there ? year.membershipsOf(stay.person, there) : []).map(({ household_id, relation }) => ({
      household_id,
      relation,
      person: stay.person,
      dependent: year.minor(stay) || pupil(stay),
    }));
  });
  const families = [...grouped(members, 'household_id').values()].flatMap((all) => {
    const offspring = all.filter(({ relation }) => asChild.includes(relation));
    const together = different(all.map(({ person }) => person));
    if (offspring.length === 0 || together <= different(offspring.map(({ person }) => person))) return [];
    return [
      {
        children: different(offspring.filter(({ dependent }) => dependent).map(({ person }) => person)),
        own: all.some(({ relation }) => relation === 'CHILD'),
        couple: all.some(({ relation }) => relation === 'SPOUSE'),
      },
    ];
  });
  return {
    total: persons(stays),
    children: count((stay) => year.minor(stay) || pupil(stay)),
    'adult-pupils': count(pupil),
    'minor-children': count(year.minor),
    families: families.length,
    'two-parent-families': families.filter(({ own, couple, children }) => own && couple && children < 3).length,
    'single-parent-families': families.filter(({ own, couple, children }) => own && !couple && children < 3).length,
    'large-families': families.filter(({ children }) => children >= 3).length,
    disability: count(year.is(...adultDisability)),
    'children-with-disability': count(year.is('DISABILITY_CHILD')),
    'pension-age': count(year.is('PENSIONER')),
    unemployed: count(year.is('UNEMPLOYED')),
    employed: count(year.is('EMPLOYED')),
    'received-municipal-apartments': count(({ record }) => year.has(record.ended_on) && record.destination === 'MUNICIPAL_APARTMENT'),
  };
}

const at = (address: string) => (facility: Row) => String(facility.address).startsWith(`${address},`);

/** The social apartments, as they stand on the last day of the year. */
export function socialApartments(records: Records, of: number): Counts {
  const year = new Year(records, of);
  const there = at('Šaura iela 26');
  const facilities = new Set(records.facility.filter((one) => one.kind === 'SOCIAL_APARTMENTS' && there(one)).map(({ id }) => id));
  const lastDay = (from: string, until: string | null) => common(days(from, until), year.lastDay) !== null;
  const stays = year.stays('SOCIAL_APARTMENTS', there).filter(({ record }) => lastDay(record.from_date, record.ended_on));
  const beds = grouped(
    records.facility_place.filter(({ facility_id }) => facilities.has(facility_id)),
    'room',
  );
  const taken = new Set(stays.map(({ record }) => record.place_id));
  const inService = (bed: Row) => lastDay(bed.from_date, bed.until_date);
  // An apartment under repair has had beds and will have some again: what is not given up is one.
  const kept = [...beds.values()].filter(
    (room) =>
      room.some(({ from_date }) => from_date < year.days.until) &&
      room.some(({ until_date }) => until_date === null || until_date >= year.days.until),
  );
  const vacant = [...beds.values()].filter((room) => room.some(inService) && !room.filter(inService).some(({ id }) => taken.has(id)));
  const count = (is: (stay: Stay) => boolean) => persons(stays.filter(is));
  return {
    apartments: kept.length,
    'vacant-apartments': vacant.length,
    residents: persons(stays),
    children: count(year.minor),
    'special-needs': count(year.isAtItsEnd(...adultDisability, 'DISABILITY_CHILD')),
    pensioners: count(year.isAtItsEnd('PENSIONER')),
    unemployed: count(year.isAtItsEnd('UNEMPLOYED')),
    employed: count(year.isAtItsEnd('EMPLOYED')),
  };
}

const saura = at('Šaura iela 26');
const novembra = at('18. Novembra iela 354V');

function groupApartments(year: Year, stays: readonly Stay[]): Counts {
  const count = (is: (stay: Stay) => boolean) => persons(stays.filter(is));
  const dayCare = grouped(year.stays('DAY_CARE_CENTRE'), 'person');
  const left = (to: string) => count(({ record }) => year.has(record.ended_on) && record.destination === to);
  return {
    total: persons(stays),
    women: count(year.sex('FEMALE')),
    men: count(year.sex('MALE')),
    'disability-group-2': count(year.is('DISABILITY_GROUP_2')),
    'needy-status': count(year.status('NEEDY')),
    'low-income-status': count(year.status('LOW_INCOME')),
    'ended-long-term-care': left('LONG_TERM_CARE'),
    'ended-returned-home': left('OWN_HOME'),
    'ended-own-wish': count(year.recorded('ENDED_AT_OWN_WISH')),
    granted: count(({ record }) => year.has(record.from_date) && record.request_id !== null),
    'funding-state': count(({ record }) => record.funding === 'STATE'),
    'funding-municipal': count(({ record }) => record.funding === 'MUNICIPAL'),
    'funding-di': count(({ record }) => record.funding === 'DEINSTITUTIONALISATION'),
    'occupation-day-care-centre': count((stay) =>
      (dayCare.get(stay.person) ?? []).some((other) => common(other.days, stay.days, year.days)),
    ),
    'occupation-own-or-casual-work': count(year.recorded('OWN_OR_CASUAL_WORK')),
    'occupation-hospital-workshops': count(year.recorded('HOSPITAL_WORKSHOPS')),
    'occupation-motivation-programme': count(year.recorded('MOTIVATION_PROGRAMME')),
    'occupation-studies': count(year.recorded('STUDIES')),
    'occupation-temporary-public-work': count(year.recorded('TEMPORARY_PUBLIC_WORK')),
  };
}

/** The group apartments at Šaura iela 26, and who moved from there to the others. */
export function groupApartmentsSaura(records: Records, of: number): Counts {
  const year = new Year(records, of);
  const stays = year.stays('GROUP_APARTMENTS', saura);
  const arrived = new Set(year.allStays('GROUP_APARTMENTS', novembra).map(({ person, record }) => `${person} ${record.from_date}`));
  const moved = stays.filter(
    ({ person, record }) =>
      year.has(record.ended_on) && record.destination === 'GROUP_APARTMENTS' && arrived.has(`${person} ${record.ended_on}`),
  );
  return { ...groupApartments(year, stays), 'moved-18-novembra': persons(moved) };
}

/** The group apartments at 18. Novembra iela 354V. */
export function groupApartmentsNovembra(records: Records, of: number): Counts {
  const year = new Year(records, of);
  return groupApartments(year, year.stays('GROUP_APARTMENTS', novembra));
}
