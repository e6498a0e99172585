import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

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

  @Field(() => String, { nullable: true, description: 'The reason code of a rejection, from the ISO 20022 external code set, e.g. AC04.' })
  @Matches(/^[A-Z0-9]{1,10}$/)
  rejectedCode?: string | null;
}

/** In which form the bank answers. */
export enum BankAnswerFormat {
  PAIN_002 = 'PAIN_002',
  CSV = 'CSV',
}
registerEnumType(BankAnswerFormat, {
  name: 'BankAnswerFormat',
  description: 'In which form the bank answers.',
  valuesConfig: {
    PAIN_002: { description: 'ISO 20022 pain.002.001.10, customer payment status report.' },
    CSV: {
      description:
        'A header line with endToEndId, status (PAID, REJECTED or an ISO 20022 status), date, reasonCode, reason, amount, then one line a payment; separated by semicolons, commas or tabs.',
    },
  },
});

/** The longest answer that is taken, in characters: what goes into one request. A longer one is sent in parts. */
const longestAnswer = 900_000;

/** The bank's own answer to a batch. */
@InputType({ description: "The bank's own answer to a batch, as it came." })
export class ApplyBankAnswerInput {
  @Field(() => ID, { description: 'Id of the batch.' })
  @IsUUID()
  batchId!: string;

  @Field(() => Int, { description: 'The version of the batch that was seen.' })
  version!: number;

  @Field(() => BankAnswerFormat, { description: 'In which form it is.' })
  format!: BankAnswerFormat;

  @Field(() => String, { description: `The text of the file, at most ${longestAnswer} characters; a longer one is sent in parts.` })
  @MaxLength(longestAnswer)
  content!: string;
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
