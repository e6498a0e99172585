import { addDays, daysBetween } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoStay } from './ledger.js';

/** A day from the first to the last, both included. */
export const dayIn = (random: Random, first: string, last: string): string =>
  addDays(first, random.int(0, Math.max(0, daysBetween(first, last))));

/** A list with each value as many times as told, mixed. */
export function mixed<T extends string>(random: Random, counts: Partial<Record<T, number>>): T[] {
  return random.shuffle(Object.entries<number | undefined>(counts).flatMap(([value, count]) => Array<T>(count ?? 0).fill(value as T)));
}

/** A day of a year on which a stay holds, not its first; undefined where there is none. */
export function dayOfStay(random: Random, stay: DemoStay, year: number): string | undefined {
  const first = addDays(stay.from, 1) > `${year}-01-01` ? addDays(stay.from, 1) : `${year}-01-01`;
  const last = stay.endedOn !== null && stay.endedOn <= `${year}-12-31` ? addDays(stay.endedOn, -1) : `${year}-12-31`;
  return first <= last ? dayIn(random, first, last) : undefined;
}

/** Extends contracts exactly `count` times in a year, fortnights apart, over the stays that hold then. */
export function extend(random: Random, stays: readonly DemoStay[], year: number, count: number): void {
  const candidates = stays.flatMap((stay) => {
    const days: [DemoStay, string][] = [];
    for (let on = addDays(stay.from, 14); on < (stay.endedOn ?? '9999-12-31') && on < `${year + 1}-01-01`; on = addDays(on, 14)) {
      if (on >= `${year}-01-01`) days.push([stay, on]);
    }
    return days;
  });
  if (candidates.length < count) throw new RangeError(`only ${candidates.length} of ${count} extensions fit in ${year}`);
  for (const [stay, on] of random.shuffle(candidates).slice(0, count)) stay.extensions.push(on);
}

/** Records something exactly `count` times in a year, for as many persons, during stays that hold then. */
export function record(random: Random, stays: readonly DemoStay[], year: number, kind: string, count: number): void {
  let left = count;
  const done = new Set<string>();
  for (const stay of random.shuffle(stays)) {
    if (left === 0) return;
    const on = done.has(stay.person.id) ? undefined : dayOfStay(random, stay, year);
    if (on === undefined) continue;
    stay.activities.push({ kind, on });
    done.add(stay.person.id);
    left--;
  }
  if (left > 0) throw new RangeError(`${kind} fits only ${count - left} of ${count} times in ${year}`);
}
