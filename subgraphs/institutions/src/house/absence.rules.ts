import { addDays, type IsoDate } from '@atbalsts/database';
import { invalid, type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { AbsenceReason } from './absence.entity.js';

/**
 * For how many days a place is kept for somebody who is away, by reason. Assumed: no document in the project says it, each house has it in its
 * rules; the law asks only that nobody loses a home by an illness.
 */
export const keptDays: Readonly<Record<AbsenceReason, number>> = {
  HOSPITAL: 60,
  REHABILITATION: 180,
  VISIT: 30,
  DETENTION: 30,
  UNEXPLAINED: 3,
};

/** The last day until which a place may be kept for an absence. */
export const keptAtMost = (from: IsoDate, reason: AbsenceReason): IsoDate => addDays(from, keptDays[reason]);

/** What the rules look at in the stay of somebody who goes away. */
export interface Stay {
  from: IsoDate;
  endedOn: IsoDate | null;
  accommodation: boolean;
}

/** What is wrong with the day until which a place is kept; null where nothing is. */
export function keptProblem(from: IsoDate, keptUntil: IsoDate, reason: AbsenceReason): Problem | null {
  if (keptUntil <= from) return invalid('keptUntil', 'Diena nav pēc prombūtnes sākuma.', 'The day does not lie after the first day away.');
  if (keptUntil > keptAtMost(from, reason)) {
    return invalid(
      'keptUntil',
      `Šāda iemesla dēļ vietu tur ne ilgāk par ${keptDays[reason]} dienām.`,
      `For this reason a place is kept for ${keptDays[reason]} days at most.`,
    );
  }
  return null;
}

/** Everything that is wrong with an absence, on the day of entry. */
export function absenceProblems(
  { from, keptUntil, reason }: { from: IsoDate; keptUntil: IsoDate; reason: AbsenceReason },
  stay: Stay,
  today: IsoDate,
): Problem[] {
  if (stay.endedOn !== null) {
    return [problem(ProblemCode.WRONG_STATE, 'Uzturēšanās ir beigusies.', 'The stay has ended.', 'placementId')];
  }
  if (!stay.accommodation) {
    return [
      problem(ProblemCode.WRONG_STATE, 'Personai šeit nav vietas, ko turēt.', 'The person has no bed here to be kept.', 'placementId'),
    ];
  }
  const found: Problem[] = [];
  if (from > today) found.push(invalid('from', 'Diena ir nākotnē.', 'The day lies in the future.'));
  if (from < stay.from) found.push(invalid('from', 'Diena ir pirms uzturēšanās sākuma.', 'The day lies before the stay began.'));
  const kept = keptProblem(from, keptUntil, reason);
  return kept ? [...found, kept] : found;
}

/** Everything that is wrong with a change of an absence: the return, or a longer term, one of them. */
export function changeProblems(
  absence: { from: IsoDate; reason: AbsenceReason; endedOn: IsoDate | null },
  { returnedOn, keptUntil }: { returnedOn?: IsoDate | null; keptUntil?: IsoDate | null },
  today: IsoDate,
): Problem[] {
  if (absence.endedOn !== null) {
    return [problem(ProblemCode.WRONG_STATE, 'Prombūtne jau ir beigusies.', 'The absence has ended already.', 'id')];
  }
  if ((returnedOn == null) === (keptUntil == null)) {
    return [
      invalid('returnedOn', 'Norādiet vai nu atgriešanās dienu, vai jaunu termiņu.', 'Give either the day of the return or a new term.'),
    ];
  }
  if (returnedOn != null) {
    if (returnedOn > today) return [invalid('returnedOn', 'Diena ir nākotnē.', 'The day lies in the future.')];
    return returnedOn < absence.from
      ? [invalid('returnedOn', 'Diena ir pirms prombūtnes sākuma.', 'The day lies before the first day away.')]
      : [];
  }
  const kept = keptProblem(absence.from, keptUntil as IsoDate, absence.reason);
  return kept ? [kept] : [];
}
