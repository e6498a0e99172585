import { dayOf, formatTime } from '../../format/format.js';

const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** A time of day as typed ("9:00", "9.30", "09:00"), as `HH:MM`; null where it is none. */
export function timeOf(typed: string): string | null {
  const [, hours, minutes] = clock.exec(typed.trim()) ?? [];
  return hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

/**
 * The moment (RFC 3339) at which it is that time of that day in Riga: two hours from UTC in winter, three in summer. A time that the clocks leave out
 * in spring is the one an hour before it; one that they have twice is the first of them.
 */
export function momentInRiga(day: string, time: string): string {
  const at = (hours: number) => new Date(Date.parse(`${day}T${time}:00Z`) - hours * 3_600_000).toISOString();
  const [summer, winter] = [at(3), at(2)];
  return dayOf(summer) === day && formatTime(summer) === time ? summer : winter;
}
