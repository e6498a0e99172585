import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { Count, MonitoringFigures } from '../../monitoring/monitoring.rules.js';

/** What all towns of a region published of the four questions for a year, together. Money in cents. */
export interface RegionYear {
  year: number;
  /** How many towns published a report with them. */
  towns: number;
  /** How many towns the region had on the last day of the year. */
  townsOfTheDay: number;
  /** Clients of all these towns; withheld where one of them withholds its own. */
  outputs: Count;
  /** The mean of the towns' shares; null where none is known. */
  goalsAchievedShare: number | null;
  /** The towns' means, weighted by their answers; null where none is known or answers are withheld. */
  satisfaction: number | null;
  surveyAnswers: Count;
  /** The towns' costs, weighted by their clients; null where a town withholds its clients, or none is known. */
  costPerClient: number | null;
}

const hidden: Count = { value: null, suppressed: true };

function sum(counts: readonly Count[]): Count {
  if (counts.some(({ suppressed }) => suppressed)) return hidden;
  const known = counts.flatMap(({ value }) => value ?? []);
  return { value: known.length ? known.reduce((total, one) => total + one, 0) : null, suppressed: false };
}

function weighted(pairs: readonly { value: number | null; weight: number | null }[]): number | null {
  const known = pairs.flatMap(({ value, weight }) => (value === null || !weight ? [] : [{ value, weight }]));
  const weights = known.reduce((total, { weight }) => total + weight, 0);
  return weights ? known.reduce((total, { value, weight }) => total + value * weight, 0) / weights : null;
}

/** The four questions over all towns of a year, out of what they published: never where a figure that goes into it is withheld. */
export function regionYear(year: number, published: readonly MonitoringFigures[], townsOfTheDay: number): RegionYear {
  const outputs = sum(published.map((one) => one.outputs));
  const surveyAnswers = sum(published.map((one) => one.surveyAnswers));
  const shares = published.flatMap(({ goalsAchievedShare }) => goalsAchievedShare ?? []);
  const cost = outputs.suppressed ? null : weighted(published.map((one) => ({ value: one.costPerClient, weight: one.outputs.value })));
  return {
    year,
    towns: published.length,
    townsOfTheDay,
    outputs,
    goalsAchievedShare: shares.length ? shares.reduce((total, one) => total + one, 0) / shares.length : null,
    satisfaction: surveyAnswers.suppressed
      ? null
      : weighted(published.map((one) => ({ value: one.satisfaction, weight: one.surveyAnswers.value }))),
    surveyAnswers,
    costPerClient: cost === null ? null : Math.round(cost),
  };
}

/** Findings of an evaluation, by the four questions, and what follows. */
export interface Findings {
  whatAndHowWell: string;
  betterOff: string;
  howClientsFeel: string;
  whatItCost: string;
  conclusions: string;
}

/**
 * Everything that is wrong with an evaluation: it is of three years that are over, follows the one before without a gap, rests on published reports, and answers
 * every question.
 * @param last the last year of the evaluation before; null where this is the first
 * @param reports how many published reports of its years there are
 */
export function evaluationProblems(
  { fromYear, ...findings }: Findings & { fromYear: number },
  { last, reports, today }: { last: number | null; reports: number; today: string },
): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (fromYear < 1990) invalid('fromYear', 'Par šiem gadiem pārskatu nav.', 'There are no reports of these years.');
  else if (fromYear + 2 >= Number(today.slice(0, 4)))
    invalid('fromYear', 'Izvērtē trīs gadus, kas ir beigušies.', 'Three years that are over are evaluated.');
  else if (last !== null && fromYear !== last + 1)
    invalid('fromYear', `Nākamais izvērtējums sākas ar ${last + 1}. gadu.`, `The next evaluation begins with ${last + 1}.`);
  else if (reports === 0) invalid('fromYear', 'Par šiem gadiem nav publicētu pārskatu.', 'No report of these years has been published.');
  for (const [field, text] of Object.entries(findings))
    if (!String(text).trim()) invalid(field, 'Ierakstiet secinājumu.', 'Write what was found.');
  return found;
}
