import { ProblemCode, refuse } from '@atbalsts/graphql';
import { serviceTermOn } from '@atbalsts/reference';

/** Months within which a service is reviewed again, by the term of a day. Refuses RULE_MISSING where none is known. */
export function reviewMonths(day: string, field: string): number {
  const term = serviceTermOn('SERVICE_REVIEW', day);
  if (!term)
    refuse(ProblemCode.RULE_MISSING, `Nav zināms pārskatīšanas termiņš uz ${day}.`, `No term of review is known for ${day}.`, field);
  return term.amount;
}
