import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** Who acts: the account, and the employee behind it. */
export interface Actor {
  subject: string;
  employeeId: string | null;
}

/** Whether two acts are of one person, under one account or two. */
export const samePerson = (a: Actor, b: Actor): boolean =>
  a.subject === b.subject || (a.employeeId !== null && a.employeeId === b.employeeId);

/** What is wrong with publishing a year, on a day: it must be over, so that its figures no longer grow. */
export function publishProblems(year: number, today: string): Problem[] {
  if (year >= 1990 && year < Number(today.slice(0, 4))) return [];
  const invalid = (lv: string, en: string) => [problem(ProblemCode.INVALID, lv, en, 'year')];
  return year < 1990
    ? invalid('Par šo gadu pārskata nav.', 'There is no report of that year.')
    : invalid('Publicē tikai pagājuša gada pārskatu.', 'Only the report of a year that is over is published.');
}
