import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { type HoursFacts, hoursProblems } from '../obligation/hours.rules.js';

/** What supervision is checked against. */
export interface SupervisionFacts extends HoursFacts {
  on: string;
  /** Whether the employee was employed on that day. */
  employed: boolean;
}

/** Everything that is wrong with supervision to be recorded, on the day of entry. */
export function supervisionProblems(supervision: SupervisionFacts, today: string): Problem[] {
  const found: Problem[] = [];
  const invalid = (lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, 'on'));
  if (supervision.on > today) invalid('Supervīzija nevar būt notikusi nākotnē.', 'Supervision cannot have taken place in the future.');
  else if (!supervision.employed) invalid('Šajā dienā darbinieks nebija nodarbināts.', 'The employee was not employed on that day.');
  return [...found, ...hoursProblems(supervision)];
}
