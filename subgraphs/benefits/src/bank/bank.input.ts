import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** What the bank says of one payment. */
@InputType({ description: 'What the bank says of one payment: paid on a day, or rejected with the reason.' })
export class BankAnswerInput {
  @Field(() => ID, { description: 'Which payment. The bank gives it as the end-to-end id, without dashes.' })
  @IsUUID()
  paymentId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day the money went.' })
  paidOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Why the bank sent it back.' })
  @MaxLength(500)
  rejectedReason?: string | null;
}

/** The bank's answers to a batch. */
@InputType({ description: "The bank's answers to a batch; what is not named waits on." })
export class ReconcilePaymentBatchInput {
  @Field(() => ID, { description: 'Id of the batch.' })
  id!: string;

  @Field(() => Int, { description: 'The version of the batch that was seen.' })
  version!: number;

  @Field(() => [BankAnswerInput], { description: 'The answers, each payment once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(50_000)
  @ValidateNested({ each: true })
  answers!: BankAnswerInput[];
}
