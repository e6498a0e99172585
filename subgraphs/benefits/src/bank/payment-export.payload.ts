import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Payment } from '../payment/payment.entity.js';
import { PaymentBatch } from '../payment/payment-batch.entity.js';

/** What exporting a batch gives back. */
@ObjectType({ description: 'What exporting a batch to the bank gives back.' })
@Allow('payment.export')
export class PaymentExportPayload {
  @Field(() => PaymentBatch, { nullable: true, description: 'The batch; null when refused.' })
  batch!: PaymentBatch | null;

  @Field(() => String, { nullable: true, description: 'The order to the bank, ISO 20022 pain.001.001.09; null when refused.' })
  file!: string | null;

  @Field(() => [Payment], {
    description: 'Payments that are not in the file, since there is no account or the payee is not known any more: to be paid otherwise.',
  })
  leftOut!: Payment[];

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
