import { countingRule } from '@atbalsts/graphql';
import { adult, adultDisability, circumstance, clients, leftTo, minor, type Scope, staysOfYear, whereThereIsOne, year } from './sql.js';

const table = 'social-house';
const scope: Scope = { kind: 'SOCIAL_HOUSE' };

const asChild = `('CHILD', 'WARD', 'FOSTER_CHILD')`;

/** The person of `s` came of age, but lives with the family and studies: until 24, as the family benefits have it. */
const adultPupil = `${adult} and exists (select from person_fact q where q.person_id = s.person_id and :year - q.birth_year <= 24)
  and exists (select from household_member_fact m where m.person_id = s.person_id and m.relation in ${asChild} and daterange(m.since_date, m.until_date) && (s.days * ${year}))
  and ${circumstance('STUDENT')}`;

/**
 * Families among the residents: a household of which a child of whatever age and somebody else lives in the house.
 * Large: three children or more who are minors or study. The other families have one or two parents; a guardian with one ward or two is none of these.
 */
const families = (condition: string): string =>
  whereThereIsOne(
    scope,
    `select count(*) from (
       select r.household_id, count(distinct r.person_id) as members,
              count(distinct r.person_id) filter (where r.relation in ${asChild}) as offspring,
              count(distinct r.person_id) filter (where r.relation in ${asChild} and r.dependent) as children,
              bool_or(r.relation = 'CHILD') as parents_own, bool_or(r.relation = 'SPOUSE') as couple
         from (select m.household_id, m.relation, s.person_id, (${minor}) or (${adultPupil}) as dependent
                 from household_member_fact m, lateral (select s.* ${staysOfYear(scope)} and s.person_id = m.person_id) s
                where m.municipality = :municipality and daterange(m.since_date, m.until_date) && (s.days * ${year})) r
        group by r.household_id) family
      where offspring > 0 and members > offspring and ${condition}`,
  );

/** Social house: residents by age, household and circumstance. The groups overlap. */
export const socialHouseRules = [
  countingRule(
    table,
    'total',
    {
      lv: 'Personas, kas sociālajā mājā dzīvojušas kādā gada dienā; katra vienreiz',
      en: 'Persons who lived in the social house on a day of the year, each once',
    },
    clients(scope),
  ),
  countingRule(
    table,
    'children',
    {
      lv: 'No tām: nepilngadīgie un pilngadīgie, kas dzīvo ar ģimeni un mācās',
      en: 'Of them: minors, and adults who live with their family and study',
    },
    clients(scope, `((${minor}) or (${adultPupil}))`),
  ),
  countingRule(
    table,
    'adult-pupils',
    {
      lv: 'No tām: pilngadīgie līdz 24 gadiem, kas dzīvo ar ģimeni kā bērni un mācās (apstāklis STUDENT)',
      en: 'Of them: adults up to 24 who live with their family as children and study (circumstance STUDENT)',
    },
    clients(scope, adultPupil),
  ),
  countingRule(
    table,
    'minor-children',
    { lv: 'No tām: līdz gada beigām nav 18 gadu (pēc dzimšanas gada)', en: 'Of them: not yet 18 when the year ends (by year of birth)' },
    clients(scope, minor),
  ),
  countingRule(
    table,
    'families',
    {
      lv: 'Mājsaimniecības, no kurām mājā dzīvo bērns (jebkurā vecumā) un vēl kāds',
      en: 'Households of which a child (of any age) and somebody else live in the house',
    },
    families('true'),
  ),
  countingRule(
    table,
    'two-parent-families',
    {
      lv: 'No tām: ar diviem vecākiem un mazāk nekā trim bērniem, kas ir nepilngadīgi vai mācās',
      en: 'Of them: with two parents, and fewer than three children who are minors or study',
    },
    families('parents_own and couple and children < 3'),
  ),
  countingRule(
    table,
    'single-parent-families',
    {
      lv: 'No tām: ar vienu no vecākiem un mazāk nekā trim bērniem, kas ir nepilngadīgi vai mācās',
      en: 'Of them: with one parent, and fewer than three children who are minors or study',
    },
    families('parents_own and not couple and children < 3'),
  ),
  countingRule(
    table,
    'large-families',
    {
      lv: 'No tām: ar trim vai vairāk bērniem, kas ir nepilngadīgi vai mācās',
      en: 'Of them: with three children or more who are minors or study',
    },
    families('children >= 3'),
  ),
  countingRule(
    table,
    'disability',
    {
      lv: 'No visām: uzturēšanās laikā ar invaliditāti (1., 2. vai 3. grupa)',
      en: 'Of all: with disability of group 1, 2 or 3 on a day of the stay',
    },
    clients(scope, circumstance(...adultDisability)),
  ),
  countingRule(
    table,
    'children-with-disability',
    { lv: 'No visām: bērni ar invaliditāti', en: 'Of all: children with disability' },
    clients(scope, circumstance('DISABILITY_CHILD')),
  ),
  countingRule(
    table,
    'pension-age',
    {
      lv: 'No visām: uzturēšanās laikā pensionāri (apstāklis PENSIONER)',
      en: 'Of all: pensioners (circumstance PENSIONER) on a day of the stay',
    },
    clients(scope, circumstance('PENSIONER')),
  ),
  countingRule(
    table,
    'unemployed',
    {
      lv: 'No visām: uzturēšanās laikā bezdarbnieki (apstāklis UNEMPLOYED)',
      en: 'Of all: unemployed (circumstance UNEMPLOYED) on a day of the stay',
    },
    clients(scope, circumstance('UNEMPLOYED')),
  ),
  countingRule(
    table,
    'employed',
    {
      lv: 'No visām: uzturēšanās laikā strādājošie (apstāklis EMPLOYED)',
      en: 'Of all: employed (circumstance EMPLOYED) on a day of the stay',
    },
    clients(scope, circumstance('EMPLOYED')),
  ),
  countingRule(
    table,
    'received-municipal-apartments',
    { lv: 'Personas, kas gadā pārcēlušās uz pašvaldības dzīvokli', en: 'Persons who left in the year to a municipal apartment' },
    clients(scope, leftTo('MUNICIPAL_APARTMENT')),
  ),
];
