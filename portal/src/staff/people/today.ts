import { dayOf } from '../../format/format.js';

/** Today in Riga, `YYYY-MM-DD`. */
export const today = (): string => dayOf(new Date().toISOString());

/** This year. */
export const thisYear = (): number => Number(today().slice(0, 4));
