import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** Hundredths of an hour. */
export const hundredthsOf = (hours: number): number => Math.round(hours * 100);

/** What hours on a day are checked against. */
export interface HoursFacts {
  hours: number;
  /** Training and supervision of the employee that is recorded for the same day, in hundredths of an hour. */
  sameDayHundredths: number;
}

/** What is wrong with hours of training or supervision on a day: a day has 24 of them. */
export function hoursProblems({ hours, sameDayHundredths }: HoursFacts): Problem[] {
  const invalid = (lv: string, en: string) => [problem(ProblemCode.INVALID, lv, en, 'hours')];
  if (!(hours > 0)) return invalid('Stundām jābūt vairāk par 0.', 'Hours must be more than 0.');
  if (Math.abs(hours * 100 - hundredthsOf(hours)) > 1e-6)
    return invalid('Stundas norāda ne sīkāk kā simtdaļās.', 'Hours are given in hundredths at finest.');
  if (hundredthsOf(hours) + sameDayHundredths > 2400)
    return invalid(
      'Kopā ar citām šīs dienas mācībām un supervīziju būtu vairāk nekā 24 stundas.',
      'With the other training and supervision of that day it would be more than 24 hours.',
    );
  return [];
}
