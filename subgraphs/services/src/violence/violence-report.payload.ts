import { Allow } from '@atbalsts/auth';
import { DateScalar, Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { PayloadOf } from '../payload-of.js';
import { ViolenceReport } from './violence-report.entity.js';

/** What recording a report gives back: whoever records it learns its number and term, and sees the report itself only with the right to read it. */
@ObjectType({ description: 'What recording a report of violence gives back.' })
@Allow('violence.report')
export class ReportViolencePayload {
  @Field(() => String, { nullable: true, description: 'Number of the report; null when refused.' })
  number!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when it must be examined; null when refused.' })
  dueOn!: string | null;

  @Field(() => ViolenceReport, { nullable: true, description: 'The report; null when refused.' })
  @Allow('violence.read')
  violenceReport!: ViolenceReport | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

/** What a change of a report gives back. */
export const ViolenceReportPayload = PayloadOf(() => ViolenceReport, 'violenceReport', 'ViolenceReportPayload', 'violence.read');
