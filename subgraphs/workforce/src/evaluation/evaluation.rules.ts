import { addMonths, type IsoDate } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What an evaluation is checked against. */
export interface EvaluationFacts {
  from: IsoDate;
  until: IsoDate;
  summary: string;
  /** Whether the employee was employed on some day of the period. */
  employed: boolean;
  /** Whether who evaluates is the employee. */
  self: boolean;
}

/** The longest period that one evaluation is of, in months (assumed: two years). */
export const longestMonths = 24;

/** Everything that is wrong with an evaluation, on the day of entry. */
export function evaluationProblems({ from, until, summary, employed, self }: EvaluationFacts, today: IsoDate): Problem[] {
  if (self) return [own()];
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (until <= from) invalid('until', 'Beigu diena nav pēc sākuma dienas.', 'The end does not lie after the first day.');
  else if (until > addMonths(from, longestMonths)) invalid('until', 'Vērtē ne vairāk kā divus gadus.', 'Two years are evaluated at most.');
  if (until > today) invalid('until', 'Periods vēl nav beidzies.', 'The period is not over yet.');
  if (!employed) invalid('from', 'Šajā periodā darbinieks nebija nodarbināts.', 'The employee was not employed in that period.');
  if (!summary.trim()) invalid('summary', 'Ierakstiet, kas bija labi un kas uzlabojams.', 'Say what was good and what is to be better.');
  return found;
}

/** Why somebody cannot confirm an evaluation; null where nothing speaks against it. */
export function confirmationProblem(
  evaluation: { evaluatedBy: string; confirmedOn: IsoDate | null },
  { subject, self }: { subject: string; self: boolean },
): Problem | null {
  if (evaluation.confirmedOn !== null)
    return problem(ProblemCode.WRONG_STATE, 'Novērtējums jau ir apstiprināts.', 'The evaluation is confirmed already.', 'id');
  if (self) return own();
  return evaluation.evaluatedBy === subject
    ? problem(ProblemCode.FOUR_EYES, 'Apstiprina cits, nevis tas, kurš vērtēja.', 'Another person than who evaluated confirms it.', 'id')
    : null;
}

const own = () => problem(ProblemCode.FOUR_EYES, 'Neviens nevērtē pats sevi.', 'Nobody evaluates themselves.', 'employeeId');
