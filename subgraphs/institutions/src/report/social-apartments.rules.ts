import { countingRule } from '@atbalsts/graphql';
import { adultDisability, circumstanceAtYearEnd, minor, residentsAtYearEnd, type Scope, whereThereIsOne } from './sql.js';

const table = 'social-apartments-saura-26';
const address = 'Šaura iela 26';
const scope: Scope = { kind: 'SOCIAL_APARTMENTS', address };

const places = `facility_place b join facility f on f.id = b.facility_id
  where b.municipality = :municipality and f.kind = 'SOCIAL_APARTMENTS' and f.address like '${address},%'`;

/** Social apartments: how they stand on the last day of the year. An apartment is a room; one under repair has no place in service. */
export const socialApartmentsRules = [
  countingRule(
    table,
    'apartments',
    { lv: 'Dzīvokļi gada pēdējā dienā, arī remontā esošie', en: 'Apartments on the last day of the year, also those under repair' },
    whereThereIsOne(
      scope,
      `select count(*) from (
         select b.room from ${places} group by b.room
         having bool_or(b.from_date < :until) and bool_or(b.until_date is null or b.until_date >= :until)) room`,
    ),
  ),
  countingRule(
    table,
    'vacant-apartments',
    {
      lv: 'No tiem: gada pēdējā dienā lietošanā un neviena neapdzīvoti',
      en: 'Of them: in service on the last day of the year, and nobody lives in them',
    },
    whereThereIsOne(
      scope,
      `select count(*) from (
         select b.room from ${places} and daterange(b.from_date, b.until_date) @> (:until - 1) group by b.room
         having not bool_or(exists (select from placement p where p.place_id = b.id and daterange(p.from_date, p.ended_on) @> (:until - 1)))) room`,
    ),
  ),
  countingRule(
    table,
    'residents',
    { lv: 'Personas, kas gada pēdējā dienā tur dzīvo', en: 'Persons who live there on the last day of the year' },
    residentsAtYearEnd(scope),
  ),
  countingRule(
    table,
    'children',
    { lv: 'No tām: līdz gada beigām nav 18 gadu (pēc dzimšanas gada)', en: 'Of them: not yet 18 when the year ends (by year of birth)' },
    residentsAtYearEnd(scope, minor),
  ),
  countingRule(
    table,
    'special-needs',
    { lv: 'No tām: tajā dienā ar invaliditāti', en: 'Of them: with disability on that day' },
    residentsAtYearEnd(scope, circumstanceAtYearEnd(...adultDisability, 'DISABILITY_CHILD')),
  ),
  countingRule(
    table,
    'pensioners',
    { lv: 'No tām: tajā dienā pensionāri', en: 'Of them: pensioners on that day' },
    residentsAtYearEnd(scope, circumstanceAtYearEnd('PENSIONER')),
  ),
  countingRule(
    table,
    'unemployed',
    { lv: 'No tām: tajā dienā bezdarbnieki', en: 'Of them: unemployed on that day' },
    residentsAtYearEnd(scope, circumstanceAtYearEnd('UNEMPLOYED')),
  ),
  countingRule(
    table,
    'employed',
    { lv: 'No tām: tajā dienā strādājošie', en: 'Of them: employed on that day' },
    residentsAtYearEnd(scope, circumstanceAtYearEnd('EMPLOYED')),
  ),
];
