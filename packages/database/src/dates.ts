/** A day as `YYYY-MM-DD`: no time, no zone. */
export type IsoDate = string;

/** Gives the present moment; tests give their own. */
export type Clock = () => Date;

const riga = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Riga', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day it is in Latvia (Europe/Riga), whatever the zone of the machine. */
export function today(clock: Clock = () => new Date()): IsoDate {
  return dayInRiga(clock());
}

/** The day in Latvia (Europe/Riga) on which a moment falls. */
export function dayInRiga(moment: Date): IsoDate {
  const parts = Object.fromEntries(riga.formatToParts(moment).map((part) => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/**
 * The same day `months` later (earlier when negative). A day that month does not have becomes its last day:
 * 2022-01-31 and one month is 2022-02-28.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + whole(months, 'months');
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The day `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  const [year, month, day] = parts(date);
  const moment = new Date(Date.UTC(year, month - 1, day + whole(days, 'days')));
  return format(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

/** Whole days from one day to another: 0 for the same day, negative when `until` is before `from`. */
export function daysBetween(from: IsoDate, until: IsoDate): number {
  const [y1, m1, d1] = parts(from);
  const [y2, m2, d2] = parts(until);
  return Math.round((Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / 86_400_000);
}

/** Whether the half-open period [from, until) holds on a day. No `until`: the period goes on. */
export function periodContains(from: IsoDate, until: IsoDate | null | undefined, on: IsoDate): boolean {
  return from <= on && (until == null || on < until);
}

/** Whether two half-open periods share a day. */
export function periodsOverlap(a: { from: IsoDate; until?: IsoDate | null }, b: { from: IsoDate; until?: IsoDate | null }): boolean {
  const aEnds = a.until ?? '9999-12-31';
  const bEnds = b.until ?? '9999-12-31';
  return a.from < bEnds && b.from < aEnds && a.from < aEnds && b.from < bEnds;
}

/** Whether a string is a day that exists: `2022-02-29` is not. */
export function isIsoDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function parts(date: IsoDate): [number, number, number] {
  if (!isIsoDate(date)) throw new RangeError(`not a day (YYYY-MM-DD): ${JSON.stringify(date)}`);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function whole(value: number, what: string): number {
  if (!Number.isInteger(value)) throw new RangeError(`${what} must be a whole number: ${value}`);
  return value;
}

function format(year: number, month: number, day: number): IsoDate {
  if (year < 1 || year > 9999) throw new RangeError(`year out of range: ${year}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
