import { defineTexts } from '../../i18n/texts.js';

/** Texts of the search. */
export const useSearchTexts = defineTexts(
  'staff.search',
  {
    title: 'Meklēt klientu',
    field: 'Vārds, atsauce vai personas kods',
    hint: 'Garumzīmes un mīkstinājuma zīmes var nerakstīt.',
    results: 'Atrastie klienti',
    none: 'Neviens neatbilst „{{text}}”',
    noneLead: 'Pārbaudiet rakstību vai meklējiet pēc atsauces, piemēram, P-000123.',
    found_zero: 'Atrasti {{count}} cilvēki',
    found_one: 'Atrasts {{count}} cilvēks',
    found_other: 'Atrasti {{count}} cilvēki',
    more: 'Rādīti pirmie {{count}}; precizējiet meklēto.',
    born: 'dz. {{day}}',
  },
  {
    title: 'Find a client',
    field: 'Name, reference or personal code',
    hint: 'Diacritics may be left out.',
    results: 'Clients found',
    none: 'Nobody matches “{{text}}”',
    noneLead: 'Check the spelling, or search by reference, for example P-000123.',
    found_one: '{{count}} person found',
    found_other: '{{count}} people found',
    more: 'The first {{count}} are shown; say more to narrow it down.',
    born: 'b. {{day}}',
  },
);
