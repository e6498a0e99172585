import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { PaymentBatch } from './payment-batch.entity.js';

/** What a change of a payment batch gives back. */
@ObjectType({ description: 'What a change of a payment batch gives back.' })
@Allow('payment.batch.read')
export class PaymentBatchPayload {
  @Field(() => PaymentBatch, { nullable: true, description: 'The batch; null when refused, and where nothing was due.' })
  batch!: PaymentBatch | null;

  @Field(() => Int, { description: 'How many payments came into it.' })
  added!: number;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
