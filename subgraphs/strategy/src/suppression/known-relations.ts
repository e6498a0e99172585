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

/** Id under which the counts of services that a region sees stand beside the tables of a report. */
export const coverageTable = 'service-coverage';

const service = (code: string, ...other: Figure): SameFigures => ({ one: [coverageTable, code], other, always: false });

/** Clients of a service whom a table of the report counts too: a count that is withheld in one of the two is not shown in the other. */
export const coveredFigures: readonly SameFigures[] = [
  service('home-care', 'home-care-office', 'total'),
  service('family-assistant', 'family-sector', 'family-assistant-service'),
  service('day-centre', 'day-centre-saskarsme', 'total'),
  service('day-care-centre', 'day-care-centre', 'day-care'),
  service('crisis-centre', 'family-support-centre-clients', 'total'),
  service('group-apartments', 'group-apartments-saura-26', 'total'),
  service('group-apartments', 'group-apartments-18-novembra-354v', 'total'),
  service('group-apartments', 'di-project-adults', 'group-apartment'),
  service('shelter', 'shelter', 'total'),
  service('night-shelter', 'night-shelter', 'total'),
  service('psychologist', 'adult-sector', 'psychologist-support'),
  service('specialised-transport', 'disability-and-elderly-sector', 'specialised-transport'),
  service('social-taxi', 'disability-and-elderly-sector', 'social-taxi'),
  service('social-house', 'social-house', 'total'),
  service('specialised-workshops', 'specialised-workshops', 'total'),
  service('respite-care', 'di-project-children', 'children-respite'),
  service('child-care', 'di-project-children', 'children-care'),
  service('child-day-care-centre', 'di-project-children', 'children-day-care-centre'),
];

/** Money spent on those whom a row counts: withheld with its count, since who knows a benefit's sum knows how many had it. */
export const moneyOfCounts: readonly { table: string; money: string; count: string; countTable?: string }[] = [
  { table: 'benefits-dynamics', money: 'gmi-paid', count: 'gmi-recipients' },
  { table: 'benefits-dynamics', money: 'orphan-guarantees', count: 'care-leavers', countTable: 'adult-sector' },
  { table: 'home-care-office', money: 'fees', count: 'paid' },
];
