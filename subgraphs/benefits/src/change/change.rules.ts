import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { IsoDate } from '@atbalsts/reference';
import { monthOf } from '../decision/period.rules.js';
import { addMonths } from '../means/means.period.rules.js';

/** A decision as far as a change of it goes. */
export interface ChangeableDecision {
  state: string;
  version: number;
  /** Paid for months, or itself a change of such a decision. */
  monthly: boolean;
}

/** The period of the benefit that changes: of the first decision of those that changed one another. */
export interface ChangedPeriod {
  submittedOn: IsoDate;
  from: IsoDate;
  until: IsoDate;
}

/** States in which a decision holds and nobody has to say a last word on it. */
const holds: readonly string[] = ['APPROVED', 'NOTIFIED', 'UPHELD'];

/** The first day on which a change counts: the first of the month after it, but not before the benefit begins. */
export function effectiveFrom(on: IsoDate, { from }: Pick<ChangedPeriod, 'from'>): IsoDate {
  const next = addMonths(monthOf(on), 1);
  return next > from ? next : from;
}

/** What is wrong with changing a decision; null where nothing is. */
export function changeableProblem(decision: ChangeableDecision, seen: number): Problem | null {
  if (decision.version !== seen) {
    return problem(
      ProblemCode.STALE,
      'Kāds to jau ir mainījis. Ielasiet vēlreiz un atkārtojiet.',
      'Somebody has changed it meanwhile. Read it again and repeat.',
      'version',
    );
  }
  if (holds.includes(decision.state) && decision.monthly) return null;
  return problem(
    ProblemCode.WRONG_STATE,
    'Mainīt var spēkā esošu lēmumu par ikmēneša pabalstu. Ja lēmums ir apstrīdēts, vispirms jāizlemj apstrīdēšana; ja tas jau ir mainīts, mainiet jauno.',
    'A decision in force on a monthly benefit can be changed. If it is challenged, the challenge is decided first; if it was changed already, change the new one.',
    'decisionId',
  );
}

/** What is wrong with the day of a change; null where nothing is. */
export function changeDayProblem(on: IsoDate, period: ChangedPeriod, today: IsoDate): Problem | null {
  if (on < period.submittedOn || on > today) {
    return problem(
      ProblemCode.INVALID,
      'Izmaiņu diena ir pirms iesnieguma vai nākotnē.',
      'The day of the change lies before the application, or in the future.',
      'on',
    );
  }
  if (effectiveFrom(on, period) < period.until) return null;
  return problem(
    ProblemCode.WRONG_STATE,
    `Pabalsts beidzas ${period.until}, pirms izmaiņas būtu jāņem vērā. Reģistrējiet jaunu iesniegumu.`,
    `The benefit ends on ${period.until}, before the change would count. Submit a new application.`,
    'on',
  );
}

/** Whole months from the first of a month to the first of another. */
export function monthsBetween(from: IsoDate, until: IsoDate): number {
  return (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
}
