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

/**
 * Until when somebody who is employed on a day stays so without a break: null where no end is known, undefined where they are not employed on that day.
 * A promotion, which ends one period and begins the next, is no break. Needs the oldest first.
 */
export function employedUntil(periods: readonly Held[], on: string): string | null | undefined {
  const [period] = allHoldingOn(periods, on);
  if (!period) return undefined;
  let end = period.until;
  for (const next of periods) if (end !== null && next.from === end) end = next.until;
  return end;
}

/** The unit that other domains are told: of the largest post held on a day; before the first, of that which begins next; null where there is neither. */
export function unitToTell(held: readonly (Held & { fte: number; unitId: string })[], on: string): string | null {
  const now = allHoldingOn(held, on);
  const coming = held.filter((one) => one.from > on);
  const soonest = coming.map((one) => one.from).sort()[0];
  const candidates = now.length ? now : coming.filter((one) => one.from === soonest);
  return [...candidates].sort((a, b) => b.fte - a.fte)[0]?.unitId ?? null;
}
