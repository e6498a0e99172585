/** A figure by its table and row. */
type Figure = readonly [table: string, row: string];

/** Two figures that count the same persons. */
export interface SameFigures {
  one: Figure;
  other: Figure;
  /** Whether they must be the same in every year: a year in which they differ is a mistake, whatever other years say. */
  always: boolean;
}

const workshops = (row: string, other: string): SameFigures => ({
  one: ['day-care-centre', row],
  other: ['specialised-workshops', other],
  always: true,
});

/** The same persons counted in two tables of the report (results of 2022); where not always, then in the years in which the figures agree. */
export const sameFigures: readonly SameFigures[] = [
  { one: ['headcount', 'social-work-specialists'], other: ['social-work-specialists', 'total'], always: true },
  workshops('workshops', 'total'),
  workshops('workshops-women', 'women'),
  workshops('workshops-men', 'men'),
  workshops('workshops-disability-1', 'disability-1'),
  workshops('workshops-disability-2', 'disability-2'),
  { one: ['di-project-adults', 'specialised-workshops'], other: ['specialised-workshops', 'total'], always: false },
  { one: ['di-project-adults', 'day-care-centre'], other: ['day-care-centre', 'day-care'], always: false },
  { one: ['adult-sector', 'social-house-saura-28'], other: ['social-house', 'total'], always: false },
];

/** Money spent on those whom a row counts: withheld with its count, since who knows a benefit's sum knows how many had it. */
export const moneyOfCounts: readonly { table: string; money: string; count: string; countTable?: string }[] = [
  { table: 'benefits-dynamics', money: 'gmi-paid', count: 'gmi-recipients' },
  { table: 'benefits-dynamics', money: 'orphan-guarantees', count: 'care-leavers', countTable: 'adult-sector' },
  { table: 'home-care-office', money: 'fees', count: 'paid' },
];
