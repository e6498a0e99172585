import { Allow } from '@atbalsts/auth';
import { type Cents, CentsType, TenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, EuroScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** How far a recovery has come. */
export enum RecoveryState {
  OPEN = 'OPEN',
  RECOVERED = 'RECOVERED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(RecoveryState, {
  name: 'RecoveryState',
  description: 'How far a recovery has come.',
  valuesConfig: {
    OPEN: { description: 'Something is still owed; it is kept back of the next monthly payments.' },
    RECOVERED: { description: 'Kept back in full.' },
    CANCELLED: { description: 'It turned out that nothing was paid too much.' },
  },
});

/** What was paid too much, found by a decision on a change. */
@Entity()
@ObjectType({
  description:
    'What was paid too much, as a decision on a change found it: kept back of later monthly payments to the same person, never below zero.',
})
@Allow('recovery.read')
export class Recovery extends TenantEntity {
  @Field(() => ID, { description: 'Id of the recovery.' })
  override id!: string;

  @Property({ type: 'uuid' })
  decisionId!: string;

  @Property({ type: 'uuid' })
  applicantId!: string;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'How much was paid too much.' })
  amount!: Cents;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'How much of it is still owed.' })
  balance!: Cents;

  @Enum({ items: () => RecoveryState, type: 'text' })
  @Field(() => RecoveryState, { description: 'How far it has come.' })
  state!: RecoveryState;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was established.' })
  establishedOn!: string;
}

/** A page of recoveries. */
export const RecoveryConnection = ConnectionOf(() => Recovery, 'Recovery');

/** How much was paid too much for a month. */
@ObjectType({ description: 'How much was paid too much for a month.' })
@Allow('recovery.read')
export class RecoveryMonth {
  @Field(() => DateScalar, { description: 'The month, as its first day.' })
  month!: string;

  @Field(() => EuroScalar, { description: 'How much.' })
  amount!: Cents;
}

/** A line of the ledger of a recovery: what was kept back of a payment. */
@ObjectType({ description: 'A line of the ledger of a recovery: what was kept back of a payment.' })
@Allow('recovery.read')
export class RecoveryDeduction {
  /** Id of the payment. */
  paymentId!: string;

  @Field(() => EuroScalar, { description: 'How much was kept back.' })
  amount!: Cents;

  @Field(() => DateScalar, { description: 'The day it was kept back.' })
  deductedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was owed again, since the payment did not go; null where it was kept back for good.',
  })
  releasedOn!: string | null;
}
