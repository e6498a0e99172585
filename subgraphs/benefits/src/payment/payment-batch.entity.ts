import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How far a batch has come. */
export enum PaymentBatchState {
  PREPARED = 'PREPARED',
  APPROVED = 'APPROVED',
  EXPORTED = 'EXPORTED',
  RECONCILED = 'RECONCILED',
}
registerEnumType(PaymentBatchState, {
  name: 'PaymentBatchState',
  description: 'How far a batch has come.',
  valuesConfig: {
    PREPARED: { description: 'Prepared by one person; waits for another.' },
    APPROVED: { description: 'Approved by another person.' },
    EXPORTED: { description: 'Gone to the bank.' },
    RECONCILED: { description: "Compared with the bank's answer." },
  },
});

/** Payments that go to the bank together. */
@Entity()
@ObjectType({ description: 'Payments of a month that go to the bank together: one person prepares it, another approves.' })
@Directive('@key(fields: "id")')
@Allow('payment.batch.read')
export class PaymentBatch extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the batch.' })
  override id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Number, e.g. IZM-2025-000012.' })
  number!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The month, as its first day.' })
  month!: string;

  @Enum({ items: () => PaymentBatchState, type: 'text' })
  @Field(() => PaymentBatchState, { description: 'How far it has come.' })
  state!: PaymentBatchState;

  @Property({ type: 'uuid', fieldName: 'prepared_by' })
  preparedById!: string;

  @Property({ type: 'date' })
  preparedOn!: string;

  @Property({ type: 'uuid', fieldName: 'approved_by', nullable: true })
  approvedById!: string | null;

  @Property({ type: 'date', nullable: true })
  approvedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it first went to the bank.' })
  exportedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day on which the bank is asked to pay.' })
  payOn!: string | null;

  @Field(() => Int, { description: 'Grows with each change; a write names the version it saw.' })
  override version!: number;
}

/** A page of payment batches. */
export const PaymentBatchConnection = ConnectionOf(() => PaymentBatch, 'PaymentBatch');
