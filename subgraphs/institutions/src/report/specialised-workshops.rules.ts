import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import { aged, circumstance, clients, type Scope, sex } from './sql.js';

const table = 'specialised-workshops';
const scope: Scope = { kind: 'SPECIALISED_WORKSHOP' };

/** Facts carry no birth day: the age is the one that is reached in the year. */
const ofAge = (row: string, from: number, to?: number): CountingRuleDefinition => {
  const lv = to === undefined ? `${from} gadi vai vairāk` : `${from}–${to} gadi`;
  const en = to === undefined ? `${from} or over` : `${from} to ${to}`;
  return countingRule(
    table,
    row,
    {
      lv: `No tām: gadā sasniegtais vecums ${lv} (pēc dzimšanas gada)`,
      en: `Of them: the age reached in the year is ${en} (by year of birth)`,
    },
    clients(scope, aged(from, to)),
  );
};

/** The workshop of the day care centre, by itself; its first rows are counted as in the table of the centre. */
export const specialisedWorkshopsRules = [
  countingRule(
    table,
    'total',
    {
      lv: 'Personas ar vietu specializētajā darbnīcā kādā gada dienā; katra vienreiz',
      en: 'Persons with a place in the specialised workshop on a day of the year, each once',
    },
    clients(scope),
  ),
  countingRule(table, 'women', { lv: 'No tām: sievietes', en: 'Of them: women' }, clients(scope, sex('FEMALE'))),
  countingRule(table, 'men', { lv: 'No tām: vīrieši', en: 'Of them: men' }, clients(scope, sex('MALE'))),
  countingRule(
    table,
    'disability-1',
    { lv: 'No tām: ar 1. grupas invaliditāti', en: 'Of them: with disability of group 1' },
    clients(scope, circumstance('DISABILITY_GROUP_1')),
  ),
  countingRule(
    table,
    'disability-2',
    { lv: 'No tām: ar 2. grupas invaliditāti', en: 'Of them: with disability of group 2' },
    clients(scope, circumstance('DISABILITY_GROUP_2')),
  ),
  ofAge('age-18-30', 18, 30),
  ofAge('age-31-45', 31, 45),
  ofAge('age-46-65', 46, 65),
  ofAge('age-66-plus', 66),
];
