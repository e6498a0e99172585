import { countingRule } from '@atbalsts/graphql';
import { adultDisability, circumstance, clients, clientsWith, type Scope, year } from './sql.js';

const table = 'day-centre-saskarsme';
const scope: Scope = { kind: 'DAY_CENTRE', name: 'Saskarsme' };

/** Somebody in the household of the person of `s` fulfils a condition on the membership `k`, on a day of the attendance in the year. */
const inHousehold = (condition: string): string =>
  `exists (select from household_member_fact m join household_member_fact k on k.household_id = m.household_id and k.municipality = m.municipality
    where m.person_id = s.person_id and ${condition}
      and daterange(m.since_date, m.until_date) * daterange(k.since_date, k.until_date) && (s.days * ${year}))`;

const childOfFamily = `k.relation in ('CHILD', 'WARD') and exists (
  select from person_fact q where q.person_id = k.person_id and :year - q.birth_year < 18)`;

/**
 * Day centre “Saskarsme”. A client may be of several groups: the printed parts of 2021 sum to the total, those of 2022 to seven more, just as many
 * as came after a serious illness. Counted so, each of these seven has another group too.
 */
export const dayCentreSaskarsmeRules = [
  countingRule(
    table,
    'disability-group-1',
    { lv: 'No visām: apmeklējuma laikā ar 1. grupas invaliditāti', en: 'Of all: with disability of group 1 on a day of the attendance' },
    clients(scope, circumstance('DISABILITY_GROUP_1')),
  ),
  countingRule(
    table,
    'disability-group-2',
    { lv: 'No visām: apmeklējuma laikā ar 2. grupas invaliditāti', en: 'Of all: with disability of group 2 on a day of the attendance' },
    clients(scope, circumstance('DISABILITY_GROUP_2')),
  ),
  countingRule(
    table,
    'disability-group-3',
    { lv: 'No visām: apmeklējuma laikā ar 3. grupas invaliditāti', en: 'Of all: with disability of group 3 on a day of the attendance' },
    clients(scope, circumstance('DISABILITY_GROUP_3')),
  ),
  countingRule(
    table,
    'disability-total',
    {
      lv: 'No visām: apmeklējuma laikā ar invaliditāti (1., 2. vai 3. grupa); katra vienreiz',
      en: 'Of all: with disability of group 1, 2 or 3 on a day of the attendance, each once',
    },
    clients(scope, circumstance(...adultDisability)),
  ),
  countingRule(
    table,
    'pension-age',
    {
      lv: 'No visām: apmeklējuma laikā pensionāri (apstāklis PENSIONER)',
      en: 'Of all: pensioners (circumstance PENSIONER) on a day of the attendance',
    },
    clients(scope, circumstance('PENSIONER')),
  ),
  countingRule(
    table,
    'unemployed',
    { lv: 'No visām: apmeklējuma laikā bezdarbnieki', en: 'Of all: unemployed on a day of the attendance' },
    clients(scope, circumstance('UNEMPLOYED')),
  ),
  countingRule(
    table,
    'after-serious-illness',
    {
      lv: 'Personas, kurām gadā reģistrēts, ka nākušas pēc smagas, ilgstošas slimības; katra vienreiz',
      en: 'Persons of whom it was recorded in the year that they came after a serious, prolonged illness, each once',
    },
    clientsWith(scope, 'AFTER_SERIOUS_ILLNESS'),
  ),
  countingRule(
    table,
    'families-with-children',
    {
      lv: 'No visām: apmeklējuma laikā mājsaimniecībā ir bērns vai aizbilstamais, kam līdz gada beigām nav 18 gadu',
      en: 'Of all: in the household there is, on a day of the attendance, a child or ward not yet 18 when the year ends',
    },
    clients(scope, inHousehold(childOfFamily)),
  ),
  countingRule(
    table,
    'foster-families',
    {
      lv: 'No visām: apmeklējuma laikā mājsaimniecība ir audžuģimene (tajā ir audžuvecāks vai audžubērns)',
      en: 'Of all: the household is a foster family (with a foster parent or foster child) on a day of the attendance',
    },
    clients(scope, inHousehold(`k.relation in ('FOSTER_PARENT', 'FOSTER_CHILD')`)),
  ),
  countingRule(
    table,
    'total',
    {
      lv: 'Personas ar vietu dienas centrā “Saskarsme” kādā gada dienā; katra vienreiz',
      en: 'Persons with a place in the day centre “Saskarsme” on a day of the year, each once',
    },
    clients(scope),
  ),
];
