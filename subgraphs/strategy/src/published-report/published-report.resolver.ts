import { Allow } from '@atbalsts/auth';
import { type Context, InGraph, Monitoring, type Payload, ReportTable } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Municipality, municipalityRef } from '../external/municipality.js';
import { shownMonitoring } from '../monitoring/monitoring.service.js';
import { findPrepared, publishReport } from './publish-report.service.js';
import { PublicationState, PublishedReport } from './published-report.entity.js';
import { publishedReportOf } from './published-report.loader.js';
import { PublishedReportPayload } from './published-report.payload.js';
import { tablesOf } from './snapshot.js';
import { WithheldFigures } from './withheld-figures.js';

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

  @Query(() => PublishedReport, {
    nullable: true,
    description:
      'The report of your municipality that waits for a second person to confirm it, as it would be published; null where none does.',
  })
  @Allow('report.read')
  preparedReport(
    @Ctx() context: Context,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
  ): Promise<PublishedReport | null> {
    return findPrepared(context, year);
  }

  @Mutation(() => PublishedReportPayload, {
    description:
      'Publishes the report of a year that is over, in two calls: the first prepares what would be published, the same call by another person publishes exactly that. FOUR_EYES for whoever prepared it; NOT_FOUND for a municipality that is not yours; INVALID for a year that is not over; UNAVAILABLE where a domain does not answer: half a report is never published.',
  })
  @Allow('report.publish')
  publishReport(
    @Ctx() context: Context,
    @Arg('municipality', () => ID, { description: 'ATVK code of your municipality.' }) municipality: string,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
    @Arg('again', () => Boolean, {
      defaultValue: false,
      description: 'True to prepare it anew from the records of today, in place of what was prepared: it then waits for another person.',
    })
    again: boolean,
  ): Promise<Payload<'report', PublishedReport>> {
    return publishReport(context, municipality, year, again);
  }

  @FieldResolver(() => PublicationState, { description: 'How far its publication has come.' })
  state(@Root() report: PublishedReport): PublicationState {
    return report.prepared ? PublicationState.PREPARED : PublicationState.PUBLISHED;
  }

  @FieldResolver(() => Monitoring, {
    nullable: true,
    description: 'The four questions of the regional programme, as they were answered when it was prepared; null in older reports.',
  })
  @InGraph('regional')
  monitoring(@Root() { snapshot }: PublishedReport): Monitoring | null {
    return snapshot.monitoring ? shownMonitoring(snapshot.monitoring) : null;
  }

  @FieldResolver(() => WithheldFigures, {
    nullable: true,
    description:
      'How many figures it shows and withholds: what the protection of persons costs; null in older reports. For the own town alone.',
  })
  @Allow('report.read')
  withheld(@Root() { snapshot }: PublishedReport): WithheldFigures | null {
    return snapshot.withheld ? Object.assign(new WithheldFigures(), snapshot.withheld) : null;
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
