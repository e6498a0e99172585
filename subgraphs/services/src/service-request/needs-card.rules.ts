import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { AssessmentFormContent } from '@atbalsts/reference';
import { type Mark, markProblems, outcomeOf } from '../assessment-form/assessment-form.rules.js';

/** Everything that is wrong with a needs card that has points for its criteria: the points, and a score or a level that is not what they give. */
export function cardProblems(card: AssessmentFormContent, marks: readonly Mark[], told: { score: number; level: number }): Problem[] {
  const found = markProblems(card, marks);
  if (found.length) return found;
  const { score, level } = outcomeOf(card, marks);
  const differs = (field: 'score' | 'level', gives: number | string) =>
    String(told[field]) === String(gives)
      ? []
      : [problem(ProblemCode.INVALID, `Pēc vajadzību kartes iznāk ${gives}.`, `By the card it is ${gives}.`, field)];
  return [...differs('score', score), ...differs('level', level)];
}
