import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { IsoDate } from '@atbalsts/reference';
import { addMonths } from '../means/means.period.rules.js';

/** How many months after the month of the application a benefit may begin at the latest. (assumed: the means are of the day of the application) */
export const latestStart = 3;

/** What the period of a benefit is chosen within. */
export interface PeriodQuestion {
  submittedOn: IsoDate;
  /** The first day as asked for; null: the first of the month after the application. */
  from: IsoDate | null;
  /** Months as asked for; null: as long as may be. */
  months: number | null;
  /** The most months the rule of the benefit lets it be granted for; null: the status alone limits it. */
  mostMonths: number | null;
  /** How long a status found now lasts; null where none is found now. */
  statusMonths: number | null;
  /** The first day on which a status held already no longer holds; null where none is held. */
  statusUntil: IsoDate | null;
}

/** A period in whole months, half-open. */
export interface BenefitPeriod {
  from: IsoDate;
  months: number;
  until: IsoDate;
}

/** The first day of a benefit where none is asked for: the first of the month after the application (assumed). */
export function startOf({ submittedOn, from }: Pick<PeriodQuestion, 'submittedOn' | 'from'>): IsoDate {
  return from ?? addMonths(monthOf(submittedOn), 1);
}

/** The first day of the month of a day. */
export const monthOf = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01`;

/** What is wrong with the first day of a benefit; null where nothing is. */
export function startProblem(question: Pick<PeriodQuestion, 'submittedOn' | 'from'>): Problem | null {
  const from = startOf(question);
  const first = monthOf(question.submittedOn);
  if (from === monthOf(from) && from >= first && from <= addMonths(first, latestStart)) return null;
  return problem(
    ProblemCode.INVALID,
    `Pabalsts sākas mēneša pirmajā dienā, ne agrāk kā iesnieguma mēnesī un ne vēlāk kā ${latestStart} mēnešus pēc tā.`,
    `A benefit begins on the first day of a month, not before the month of the application and at most ${latestStart} months after it.`,
    'from',
  );
}

/** The months of a monthly benefit: as asked for within the limits, otherwise as many as they let. */
export function periodOf(question: PeriodQuestion): BenefitPeriod | Problem {
  const wrongStart = startProblem(question);
  if (wrongStart) return wrongStart;
  const from = startOf(question);
  const limits = [question.mostMonths, question.statusMonths, question.statusUntil && monthsUntil(from, question.statusUntil)];
  const most = Math.min(12, ...limits.filter((limit) => limit !== null && limit !== ''));
  if (most < 1) {
    return problem(
      ProblemCode.INVALID,
      `Mājsaimniecības statuss beidzas ${question.statusUntil}, pirms pabalsts sāktos. Deklarējiet ienākumus no jauna.`,
      `The status of the household ends on ${question.statusUntil}, before the benefit would begin. Declare the means anew.`,
      'from',
    );
  }
  const months = question.months ?? most;
  if (Number.isInteger(months) && months >= 1 && months <= most) return { from, months, until: addMonths(from, months) };
  return problem(
    ProblemCode.INVALID,
    `Pabalstu var piešķirt uz 1 līdz ${most} mēnešiem.`,
    `The benefit can be granted for 1 to ${most} months.`,
    'months',
  );
}

/** Tells a period from what is wrong with it. */
export const isPeriod = (answer: BenefitPeriod | Problem): answer is BenefitPeriod => 'until' in answer;

/** Whole months from the first of a month to a day. */
function monthsUntil(from: IsoDate, until: IsoDate): number {
  const months = (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, months);
}

/** The payments of a period: one a month. */
export function paymentMonths({ from, months }: Pick<BenefitPeriod, 'from' | 'months'>): IsoDate[] {
  return Array.from({ length: months }, (_, at) => addMonths(monthOf(from), at));
}
