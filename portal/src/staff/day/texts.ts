import { defineTexts } from '../../i18n/texts.js';

/** Texts of the day. */
export const useDayTexts = defineTexts(
  'staff.day',
  {
    title: 'Mana diena',
    overdue: 'Nokavēts',
    thisWeek: 'Līdz svētdienai',
    noneOverdue: 'Nekas nav nokavēts',
    noneThisWeek: 'Šonedēļ nekas nav jāpabeidz',
    noneLead: 'Šeit parādās lietu mērķi, pārskatīšanas un piedāvājumi, kam tuvojas termiņš.',
    what: 'Kas',
    client: 'Klients',
    number: 'Numurs',
    due: 'Termiņš',
    late_zero: '{{count}} dienu',
    late_one: '{{count}} diena',
    late_other: '{{count}} dienas',
    lateBy: 'Kavējums',
  },
  {
    title: 'My day',
    overdue: 'Late',
    thisWeek: 'Until Sunday',
    noneOverdue: 'Nothing is late',
    noneThisWeek: 'Nothing is due this week',
    noneLead: 'Goals of cases, reviews and offers show up here when their day comes near.',
    what: 'What',
    client: 'Client',
    number: 'Number',
    due: 'Due',
    late_one: '{{count}} day',
    late_other: '{{count}} days',
    lateBy: 'Late by',
  },
);
