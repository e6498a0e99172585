import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { PublishedReport } from './published-report.entity.js';

/** What publishing a report gives back. */
@ObjectType({ description: 'What publishing a report gives back.' })
@Allow('publishedReport.read')
export class PublishedReportPayload {
  @Field(() => PublishedReport, { nullable: true, description: 'The report, PREPARED or PUBLISHED; null when refused.' })
  report!: PublishedReport | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
