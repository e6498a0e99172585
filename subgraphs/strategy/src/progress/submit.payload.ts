import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ProgressReport } from './progress-report.js';

/** What submitting a progress report gives back. */
@ObjectType({ description: 'What submitting a progress report gives back.' })
@Allow('strategy.read')
export class ProgressReportPayload {
  @Field(() => ProgressReport, { nullable: true, description: 'The progress report; null when refused.' })
  progressReport!: ProgressReport | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
