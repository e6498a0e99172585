import { countingRule } from '@atbalsts/graphql';
import { circumstance, clients, clientsWith, type Scope, sex } from './sql.js';

const table = 'day-care-centre';
const centre: Scope = { kind: 'DAY_CARE_CENTRE' };
const workshop: Scope = { kind: 'SPECIALISED_WORKSHOP' };

/** Day care centre for persons with mental impairments, with its workshop. A disability group that changes within the year counts in both. */
export const dayCareCentreRules = [
  countingRule(
    table,
    'day-care',
    {
      lv: 'Personas ar vietu dienas aprūpes centrā kādā gada dienā; katra vienreiz',
      en: 'Persons with a place in the day care centre on a day of the year, each once',
    },
    clients(centre),
  ),
  countingRule(table, 'day-care-women', { lv: 'No tām: sievietes', en: 'Of them: women' }, clients(centre, sex('FEMALE'))),
  countingRule(table, 'day-care-men', { lv: 'No tām: vīrieši', en: 'Of them: men' }, clients(centre, sex('MALE'))),
  countingRule(
    table,
    'day-care-disability-1',
    { lv: 'No tām: ar 1. grupas invaliditāti', en: 'Of them: with disability of group 1' },
    clients(centre, circumstance('DISABILITY_GROUP_1')),
  ),
  countingRule(
    table,
    'day-care-disability-2',
    { lv: 'No tām: ar 2. grupas invaliditāti', en: 'Of them: with disability of group 2' },
    clients(centre, circumstance('DISABILITY_GROUP_2')),
  ),
  countingRule(
    table,
    'workshops',
    {
      lv: 'Personas ar vietu specializētajā darbnīcā kādā gada dienā; katra vienreiz',
      en: 'Persons with a place in the specialised workshop on a day of the year, each once',
    },
    clients(workshop),
  ),
  countingRule(table, 'workshops-women', { lv: 'No tām: sievietes', en: 'Of them: women' }, clients(workshop, sex('FEMALE'))),
  countingRule(table, 'workshops-men', { lv: 'No tām: vīrieši', en: 'Of them: men' }, clients(workshop, sex('MALE'))),
  countingRule(
    table,
    'workshops-disability-1',
    { lv: 'No tām: ar 1. grupas invaliditāti', en: 'Of them: with disability of group 1' },
    clients(workshop, circumstance('DISABILITY_GROUP_1')),
  ),
  countingRule(
    table,
    'workshops-disability-2',
    { lv: 'No tām: ar 2. grupas invaliditāti', en: 'Of them: with disability of group 2' },
    clients(workshop, circumstance('DISABILITY_GROUP_2')),
  ),
  countingRule(
    table,
    'transport',
    {
      lv: 'Dienas aprūpes centra klienti, kuriem gadā reģistrēts autotransporta pakalpojums',
      en: 'Clients of the day care centre of whom transport was recorded in the year',
    },
    clientsWith(centre, 'TRANSPORT'),
  ),
  countingRule(
    table,
    'psychological-support',
    {
      lv: 'Dienas aprūpes centra klienti, kuriem gadā reģistrēts psiholoģiskais atbalsts',
      en: 'Clients of the day care centre of whom psychological support was recorded in the year',
    },
    clientsWith(centre, 'PSYCHOLOGICAL_SUPPORT'),
  ),
  countingRule(
    table,
    'physiotherapist',
    {
      lv: 'Dienas aprūpes centra klienti, kuriem gadā reģistrēta fizioterapeita konsultācija',
      en: 'Clients of the day care centre of whom a consultation with the physiotherapist was recorded in the year',
    },
    clientsWith(centre, 'PHYSIOTHERAPIST'),
  ),
];
