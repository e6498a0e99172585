import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** Everything that is wrong with a progress report to be submitted on a day. A report that the council has approved is not written again. */
export function submissionProblems(
  { year, summary }: { year: number; summary: string },
  strategy: { fromYear: number; untilYear: number },
  state: 'DRAFT' | 'SUBMITTED' | 'APPROVED' | null,
  today: string,
): Problem[] {
  const found: Problem[] = [];
  const { fromYear, untilYear } = strategy;
  const refused = (code: ProblemCode, field: string | null, lv: string, en: string) => found.push(problem(code, lv, en, field));
  if (state === 'APPROVED')
    refused(ProblemCode.WRONG_STATE, null, 'Dome šo pārskatu jau ir apstiprinājusi.', 'The council has approved this report already.');
  if (year < fromYear || year > untilYear)
    refused(
      ProblemCode.INVALID,
      'year',
      `Stratēģija ir no ${fromYear}. līdz ${untilYear}. gadam.`,
      `The strategy runs from ${fromYear} to ${untilYear}.`,
    );
  else if (year >= Number(today.slice(0, 4)))
    refused(ProblemCode.INVALID, 'year', 'Pārskatu iesniedz, kad gads ir beidzies.', 'The report is submitted when the year is over.');
  if (!summary.trim()) refused(ProblemCode.INVALID, 'summary', 'Ierakstiet, kā plāns ir izpildīts.', 'Say how the plan was carried out.');
  return found;
}
