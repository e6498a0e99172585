import { Allow } from '@atbalsts/auth';
import { type Cents, CentsType, TenantEntity } from '@atbalsts/database';
import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** How far a payment has come. */
export enum PaymentState {
  DUE = 'DUE',
  BATCHED = 'BATCHED',
  PAID = 'PAID',
  CANCELLED = 'CANCELLED',
  RECOVERED = 'RECOVERED',
}
registerEnumType(PaymentState, {
  name: 'PaymentState',
  description: 'How far a payment has come.',
  valuesConfig: {
    DUE: { description: 'Due; in no batch yet.' },
    BATCHED: { description: 'In a batch that has not been paid yet.' },
    PAID: { description: 'Paid.' },
    CANCELLED: { description: 'Not to be paid any more.' },
    RECOVERED: { description: 'Paid, and got back.' },
  },
});

/** What is paid on a decision for a month: each month once. */
@Entity()
@ObjectType({ description: 'What is paid on a decision for a month.' })
@Allow('payment.read')
export class Payment extends TenantEntity {
  @Field(() => ID, { description: 'Id of the payment.' })
  override id!: string;

  @Property({ type: 'uuid' })
  decisionId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The month, as its first day.' })
  month!: string;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'How much, before anything is kept back for an overpayment.' })
  amount!: Cents;

  @Enum({ items: () => PaymentState, type: 'text' })
  @Field(() => PaymentState, { description: 'How far it has come.' })
  state!: PaymentState;

  @Property({ type: 'uuid', nullable: true })
  batchId!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day the money went; null before that.' })
  paidOn!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why the bank sent it back the last time; it is due again since.' })
  rejectedReason!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'The reason code of that rejection, from the ISO 20022 external code set, e.g. AC04 (account closed); null where the bank gave none.',
  })
  rejectedCode!: string | null;

  /** A month whose decision changed after it was paid is paid in parts. */
  @Property({ type: 'integer' })
  part!: number;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'What is kept back of it for an overpayment; 0.00 before it is in a batch.' })
  deducted!: Cents;
}
