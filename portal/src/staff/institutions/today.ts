import { dayOf } from '../../format/format.js';

/** Today in Riga, `YYYY-MM-DD`. */
export const today = (): string => dayOf(new Date().toISOString());
