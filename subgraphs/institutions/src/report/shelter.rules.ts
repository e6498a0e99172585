import { countingRule } from '@atbalsts/graphql';
import { adultDisability, circumstance, clients, clientsWith, extensions, firstEver, granted, leftTo, type Scope, sex } from './sql.js';

const table = 'shelter';
const scope: Scope = { kind: 'SHELTER' };

/** Shelter: clients by stays, social work by what was recorded during them. */
export const shelterRules = [
  countingRule(
    table,
    'total',
    {
      lv: 'Personas ar uzturēšanos patversmē kādā gada dienā; katra vienreiz',
      en: 'Persons with a stay in the shelter on a day of the year, each once',
    },
    clients(scope),
  ),
  countingRule(
    table,
    'new-clients',
    {
      lv: 'No tām: pirmoreiz patversmē; uzturēšanās sākusies gadā',
      en: 'Of them: in a shelter for the first time ever, the stay begun in the year',
    },
    clients(scope, firstEver),
  ),
  countingRule(table, 'men', { lv: 'No tām: vīrieši', en: 'Of them: men' }, clients(scope, sex('MALE'))),
  countingRule(table, 'women', { lv: 'No tām: sievietes', en: 'Of them: women' }, clients(scope, sex('FEMALE'))),
  countingRule(
    table,
    'pension-age',
    {
      lv: 'No tām: uzturēšanās laikā pensionāri (apstāklis PENSIONER)',
      en: 'Of them: pensioners (circumstance PENSIONER) on a day of the stay',
    },
    clients(scope, circumstance('PENSIONER')),
  ),
  countingRule(
    table,
    'disability',
    {
      lv: 'No tām: uzturēšanās laikā ar invaliditāti (1., 2. vai 3. grupa)',
      en: 'Of them: with disability of group 1, 2 or 3 on a day of the stay',
    },
    clients(scope, circumstance(...adultDisability)),
  ),
  countingRule(
    table,
    'granted',
    {
      lv: 'Personas, kuru uzturēšanās gadā sākusies uz piešķirta pakalpojuma pieprasījuma pamata (ne steidzami)',
      en: 'Persons whose stay began in the year on a granted service request (not as an emergency)',
    },
    clients(scope, granted),
  ),
  countingRule(
    table,
    'contracts-extended',
    { lv: 'Gadā noslēgtie līgumu pagarinājumi; katrs atsevišķi', en: 'Extensions of contracts agreed in the year, each by itself' },
    extensions(scope),
  ),
  countingRule(
    table,
    'placed-long-term-care',
    {
      lv: 'Personas, kas gadā no patversmes pārcēlušās uz ilgstošas aprūpes institūciju',
      en: 'Persons who left in the year to a long-term care institution',
    },
    clients(scope, leftTo('LONG_TERM_CARE')),
  ),
  countingRule(
    table,
    'disability-group-extended',
    {
      lv: 'Personas, kurām gadā reģistrēta invaliditātes grupas pagarināšana',
      en: 'Persons of whom an extension of the disability group was recorded in the year',
    },
    clientsWith(scope, 'DISABILITY_GROUP_EXTENDED'),
  ),
  countingRule(
    table,
    'social-house-service',
    { lv: 'Personas, kas gadā no patversmes pārcēlušās uz sociālo māju', en: 'Persons who left in the year to the social house' },
    clients(scope, leftTo('SOCIAL_HOUSE')),
  ),
  countingRule(
    table,
    'municipal-apartment',
    {
      lv: 'Personas, kas gadā no patversmes pārcēlušās uz pašvaldības dzīvokli',
      en: 'Persons who left in the year to a municipal apartment',
    },
    clients(scope, leftTo('MUNICIPAL_APARTMENT')),
  ),
  countingRule(
    table,
    'solofur-treatment',
    {
      lv: 'Personas, kurām gadā reģistrēta medikamentozā ārstēšana',
      en: 'Persons of whom treatment with medicine was recorded in the year',
    },
    clientsWith(scope, 'MEDICATION_TREATMENT'),
  ),
  countingRule(
    table,
    'minnesota-programme',
    {
      lv: 'Personas, kurām gadā reģistrēta dalība atkarības rehabilitācijas programmā',
      en: 'Persons of whom taking part in an addiction programme was recorded in the year',
    },
    clientsWith(scope, 'ADDICTION_PROGRAMME'),
  ),
];
