import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What leaving is checked against. */
export interface LeaveFacts {
  /** The first day on which the employee no longer works there. */
  on: string;
  /** Employments, the oldest first. */
  employments: readonly { from: string; until: string | null }[];
  /** Last day for which training or supervision is recorded; null where none is. */
  lastHoursOn: string | null;
  /** The last day that may be named. */
  latest: string;
  /** Until when the employee stands in for somebody, beyond the day; null where nobody is left without. */
  standsInUntil: string | null;
}

/** Everything that is wrong with leaving on a day. An end that is known already may be brought forward, not put off. */
export function leaveProblems({ on, employments, lastHoursOn, latest, standsInUntil }: LeaveFacts): Problem[] {
  const found: Problem[] = [];
  const refused = (code: ProblemCode, lv: string, en: string) => found.push(problem(code, lv, en, 'on'));
  const last = employments.at(-1);
  const gone = last?.until ?? null;
  if (!last || (gone !== null && gone <= on)) {
    refused(
      ProblemCode.WRONG_STATE,
      gone ? `Darbinieks aiziet vai ir aizgājis jau ${gone}.` : 'Darbinieks nav nodarbināts.',
      gone ? `The employee leaves, or has left, on ${gone} already.` : 'The employee is not employed.',
    );
    return found;
  }
  if (on > latest)
    refused(ProblemCode.INVALID, 'Aiziešanu reģistrē ne vairāk kā gadu uz priekšu.', 'Leaving is recorded at most a year ahead.');
  if (!employments.some(({ from, until }) => from < on && (until === null || on <= until)))
    refused(ProblemCode.INVALID, 'Pirms šīs dienas darbinieks nebija nodarbināts.', 'The employee was not employed before that day.');
  if (lastHoursOn !== null && lastHoursOn >= on)
    refused(
      ProblemCode.INVALID,
      `Darbiniekam ir reģistrētas mācības vai supervīzija vēl ${lastHoursOn}.`,
      `Training or supervision of the employee is recorded for ${lastHoursOn}, which is not before that day.`,
    );
  if (standsInUntil !== null)
    refused(
      ProblemCode.INVALID,
      `Darbinieks aizvieto citu līdz ${standsInUntil}. Vispirms norīkojiet citu aizvietotāju.`,
      `The employee stands in for somebody until ${standsInUntil}. Name another substitute first.`,
    );
  return found;
}

/** What leaving does to a period that begins and ends: it ends on the day, stays as it was, or, where it would only begin then, never is. */
export function endedBy({ from, until }: { from: string; until: string | null }, on: string): 'ends' | 'stays' | 'never' {
  if (from >= on) return 'never';
  return until === null || until > on ? 'ends' : 'stays';
}
