/** A period in which something holds of an employee; `until` is the first day on which it no longer does. */
interface Held {
  from: string;
  until: string | null;
}

/** What holds on a day; before the first the first, after the last the last; null where there is nothing. Needs the oldest first. */
export function holdingOn<T extends Held>(periods: readonly T[], on: string): T | null {
  return periods.findLast((period) => period.from <= on) ?? periods[0] ?? null;
}

/** What holds on a day, and nothing else. */
export function allHoldingOn<T extends Held>(periods: readonly T[], on: string): T[] {
  return periods.filter((period) => period.from <= on && (period.until === null || on < period.until));
}

/** What held last within a year; null where nothing did on any of its days. Needs the oldest first. */
export function lastInYear<T extends Held>(periods: readonly T[], year: number): T | null {
  return (
    periods.findLast((period) => period.from < `${year + 1}-01-01` && (period.until === null || period.until > `${year}-01-01`)) ?? null
  );
}
