import { dayOf } from '../../format/format.js';

/** Today in Riga, `YYYY-MM-DD`. */
export const today = (): string => dayOf(new Date().toISOString());

/** This year. */
export const thisYear = (): number => Number(today().slice(0, 4));

/** The day after: people write the last day of a period, the graph the first one that is no part of it any more. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
