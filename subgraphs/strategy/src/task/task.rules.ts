import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** States that somebody can enter. */
export type TypedState = 'PLANNED' | 'UNDERWAY' | 'DONE' | 'DROPPED';

/** Every state; LATE follows from dates alone. */
export type DerivedState = TypedState | 'LATE';

/** What the state of a task follows from. Years are inclusive. */
export interface TaskTerm {
  typed: TypedState | null;
  fromYear: number;
  untilYear: number;
}

/**
 * The state of a task on a day. DONE and DROPPED stand as entered; else a task whose last year is over is LATE; else what was entered stands;
 * else it is PLANNED before its first year and UNDERWAY in it.
 */
export function taskStateOn({ typed, fromYear, untilYear }: TaskTerm, on: string): DerivedState {
  const year = Number(on.slice(0, 4));
  if (typed === 'DONE' || typed === 'DROPPED') return typed;
  if (year > untilYear) return 'LATE';
  return typed ?? (year < fromYear ? 'PLANNED' : 'UNDERWAY');
}

/** A change of a task as it is entered. */
export interface TaskChangeDetails {
  state?: DerivedState | null;
  fromYear?: number | null;
  untilYear?: number | null;
  responsible?: string | null;
  evidence: string;
}

const earliest = 1990;
const latest = 2200;

/** Everything that is wrong with a change of a task. */
export function taskChangeProblems(change: TaskChangeDetails, now: { fromYear: number; untilYear: number }): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  const fromYear = change.fromYear ?? now.fromYear;
  const untilYear = change.untilYear ?? now.untilYear;
  if (change.state === 'LATE')
    invalid(
      'state',
      'Kavējums izriet no termiņa; to neieraksta. Mainiet termiņu vai stāvokli.',
      'LATE follows from the term and is not entered. Change the years or another state.',
    );
  if (fromYear < earliest || fromYear > latest)
    invalid('fromYear', `Gadam jābūt no ${earliest} līdz ${latest}.`, `The year must be from ${earliest} to ${latest}.`);
  if (untilYear < earliest || untilYear > latest)
    invalid('untilYear', `Gadam jābūt no ${earliest} līdz ${latest}.`, `The year must be from ${earliest} to ${latest}.`);
  if (untilYear < fromYear) invalid('untilYear', 'Pēdējais gads ir pirms pirmā.', 'The last year lies before the first.');
  if (change.responsible != null && !change.responsible.trim()) invalid('responsible', 'Norādiet atbildīgo.', 'Say who is responsible.');
  if (!change.evidence.trim())
    invalid(
      'evidence',
      'Norādiet pamatojumu: dokumentu, lēmumu vai novērojumu.',
      'Give the evidence: a document, a decision or an observation.',
    );
  return found;
}
