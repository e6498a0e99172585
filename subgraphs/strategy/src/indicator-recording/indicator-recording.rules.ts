import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What recording a value is checked against. */
export interface RecordingFacts {
  /** Whether a report row measures the indicator. */
  bound: boolean;
  plan: { fromYear: number; untilYear: number };
  year: number;
  evidence: string;
  today: string;
}

/** Everything that is wrong with recording a value: a bound indicator measures itself, a year must be of the plan or its baseline and have begun, and evidence is named. */
export function recordingProblems({ bound, plan, year, evidence, today }: RecordingFacts): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (bound)
    invalid(
      'indicatorId',
      'Šo rādītāju mēra gada pārskata rinda; to neieraksta.',
      'A row of the annual report measures this indicator; it is not recorded.',
    );
  if (year < plan.fromYear - 1 || year > plan.untilYear)
    invalid(
      'year',
      `Gadam jābūt no ${plan.fromYear - 1} (bāzes gads) līdz ${plan.untilYear}.`,
      `The year must be from ${plan.fromYear - 1} (the baseline) to ${plan.untilYear}.`,
    );
  else if (year > Number(today.slice(0, 4))) invalid('year', 'Šis gads vēl nav sācies.', 'That year has not begun yet.');
  if (!evidence.trim())
    invalid('evidence', 'Norādiet pamatojumu: dokumentu vai novērojumu.', 'Give the evidence: a document or an observation.');
  return found;
}
