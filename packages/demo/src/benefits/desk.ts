import { addMonths } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { World } from '../world.js';
import type { Case } from './course.js';
import { type Home, Homes } from './homes.js';
import { Ledger } from './ledger.js';
import { Means } from './means.js';

/** What every part of the plan of benefits works with. */
export interface Desk {
  readonly world: World;
  readonly random: Random;
  readonly homes: Homes;
  readonly means: Means;
  readonly ledger: Ledger;
}

/** Sets up the desk for a world. */
export function deskFor(world: World): Desk {
  const random = world.random.fork('benefits');
  const homes = new Homes(world, random.fork('homes'));
  return { world, random, homes, means: new Means(homes), ledger: new Ledger(world, homes, random.fork('ledger')) };
}

/** The first day of a month of a year; months beyond 12 run into the next. */
export const firstOf = (year: number, month: number): string => addMonths(`${year}-01-01`, month - 1);

/** A day in the first ten of a month, when people come to the counter; it is decided within that month. */
export const counterDay = (random: Random, year: number, month: number): string =>
  `${firstOf(year, month).slice(0, 8)}${String(random.int(1, 10)).padStart(2, '0')}`;

/** An income of a household by which it has the status on a day, in cents; for the needy more than the guaranteed minimum, so that no GMI benefit is due. */
export function incomeFor({ means, random }: Desk, home: Home, status: 'NEEDY' | 'LOW_INCOME', on: string): number {
  const [from, to] =
    status === 'NEEDY'
      ? [means.sum('GMI', home, on), means.sum('NEEDY', home, on)]
      : [means.sum('NEEDY', home, on) + 1, means.sum('LOW_INCOME', home, on)];
  return from + Math.floor((to - from) * (status === 'NEEDY' ? random.next() : random.next() * 0.35));
}

/** A case that finds a status: the means test of the day of submission, the status from a day for 3 or 6 months. */
export function withStatus(
  { means }: Desk,
  home: Home,
  found: { type: string; status: 'NEEDY' | 'LOW_INCOME'; submittedOn: string; from: string; income: number; housingCosts?: number },
): Case {
  const { type, status, submittedOn, from, income, housingCosts = 0 } = found;
  return {
    home,
    type,
    submittedOn,
    means: { income, housingCosts },
    status: { status, from, until: means.until(home, submittedOn, from) },
  };
}
