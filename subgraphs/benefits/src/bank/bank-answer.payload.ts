import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { PaymentBatch } from '../payment/payment-batch.entity.js';

/** What taking an answer of the bank gives back. */
@ObjectType({ description: 'What taking an answer of the bank gives back.' })
@Allow('payment.reconcile')
export class BankAnswerPayload {
  @Field(() => PaymentBatch, { nullable: true, description: 'The batch; null when refused.' })
  batch!: PaymentBatch | null;

  @Field(() => Int, { description: 'How many payments it says were paid, of those that waited.' })
  paid!: number;

  @Field(() => Int, { description: 'How many payments it says were rejected, of those that waited; they are due again.' })
  rejected!: number;

  @Field(() => Boolean, { description: 'True where the same file was taken before, so that nothing was changed now.' })
  takenBefore!: boolean;

  @Field(() => [Problem], { description: 'Why it was refused, with the element or line; empty when done.' })
  problems!: Problem[];
}
