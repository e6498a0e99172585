import { Allow } from '@atbalsts/auth';
import { type Context, Monitoring, ReportTable } from '@atbalsts/graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Municipality, municipalityRef } from '../external/municipality.js';
import { IndicatorResult } from '../indicator/indicator-result.js';
import { indicatorResults } from '../indicator/indicator-result.service.js';
import { clientsRow } from '../monitoring/monitoring.rules.js';
import { monitoringOf, shownMonitoring } from '../monitoring/monitoring.service.js';
import { Discrepancy } from '../reconciliation/discrepancy.js';
import { discrepanciesOf } from '../reconciliation/reconciliation.service.js';
import { AnnualReport, annualReportOf, otherParts } from './annual-report.js';
import { Figures, figuresOf, financeTables } from './figures.js';

const needed = otherParts.map((part) => `${part} { id rows { key value } }`).join(' ');

/** The annual report, and what strategy adds to it. */
@Resolver(() => AnnualReport)
export class AnnualReportResolver {
  @Query(() => AnnualReport, { nullable: true, description: 'The annual report of your municipality, live; null for another one.' })
  @Allow('report.read')
  annualReport(
    @Ctx() context: Context,
    @Arg('municipality', () => ID, { description: 'ATVK code of the municipality.' }) municipality: string,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
  ): AnnualReport | null {
    return annualReportOf(context, municipality, year);
  }

  @FieldResolver(() => Municipality, { description: 'Whose report it is.' })
  @Allow('municipality.read')
  municipality(@Root() report: AnnualReport): Municipality {
    return municipalityRef(report.municipalityCode);
  }

  @FieldResolver(() => [ReportTable], {
    nullable: true,
    description: 'Tables of finance: municipal funding by purpose, from the bookings of the executed budget.',
  })
  finance(@Ctx() context: Context, @Root() { municipalityCode, year }: AnnualReport): Promise<ReportTable[]> {
    return context.load(financeTables, { municipality: municipalityCode, year });
  }

  @FieldResolver(() => [IndicatorResult], {
    nullable: true,
    description:
      'Indicators of the plans that hold in the year, and of those that begin the year after (their baseline): the bound ones measure themselves by the tables of this report.',
  })
  @Directive(`@requires(fields: "${needed}")`)
  async indicators(@Ctx() context: Context, @Root() report: AnnualReport): Promise<IndicatorResult[]> {
    return indicatorResults(context, report.municipalityCode, report.year, await figuresOf(context, report));
  }

  @FieldResolver(() => [Discrepancy], {
    nullable: true,
    description:
      'Derived against published figures, and what the published figures contradict in themselves; empty where nothing is published for the year.',
  })
  @Directive(`@requires(fields: "${needed}")`)
  async reconciliation(@Ctx() context: Context, @Root() report: AnnualReport): Promise<Discrepancy[]> {
    return discrepanciesOf(context.em, report.municipalityCode, report.year, await figuresOf(context, report));
  }

  @FieldResolver(() => Monitoring, {
    nullable: true,
    description: `The four questions of the regional programme. Clients are the persons who received benefits in the year, each once (${clientsRow.table}/${clientsRow.row}): who had services alone is not among them, since no domain knows the persons of another. The cost of a client is the whole executed budget of the year, from every source, divided by them. Goals achieved are those of the cases closed in the year that have an outcome; the survey is that of the year.`,
  })
  @Directive(
    '@requires(fields: "benefits { id rows { key value } } serviceOutcomes { goalsClosed goalsAchieved surveyAnswers meanScore }")',
  )
  async monitoring(@Ctx() context: Context, @Root() report: AnnualReport): Promise<Monitoring> {
    const clients = new Figures({ benefits: report.benefits }).of(clientsRow.table, clientsRow.row) ?? null;
    return shownMonitoring(await monitoringOf(context.em, report.municipalityCode, report.year, clients, report.serviceOutcomes ?? null));
  }
}
