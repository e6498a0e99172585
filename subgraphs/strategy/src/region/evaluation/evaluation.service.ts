import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, StatisticalCount } from '@atbalsts/graphql';
import { municipalitiesOn } from '@atbalsts/reference';
import { PublishedReport } from '../../published-report/published-report.entity.js';
import { ownRegion } from '../own-region.js';
import { RegionEvaluation, RegionMonitoring } from './evaluation.entity.js';
import type { EvaluateRegionInput } from './evaluation.input.js';
import { evaluationProblems, type RegionYear, regionYear } from './evaluation.rules.js';

/** The years of a region as the graph shows them. */
export const shownYears = (years: readonly RegionYear[]): RegionMonitoring[] =>
  years.map(({ outputs, surveyAnswers, ...rest }) =>
    Object.assign(new RegionMonitoring(), {
      ...rest,
      outputs: Object.assign(new StatisticalCount(), outputs),
      surveyAnswers: Object.assign(new StatisticalCount(), surveyAnswers),
    }),
  );

/** What the towns of the principal's region published of the four questions, for three years, and how many reports it is of. */
export async function threeYears(context: Context, fromYear: number): Promise<{ years: RegionYear[]; reports: number }> {
  const region = ownRegion(context, 'region.evaluation.read');
  const untilYear = fromYear + 2;
  const reports = await context.em.find(PublishedReport, { region, year: { $gte: fromYear, $lte: untilYear } });
  const years = [fromYear, fromYear + 1, untilYear].map((year) => {
    const published = reports.filter((report) => report.year === year).flatMap(({ snapshot }) => snapshot.monitoring ?? []);
    return regionYear(year, published, municipalitiesOn(`${year}-12-31`, region).length);
  });
  return { years, reports: reports.length };
}

/** Evaluations of the principal's region, the latest first. */
export function evaluationsOf(context: Context): Promise<RegionEvaluation[]> {
  const region = ownRegion(context, 'region.evaluation.read');
  return context.em.find(RegionEvaluation, { region }, { orderBy: { fromYear: 'desc' } });
}

/**
 * Keeps what the region found over three years, with what the published reports said on that day. INVALID for years that are not over, do not follow the
 * evaluation before or have no published report, and for an unanswered question; DUPLICATE where they are evaluated, which it shows.
 */
export function evaluateRegion(context: Context, input: EvaluateRegionInput): Promise<Payload<'evaluation', RegionEvaluation>> {
  return mutate(context, 'evaluation', async () => {
    const { em, today, principal } = context;
    const region = ownRegion(context, 'region.evaluate');
    // Of two evaluations at once the second waits, and sees the first.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`region evaluation ${region}`]);
    const earlier = await evaluationsOf(context);
    const twin = earlier.find(({ fromYear }) => fromYear === input.fromYear);
    if (twin)
      throw new Refusal(
        [problem(ProblemCode.DUPLICATE, 'Šie gadi jau ir izvērtēti.', 'These years are evaluated already.', 'fromYear')],
        twin,
      );
    const { years, reports } = await threeYears(context, input.fromYear);
    const problems = evaluationProblems(input, { last: earlier[0]?.untilYear ?? null, reports, today });
    if (problems.length) throw new Refusal(problems);
    const evaluation = em.create(RegionEvaluation, {
      id: newId(),
      municipality: `region:${region}`,
      region,
      fromYear: input.fromYear,
      untilYear: input.fromYear + 2,
      whatAndHowWell: input.whatAndHowWell.trim(),
      betterOff: input.betterOff.trim(),
      howClientsFeel: input.howClientsFeel.trim(),
      whatItCost: input.whatItCost.trim(),
      conclusions: input.conclusions.trim(),
      kept: years,
      evaluatedOn: today,
      evaluatedBy: principal.subject,
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'region.evaluate',
      object: `region-evaluation:${evaluation.id}`,
      municipality: evaluation.municipality,
      fields: Object.keys(input),
    });
    return evaluation;
  });
}
