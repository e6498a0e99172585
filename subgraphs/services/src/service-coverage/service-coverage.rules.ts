/** A count as it may be shown. */
export interface ShownCount {
  value: number | null;
  suppressed: boolean;
}

/** Withholds a count of 1 to 4 persons, who could be known again. */
export function shownCount(count: number): ShownCount {
  const small = count >= 1 && count <= 4;
  return { value: small ? null : count, suppressed: small };
}

/** What a town's own records of a year say of one service. */
export interface CoverageRecords {
  /** Distinct persons served by the town itself. */
  own: number;
  /** Distinct persons served at all, by the town or through partners. */
  all: number;
}

/**
 * How a town gave a service by its own records.
 * @param keepsRecords whether the town has any record of a service in that year: one without is unknown, never none
 */
export function provisionOf(records: CoverageRecords, keepsRecords: boolean): 'OWN' | 'PARTNER' | 'NONE' | 'UNKNOWN' {
  if (records.own > 0) return 'OWN';
  if (records.all > 0) return 'PARTNER';
  return keepsRecords ? 'NONE' : 'UNKNOWN';
}
