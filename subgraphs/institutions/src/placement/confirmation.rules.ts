import { addDays, type IsoDate } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** Within how many days of its entry an emergency is to be confirmed: by the end of the next day. */
export const confirmedWithin = 1;

/** What the rules look at in a placement that is to be confirmed. */
export interface Confirmable {
  emergency: string | null;
  admittedBy: string;
  admittedOn: IsoDate;
  confirmedOn: IsoDate | null;
}

/** The last day on which an emergency is confirmed in time; null for a placement that needs no confirmation. Counted from the entry: paper may come late. */
export const confirmationDue = ({ emergency, admittedOn }: Pick<Confirmable, 'emergency' | 'admittedOn'>): IsoDate | null =>
  emergency === null ? null : addDays(admittedOn, confirmedWithin);

/**
 * Why somebody cannot confirm a placement; null where nothing speaks against it. Being late is no reason: the person is in the bed whether anybody
 * confirms or not, and refusing would leave the emergency unconfirmed for ever. The day is kept, so that lateness shows.
 */
export function confirmationProblem({ emergency, admittedBy, confirmedOn }: Confirmable, subject: string): Problem | null {
  if (emergency === null) {
    return problem(
      ProblemCode.WRONG_STATE,
      'Apstiprina tikai steidzamu uzņemšanu; šī tāda nav.',
      'Only an emergency placement is confirmed, and this is none.',
      'id',
    );
  }
  if (confirmedOn !== null) {
    return problem(
      ProblemCode.WRONG_STATE,
      'Steidzamā uzņemšana jau ir apstiprināta.',
      'The emergency placement is confirmed already.',
      'id',
    );
  }
  if (admittedBy === subject) {
    return problem(
      ProblemCode.FOUR_EYES,
      'Steidzamu uzņemšanu apstiprina cits darbinieks, nevis tas, kurš uzņēma.',
      'An emergency is confirmed by another person than the one who admitted.',
      'id',
    );
  }
  return null;
}
