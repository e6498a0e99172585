import type { IsoDate } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What the rules look at in a stay that is to end. */
export interface Ending {
  from: IsoDate;
  endedOn: IsoDate | null;
  /** The last day for which something was recorded during the stay; null where nothing was. */
  lastRecorded: IsoDate | null;
}

/**
 * Why a stay cannot end on a day; null where it can. The period is half-open: a stay that ends on its first day held no bed, which is free on that very
 * day, but the client was there. Only what has happened is recorded, and nothing that was recorded may come to lie after the end.
 */
export function endProblem({ from, endedOn, lastRecorded }: Ending, on: IsoDate, today: IsoDate): Problem | null {
  const wrongState = (lv: string, en: string) => problem(ProblemCode.WRONG_STATE, lv, en, 'placementId');
  const invalid = (lv: string, en: string) => problem(ProblemCode.INVALID, lv, en, 'on');
  if (endedOn !== null) return wrongState('Uzturēšanās jau ir beigusies.', 'The stay has ended already.');
  if (from > today) return wrongState('Uzturēšanās vēl nav sākusies.', 'The stay has not begun yet.');
  if (on > today) return invalid('Diena ir nākotnē.', 'The day lies in the future.');
  if (on < from) return invalid('Diena ir pirms uzturēšanās sākuma.', 'The day lies before the stay began.');
  if (lastRecorded !== null && on < lastRecorded) {
    return invalid(`Uzturēšanās laikā ir ieraksts par ${lastRecorded}.`, `Something was recorded during the stay on ${lastRecorded}.`);
  }
  return null;
}
