import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ViolenceFollowUpKind, ViolenceKind, ViolenceOutcome, ViolenceReporter, ViolenceVictim } from './violence-report.enums.js';

/** Violence that was told of. */
@InputType({ description: 'Violence that was told of: what is known, however little.' })
export class ReportViolenceInput {
  @Field(() => ID, { description: 'Yours to choose, another for each report: the same key with the same report is recorded once.' })
  @MaxLength(200)
  key!: string;

  @Field(() => ViolenceReporter, { description: 'Who told of it.' })
  reporter!: ViolenceReporter;

  @Field(() => String, { nullable: true, description: 'How to reach whoever told of it.' })
  @MaxLength(500)
  reporterContact?: string | null;

  @Field(() => ViolenceVictim, { description: 'Whether a child or an adult suffers.' })
  victim!: ViolenceVictim;

  @Field(() => ID, { nullable: true, description: 'Who suffers, where the person is known already.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who suffers, in words, where the person is not known yet.' })
  @MaxLength(2000)
  victimDescribed?: string | null;

  @Field(() => [ViolenceKind], { description: 'What kinds of violence; UNKNOWN where it was not said.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(7)
  @ArrayUnique()
  kinds!: ViolenceKind[];

  @Field(() => DateScalar, { description: 'The day on which it came; it may lie before the day of entry.' })
  receivedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it happened.' })
  happenedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  @MaxLength(500)
  place?: string | null;

  @Field(() => String, { description: 'What was told.' })
  @MaxLength(20_000)
  account!: string;

  @Field(() => Boolean, { description: 'Immediate danger: to be examined the same day.' })
  danger!: boolean;
}

/** An examination of a report. */
@InputType({ description: 'An examination of a report of violence.' })
export class ExamineViolenceInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => Int, { description: 'Version of the report that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'When it was examined; not in the future.' })
  on!: string;

  @Field(() => ViolenceOutcome, { description: 'What it found.' })
  outcome!: ViolenceOutcome;

  @Field(() => String, { description: 'In words.' })
  @MaxLength(20_000)
  findings!: string;

  @Field(() => ID, { nullable: true, description: 'Who suffers, where it was found out only now.' })
  personId?: string | null;
}

/** What followed a report. */
@InputType({ description: 'What followed a report of violence.' })
export class AddViolenceFollowUpInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => ViolenceFollowUpKind, { description: 'What it was.' })
  kind!: ViolenceFollowUpKind;

  @Field(() => ID, { nullable: true, description: 'The case, the referral or the stay; for these three alone.' })
  objectId?: string | null;

  @Field(() => String, { nullable: true, description: 'In words; needed where it is no record here.' })
  @MaxLength(2000)
  note?: string | null;

  @Field(() => DateScalar, { description: 'When; not in the future.' })
  on!: string;
}

/** Which reports to list; what is left out does not matter. */
@InputType({ description: 'Which reports of violence to list; what is left out does not matter.' })
export class ViolenceReportFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this person.' })
  personId?: string | null;

  @Field(() => ViolenceVictim, { nullable: true, description: 'Only those of a child, or of an adult.' })
  victim?: ViolenceVictim | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are examined, or only those that are not.' })
  examined?: boolean | null;
}
