/** Parts that together are the whole, by declaration: whoever is counted in the total is in exactly one of them. */
export interface Partition {
  table: string;
  total: string;
  parts: readonly string[];
}

const sexes = (table: string, total: string, women = 'women', men = 'men'): Partition => ({ table, total, parts: [men, women] });

/**
 * Declared partitions: a sex is one of two, an occupation one of those listed, an expense is booked on one row. All other sets of parts count
 * as partitions only where they sum exactly in another year.
 */
export const declaredPartitions: readonly Partition[] = [
  sexes('shelter', 'total'),
  sexes('night-shelter', 'total'),
  sexes('family-support-centre-clients', 'adults'),
  sexes('family-support-centre-clients', 'children', 'girls', 'boys'),
  sexes('group-apartments-saura-26', 'total'),
  sexes('group-apartments-18-novembra-354v', 'total'),
  sexes('day-care-centre', 'day-care', 'day-care-women', 'day-care-men'),
  sexes('day-care-centre', 'workshops', 'workshops-women', 'workshops-men'),
  sexes('specialised-workshops', 'total'),
  {
    table: 'social-work-specialists',
    total: 'total',
    parts: ['senior-social-workers', 'social-workers', 'social-carers', 'social-rehabilitators', 'assistance-organisers'],
  },
  {
    table: 'funding-sources',
    total: 'total',
    parts: [
      'benefits',
      'service-provision',
      'social-service-office',
      'youth-summer-employment',
      'di-project-prefinancing',
      'professional-social-work-project',
      'interreg-lli-550',
      'health-insurance',
    ],
  },
];

/** A jump that wants explaining: at least so many times as much or as little, and at least so much apart. */
export const jumpRule = { factor: 3, difference: 10 } as const;

/** How far a figure that is printed as "about" may lie from the derived one, as a fraction of it. */
export const approximateTolerance = 0.05;
