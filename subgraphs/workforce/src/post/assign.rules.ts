import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { fteHundredths, fteProblems, mostHundredths, peakHundredths } from './fte.rules.js';

/** A post that somebody holds, with the first day on which they no longer do. */
export interface Holding {
  from: string;
  until: string | null;
  hundredths: number;
}

/** What an assignment is checked against. */
export interface AssignmentFacts {
  fte: number;
  from: string;
  /** What was held until then ends. */
  move: boolean;
  /** The day on which the employment that holds on `from` ends; null: never; undefined: there is none. */
  employedUntil: string | null | undefined;
  held: readonly Holding[];
  /** The last day that may be named. */
  latest: string;
}

/** Whether a move to another post on a day ends it: begun before, and still held. */
export const endsByMove = ({ from, until }: Omit<Holding, 'hundredths'>, on: string): boolean =>
  from < on && (until === null || until > on);

/** Everything that is wrong with an assignment. */
export function assignmentProblems({ fte, from, move, employedUntil, held, latest }: AssignmentFacts): Problem[] {
  const found = fteProblems(fte);
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (from > latest) {
    invalid('from', 'Amatu piešķir ne vairāk kā gadu uz priekšu.', 'A post is assigned at most a year ahead.');
    return found;
  }
  if (employedUntil === undefined) {
    invalid('from', 'Šajā dienā darbinieks nav nodarbināts.', 'The employee is not employed on that day.');
    return found;
  }
  const staying = move ? held.filter((one) => !endsByMove(one, from)) : held;
  if (!found.length && fteHundredths(fte) + peakHundredths(staying, from, employedUntil) > mostHundredths) {
    invalid(
      'fte',
      `Kopā ar citiem amatiem slodze pārsniegtu ${mostHundredths / 100}. Ja darbinieks pāriet, norādiet to (move).`,
      `With the other posts it would be more than ${mostHundredths / 100} of a full post. If the employee moves, say so (move).`,
    );
  }
  return found;
}
