/** A figure by its table and row. */
type Figure = [table: string, row: string];

const workshops = (row: string, other: string): { one: Figure; other: Figure } => ({
  one: ['day-care-centre', row],
  other: ['specialised-workshops', other],
});

/** The same persons counted in two tables of the report (results of 2022). */
export const sameFigures: readonly { one: Figure; other: Figure }[] = [
  { one: ['headcount', 'social-work-specialists'], other: ['social-work-specialists', 'total'] },
  workshops('workshops', 'total'),
  workshops('workshops-women', 'women'),
  workshops('workshops-men', 'men'),
  workshops('workshops-disability-1', 'disability-1'),
  workshops('workshops-disability-2', 'disability-2'),
  { one: ['di-project-adults', 'specialised-workshops'], other: ['specialised-workshops', 'total'] },
  { one: ['di-project-adults', 'day-care-centre'], other: ['day-care-centre', 'day-care'] },
  { one: ['adult-sector', 'social-house-saura-28'], other: ['social-house', 'total'] },
];

/** Money spent on those whom a row counts: withheld with its count, since who knows a benefit's sum knows how many had it. */
export const moneyOfCounts: readonly { table: string; money: string; count: string; countTable?: string }[] = [
  { table: 'benefits-dynamics', money: 'gmi-paid', count: 'gmi-recipients' },
  { table: 'benefits-dynamics', money: 'orphan-guarantees', count: 'care-leavers', countTable: 'adult-sector' },
  { table: 'home-care-office', money: 'fees', count: 'paid' },
];
