import { z } from 'zod';
import { dateShape, labelShape, readData } from './data.js';
import type { IsoDate } from './values.js';

const ruleShape = z.object({
  label: labelShape,
  monthDay: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    .optional(),
  easter: z.number().int().optional(),
  movesToMonday: z.boolean().optional(),
});

/**
 * Public holidays of Latvia as data: rules that hold every year (a day of the calendar, or days from Easter Sunday; `movesToMonday`: where it falls on a
 * Saturday or Sunday the next Monday is off), and days of one year alone.
 */
export const publicHolidays = readData(
  'public-holidays.json',
  z.object({
    citation: z.string().min(1),
    rules: z.array(
      ruleShape.refine((rule) => (rule.monthDay === undefined) !== (rule.easter === undefined), 'a day or an offset from Easter'),
    ),
    days: z.array(z.object({ label: labelShape, day: dateShape })),
  }),
);

const dayOf = (moment: Date): IsoDate => moment.toISOString().slice(0, 10);
const shifted = (day: IsoDate, by: number): IsoDate => dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000));
const weekday = (day: IsoDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: IsoDate): boolean => weekday(day) === 0 || weekday(day) === 6;

/** Easter Sunday of a year in the Gregorian calendar (the rule of Meeus, Jones and Butcher). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)));
}

const known = new Map<number, ReadonlySet<IsoDate>>();

/** The days of a year on which nobody works beside Saturdays and Sundays; holidays on a weekend are among them too. */
export function holidaysOf(year: number): ReadonlySet<IsoDate> {
  const before = known.get(year);
  if (before) return before;
  const days = new Set(publicHolidays.days.map(({ day }) => day).filter((day) => Number(day.slice(0, 4)) === year));
  for (const rule of publicHolidays.rules) {
    const day = rule.monthDay ? `${year}-${rule.monthDay}` : shifted(easterSunday(year), rule.easter ?? 0);
    days.add(day);
    if (rule.movesToMonday && isWeekend(day)) days.add(shifted(day, weekday(day) === 6 ? 2 : 1));
  }
  known.set(year, days);
  return days;
}

/** Whether people work on a day: no Saturday, no Sunday, no public holiday. */
export const isWorkingDay = (day: IsoDate): boolean => !isWeekend(day) && !holidaysOf(Number(day.slice(0, 4))).has(day);

/** The working day that is the nth after a day; the day itself does not count. For 0 the day itself. */
export function addWorkingDays(day: IsoDate, n: number): IsoDate {
  let at = day;
  for (let left = n; left > 0; ) {
    at = shifted(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
