import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SubmissionKind } from './submission.entity.js';

/** A submission that came. */
@InputType({ description: 'A complaint, a suggestion or thanks that came.' })
export class ReceiveSubmissionInput {
  @Field(() => ID, { description: 'Yours to choose, another for each: the same key with the same submission is recorded once.' })
  @MaxLength(200)
  key!: string;

  @Field(() => SubmissionKind, { description: 'What it is.' })
  kind!: SubmissionKind;

  @Field(() => DateScalar, { description: 'The day on which it came; not in the future.' })
  receivedOn!: string;

  @Field(() => ID, { nullable: true, description: 'Who sent it, where it is a person of the registry.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who sent it, as it is signed.' })
  @MaxLength(500)
  sender?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to send the answer.' })
  @MaxLength(500)
  contact?: string | null;

  @Field(() => ID, { nullable: true, description: 'The employee it is about; this one cannot answer it.' })
  aboutId?: string | null;

  @Field(() => String, { description: 'What it says.' })
  @MaxLength(20_000)
  text!: string;
}

/** An answer to a submission. */
@InputType({ description: 'An answer to a submission.' })
export class AnswerSubmissionInput {
  @Field(() => ID, { description: 'The submission.' })
  submissionId!: string;

  @Field(() => Int, { description: 'Version of the submission that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'When it was answered; not in the future.' })
  on!: string;

  @Field(() => String, { description: 'The answer.' })
  @MaxLength(20_000)
  answer!: string;
}

/** Which submissions to list; what is left out does not matter. */
@InputType({ description: 'Which submissions to list; what is left out does not matter.' })
export class SubmissionFilter {
  @Field(() => SubmissionKind, { nullable: true, description: 'Only those of this kind.' })
  kind?: SubmissionKind | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this person.' })
  personId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are answered, or only those that are not.' })
  answered?: boolean | null;
}
