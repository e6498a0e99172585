import type { IsoDate } from '@atbalsts/reference';

/**
 * The same day so many months later; where that month has no such day, its last day (31 January + 1 month = 28 or 29 February).
 * Throws RangeError for what is not a day.
 */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const start = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== day) {
    throw new RangeError('A day is a real one, written YYYY-MM-DD');
  }
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0));
  last.setUTCDate(Math.min(start.getUTCDate(), last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/**
 * The day a decision is due: one month after the application is complete, the last day on which it is still in time.
 * Law on Administrative Procedure, section 64. A due day that is a holiday is not moved (assumed).
 */
export function dueOn(completeOn: IsoDate): IsoDate {
  return addMonths(completeOn, 1);
}

/** How long a status lasts: dated town data, not code, since the figures (3 and 6 months) are assumed. */
export interface StatusTerms {
  /** Where somebody in the household is of working age. */
  statusMonths: number;
  /** Where nobody is. */
  statusMonthsWithoutWorkingAge: number;
}

/** How many months a status and its benefits last under these terms. */
export function statusMonths(anyOfWorkingAge: boolean, terms: StatusTerms): number {
  return anyOfWorkingAge ? terms.statusMonths : terms.statusMonthsWithoutWorkingAge;
}

/** The first day a status granted from `from` no longer holds (half-open). */
export function statusUntil(from: IsoDate, anyOfWorkingAge: boolean, terms: StatusTerms): IsoDate {
  return addMonths(from, statusMonths(anyOfWorkingAge, terms));
}
