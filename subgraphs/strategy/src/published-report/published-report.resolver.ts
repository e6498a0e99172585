import { Allow } from '@atbalsts/auth';
import { type Context, InGraph, ReportTable } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Municipality, municipalityRef } from '../external/municipality.js';
import { PublishedReport } from './published-report.entity.js';
import { publishedReportOf } from './published-report.loader.js';
import { tablesOf } from './snapshot.js';

/** Published reports: of the own town for staff, of its own towns for a region. */
@Resolver(() => PublishedReport)
export class PublishedReportResolver {
  @Query(() => PublishedReport, {
    nullable: true,
    description:
      'What a municipality has published for a year; null where nothing, and for a municipality that is not yours or not of your region.',
  })
  @InGraph('regional')
  @Allow('publishedReport.read')
  publishedReport(
    @Ctx() context: Context,
    @Arg('municipality', () => ID, { description: 'ATVK code of the municipality.' }) municipality: string,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
  ): Promise<PublishedReport | null> {
    return context.load(publishedReportOf, { municipality, year });
  }

  @FieldResolver(() => Municipality, { description: 'Whose report it is.' })
  @InGraph('regional')
  @Allow('municipality.read')
  municipality(@Root() report: PublishedReport): Municipality {
    return municipalityRef(report.municipality);
  }

  @FieldResolver(() => [ReportTable], { description: 'Its tables, of all domains.' })
  @InGraph('regional')
  tables(@Root() report: PublishedReport): ReportTable[] {
    return tablesOf(report.snapshot);
  }
}
