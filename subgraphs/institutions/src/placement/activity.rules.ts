import type { IsoDate } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** Why something cannot have happened on a day of a stay; null where it can. The day on which the person left counts: some things happen by leaving. */
export function activityProblem(stay: { from: IsoDate; endedOn: IsoDate | null }, on: IsoDate, today: IsoDate): Problem | null {
  const invalid = (lv: string, en: string) => problem(ProblemCode.INVALID, lv, en, 'on');
  if (on > today) return invalid('Diena ir nākotnē.', 'The day lies in the future.');
  if (on < stay.from) return invalid('Diena ir pirms uzturēšanās sākuma.', 'The day lies before the stay began.');
  if (stay.endedOn !== null && on > stay.endedOn) return invalid('Diena ir pēc uzturēšanās beigām.', 'The day lies after the stay ended.');
  return null;
}
