import { countingRule } from '@atbalsts/graphql';
import {
  adult,
  adultDisability,
  circumstance,
  clients,
  clientsWith,
  minor,
  type Scope,
  sex,
  staysOfYear,
  whereThereIsOne,
  year,
} from './sql.js';

const table = 'family-support-centre-clients';
const scope: Scope = { kind: 'CRISIS_CENTRE' };

/** The household of the person of `s` on the day of admission; the person alone where there is none. */
const caseOf = `coalesce((select m.household_id from household_member_fact m where m.person_id = s.person_id and daterange(m.since_date, m.until_date) @> s.from_date), s.person_id)`;

/** The stay `s` goes on from one in a facility of the kind that lasts on a day of the year too. */
const movedWithin = `exists (select from stay b where b.id = s.continues_id and b.kind = s.kind and b.days && ${year})`;

/** Crisis centre: a case is an admission of a family or of somebody alone; whoever comes back in the year is a case again, but one client. */
export const familySupportCentreRules = [
  countingRule(
    table,
    'cases',
    {
      lv: 'Uzņemšanas, kas ilgst kādā gada dienā: ģimene, kas uzņemta vienā dienā, ir viens gadījums; pārvietošana krīzes centrā nav jauns',
      en: 'Admissions that last on a day of the year: a family admitted on one day is one case; a move within the crisis centre is no new one',
    },
    whereThereIsOne(scope, `select count(distinct (${caseOf}, s.from_date)) ${staysOfYear(scope)} and not ${movedWithin}`),
  ),
  countingRule(
    table,
    'total',
    {
      lv: 'Personas, kam krīzes centrs palīdzējis kādā gada dienā; katra vienreiz',
      en: 'Persons whom the crisis centre helped on a day of the year, each once',
    },
    clients(scope),
  ),
  countingRule(
    table,
    'adults',
    {
      lv: 'No tām: gadā sasniegušas 18 gadus vai vecākas (pēc dzimšanas gada)',
      en: 'Of them: 18 or older by the end of the year (by year of birth)',
    },
    clients(scope, adult),
  ),
  countingRule(
    table,
    'women',
    { lv: 'No pieaugušajām: sievietes', en: 'Of the adults: women' },
    clients(scope, `${adult} and ${sex('FEMALE')}`),
  ),
  countingRule(table, 'men', { lv: 'No pieaugušajām: vīrieši', en: 'Of the adults: men' }, clients(scope, `${adult} and ${sex('MALE')}`)),
  countingRule(
    table,
    'children',
    { lv: 'No visām: līdz gada beigām nav 18 gadu', en: 'Of all: not yet 18 when the year ends' },
    clients(scope, minor),
  ),
  countingRule(
    table,
    'girls',
    { lv: 'No bērniem: meitenes', en: 'Of the children: girls' },
    clients(scope, `${minor} and ${sex('FEMALE')}`),
  ),
  countingRule(table, 'boys', { lv: 'No bērniem: zēni', en: 'Of the children: boys' }, clients(scope, `${minor} and ${sex('MALE')}`)),
  countingRule(
    table,
    'families-with-children',
    { lv: 'Mājsaimniecības, no kurām palīdzēts gan bērnam, gan pieaugušajam', en: 'Households of which a child and an adult were helped' },
    whereThereIsOne(
      scope,
      `select count(*) from (select ${caseOf} as household_id ${staysOfYear(scope)} group by 1 having bool_or(${minor}) and bool_or(${adult})) family`,
    ),
  ),
  countingRule(
    table,
    'care-leavers',
    {
      lv: 'No visām: palīdzības laikā jaunieši pēc ārpusģimenes aprūpes (apstāklis CARE_LEAVER)',
      en: 'Of all: care leavers (circumstance CARE_LEAVER) on a day of the help',
    },
    clients(scope, circumstance('CARE_LEAVER')),
  ),
  countingRule(
    table,
    'adults-with-disability',
    { lv: 'No pieaugušajām: ar invaliditāti (1., 2. vai 3. grupa)', en: 'Of the adults: with disability of group 1, 2 or 3' },
    clients(scope, `${adult} and ${circumstance(...adultDisability)}`),
  ),
  countingRule(
    table,
    'pregnant-women',
    { lv: 'No visām: palīdzības laikā grūtnieces', en: 'Of all: pregnant on a day of the help' },
    clients(scope, circumstance('PREGNANT')),
  ),
  countingRule(
    table,
    'pension-age',
    {
      lv: 'No visām: palīdzības laikā pensionāri (apstāklis PENSIONER)',
      en: 'Of all: pensioners (circumstance PENSIONER) on a day of the help',
    },
    clients(scope, circumstance('PENSIONER')),
  ),
  countingRule(
    table,
    'without-accommodation',
    { lv: 'No visām: palīdzēts bez izmitināšanas', en: 'Of all: helped without accommodation' },
    clients(scope, 'not s.accommodation'),
  ),
  countingRule(
    table,
    'after-fire',
    {
      lv: 'Personas, kurām gadā reģistrēta ierašanās pēc ugunsgrēka dzīvesvietā',
      en: 'Persons of whom it was recorded in the year that they came after a fire at home',
    },
    clientsWith(scope, 'AFTER_FIRE'),
  ),
  countingRule(
    table,
    'received-long-term-care',
    {
      lv: 'Personas, kurām gadā reģistrēta ilgstošas aprūpes piešķiršana',
      en: 'Persons of whom it was recorded in the year that long-term care was granted',
    },
    clientsWith(scope, 'LONG_TERM_CARE_GRANTED'),
  ),
  countingRule(
    table,
    'queued-long-term-care',
    {
      lv: 'Personas, kurām gadā reģistrēta iestāšanās rindā uz ilgstošu aprūpi',
      en: 'Persons of whom it was recorded in the year that they were put on the waiting list for long-term care',
    },
    clientsWith(scope, 'LONG_TERM_CARE_QUEUED'),
  ),
  countingRule(
    table,
    'from-another-country',
    {
      lv: 'Personas, kurām gadā reģistrēta ierašanās no citas valsts',
      en: 'Persons of whom it was recorded in the year that they came from another country',
    },
    clientsWith(scope, 'FROM_ANOTHER_COUNTRY'),
  ),
  countingRule(
    table,
    'children-30-days-elsewhere',
    {
      lv: 'Personas, kurām gadā reģistrēta valsts apmaksāta rehabilitācija 30 dienas citā krīzes centrā',
      en: 'Persons of whom 30 days of state-paid rehabilitation in another crisis centre were recorded in the year',
    },
    clientsWith(scope, 'CHILD_STATE_REHABILITATION'),
  ),
  countingRule(
    table,
    'adult-victims',
    {
      lv: 'Personas, kurām gadā reģistrēta valsts apmaksāta cietušo rehabilitācija',
      en: 'Persons of whom state-paid rehabilitation of an adult victim was recorded in the year',
    },
    clientsWith(scope, 'ADULT_VICTIM_STATE_REHABILITATION'),
  ),
  countingRule(
    table,
    'perpetrator-programme',
    {
      lv: 'Personas, kurām gadā reģistrēta vardarbības veicēju programma',
      en: 'Persons of whom the programme for perpetrators was recorded in the year',
    },
    clientsWith(scope, 'PERPETRATOR_PROGRAMME'),
  ),
];
