import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import { activity, circumstance, clients, granted, householdStatus, leftTo, type Scope, sex, year } from './sql.js';

const saura: Scope = { kind: 'GROUP_APARTMENTS', address: 'Šaura iela 26' };
const novembra: Scope = { kind: 'GROUP_APARTMENTS', address: '18. Novembra iela 354V' };

/** The stay `s` ended in the year because the person moved to the other group apartments on that day. */
const movedTo = (there: Scope): string =>
  `${leftTo('GROUP_APARTMENTS')} and exists (select from stay t where t.person_id = s.person_id and t.municipality = s.municipality
    and t.kind = '${there.kind}' and t.address like '${there.address},%' and t.from_date = s.ended_on)`;

/** The person of `s` has a place in a day care centre on a day of the stay in the year. */
const attendsDayCare = `exists (select from stay d where d.person_id = s.person_id and d.municipality = s.municipality and d.kind = 'DAY_CARE_CENTRE' and d.days && (s.days * ${year}))`;

function rowsOfBoth(table: string, scope: Scope): CountingRuleDefinition[] {
  return [
    countingRule(
      table,
      'total',
      {
        lv: 'Personas, kas grupu dzīvokļos dzīvojušas kādā gada dienā; katra vienreiz',
        en: 'Persons who lived in the group apartments on a day of the year, each once',
      },
      clients(scope),
    ),
    countingRule(table, 'women', { lv: 'No tām: sievietes', en: 'Of them: women' }, clients(scope, sex('FEMALE'))),
    countingRule(table, 'men', { lv: 'No tām: vīrieši', en: 'Of them: men' }, clients(scope, sex('MALE'))),
    countingRule(
      table,
      'disability-group-2',
      { lv: 'No tām: uzturēšanās laikā ar 2. grupas invaliditāti', en: 'Of them: with disability of group 2 on a day of the stay' },
      clients(scope, circumstance('DISABILITY_GROUP_2')),
    ),
    countingRule(
      table,
      'needy-status',
      { lv: 'No tām: uzturēšanās laikā mājsaimniecībai trūcīgas statuss', en: 'Of them: the household was needy on a day of the stay' },
      clients(scope, householdStatus('NEEDY')),
    ),
    countingRule(
      table,
      'low-income-status',
      {
        lv: 'No tām: uzturēšanās laikā mājsaimniecībai maznodrošinātas statuss',
        en: 'Of them: the household was of low income on a day of the stay',
      },
      clients(scope, householdStatus('LOW_INCOME')),
    ),
    countingRule(
      table,
      'ended-long-term-care',
      {
        lv: 'Personas, kas gadā pārcēlušās uz ilgstošas aprūpes institūciju',
        en: 'Persons who left in the year to a long-term care institution',
      },
      clients(scope, leftTo('LONG_TERM_CARE')),
    ),
    countingRule(
      table,
      'funding-di',
      { lv: 'No visām: uzturēšanos apmaksā deinstitucionalizācijas projekts', en: 'Of all: paid by the deinstitutionalisation project' },
      clients(scope, `s.funding = 'DEINSTITUTIONALISATION'`),
    ),
    countingRule(
      table,
      'occupation-day-care-centre',
      {
        lv: 'No visām: uzturēšanās laikā vieta dienas aprūpes centrā',
        en: 'Of all: with a place in a day care centre on a day of the stay',
      },
      clients(scope, attendsDayCare),
    ),
    countingRule(
      table,
      'occupation-own-or-casual-work',
      { lv: 'No visām: gadā reģistrēti patstāvīgi vai gadījuma darbi', en: 'Of all: own or casual work was recorded in the year' },
      clients(scope, activity('OWN_OR_CASUAL_WORK')),
    ),
    countingRule(
      table,
      'occupation-motivation-programme',
      { lv: 'No visām: gadā reģistrēta motivācijas programma', en: 'Of all: the motivation programme was recorded in the year' },
      clients(scope, activity('MOTIVATION_PROGRAMME')),
    ),
    countingRule(
      table,
      'occupation-temporary-public-work',
      {
        lv: 'No visām: gadā reģistrēti pagaidu algotie sabiedriskie darbi',
        en: 'Of all: temporary paid public work was recorded in the year',
      },
      clients(scope, activity('TEMPORARY_PUBLIC_WORK')),
    ),
  ];
}

const sauraTable = 'group-apartments-saura-26';

/** Group apartments at Šaura iela 26. */
export const groupApartmentsSauraRules = [
  ...rowsOfBoth(sauraTable, saura),
  countingRule(
    sauraTable,
    'ended-returned-home',
    { lv: 'Personas, kas gadā atgriezušās savā dzīvesvietā', en: 'Persons who left in the year to their own home' },
    clients(saura, leftTo('OWN_HOME')),
  ),
  countingRule(
    sauraTable,
    'moved-18-novembra',
    {
      lv: 'Personas, kas gadā tajā pašā dienā pārceltas uz grupu dzīvokļiem 18. Novembra ielā 354V',
      en: 'Persons who moved in the year, on the day they left, to the group apartments at 18. Novembra iela 354V',
    },
    clients(saura, movedTo(novembra)),
  ),
  countingRule(
    sauraTable,
    'granted',
    {
      lv: 'Personas, kuru uzturēšanās gadā sākusies uz piešķirta pakalpojuma pieprasījuma pamata',
      en: 'Persons whose stay began in the year on a granted service request',
    },
    clients(saura, granted),
  ),
  countingRule(
    sauraTable,
    'funding-state',
    { lv: 'No visām: uzturēšanos apmaksā valsts', en: 'Of all: paid by the state' },
    clients(saura, `s.funding = 'STATE'`),
  ),
  countingRule(
    sauraTable,
    'funding-municipal',
    { lv: 'No visām: uzturēšanos apmaksā pašvaldība', en: 'Of all: paid by the municipality' },
    clients(saura, `s.funding = 'MUNICIPAL'`),
  ),
  countingRule(
    sauraTable,
    'occupation-hospital-workshops',
    { lv: 'No visām: gadā reģistrētas slimnīcas radošās darbnīcas', en: 'Of all: the workshops of the hospital were recorded in the year' },
    clients(saura, activity('HOSPITAL_WORKSHOPS')),
  ),
  countingRule(
    sauraTable,
    'occupation-studies',
    { lv: 'No visām: gadā reģistrētas mācības', en: 'Of all: studies were recorded in the year' },
    clients(saura, activity('STUDIES')),
  ),
];

const novembraTable = 'group-apartments-18-novembra-354v';

/** Group apartments at 18. Novembra iela 354V. The second care level that the printed row names beside group 2 is the service's condition for all who live there. */
export const groupApartmentsNovembraRules = [
  ...rowsOfBoth(novembraTable, novembra),
  countingRule(
    novembraTable,
    'ended-own-wish',
    {
      lv: 'Personas, kurām gadā reģistrēta pakalpojuma izbeigšana pēc paša vēlēšanās',
      en: 'Persons of whom ending the service at the own wish was recorded in the year',
    },
    clients(novembra, activity('ENDED_AT_OWN_WISH')),
  ),
];
