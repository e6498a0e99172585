import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { fteProblems } from '../post/fte.rules.js';

/** What a hire is checked by. */
export interface HireDetails {
  name: string;
  fte: number;
  from: string;
}

/** First day that a hire can have: nobody at work today began before (a plain mistake of typing). */
const earliest = '1950-01-01';

/** A name as it is kept: without blanks around it, one between its parts. */
export const tidyName = (name: string): string => name.trim().replace(/\s+/g, ' ');

/** Everything that is wrong with a hire; `latest` is the last day that may be named. */
export function hireProblems({ name, fte, from }: HireDetails, latest: string): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!/\p{L}/u.test(name)) invalid('name', 'Norādiet vārdu un uzvārdu.', 'Give the name and the family name.');
  found.push(...fteProblems(fte));
  if (from > latest) invalid('from', 'Darbinieku pieņem ne vairāk kā gadu uz priekšu.', 'An employee is hired at most a year ahead.');
  if (from < earliest) invalid('from', `Pirmā darba diena nav pirms ${earliest}.`, `The first day of work is not before ${earliest}.`);
  return found;
}
