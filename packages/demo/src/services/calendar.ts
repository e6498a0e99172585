import { addDays, daysBetween, type IsoDate } from '@atbalsts/database';
import type { Random } from '../random.js';

/** A day from one to another, both possible; the first where they lie the wrong way round. */
export const dayIn = (random: Random, from: IsoDate, until: IsoDate): IsoDate =>
  addDays(from, random.int(0, Math.max(0, daysBetween(from, until))));

/** The later of two days. */
export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** The earlier of two days. */
export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** A moment of a day within office hours, RFC 3339. */
export const momentOn = (random: Random, day: IsoDate): string =>
  `${day}T${String(random.int(7, 13)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}:00Z`;
