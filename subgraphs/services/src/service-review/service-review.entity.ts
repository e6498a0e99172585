import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** What a review of a service came to. */
export enum ReviewOutcome {
  GOES_ON = 'GOES_ON',
  PLAN_CHANGES = 'PLAN_CHANGES',
  TO_BE_ENDED = 'TO_BE_ENDED',
}
registerEnumType(ReviewOutcome, {
  name: 'ReviewOutcome',
  description: 'What a review of a service came to.',
  valuesConfig: {
    GOES_ON: { description: 'It fits and goes on.' },
    PLAN_CHANGES: { description: 'It goes on, and the care plan has to change.' },
    TO_BE_ENDED: { description: 'It is to be ended.' },
  },
});

/** A look at whether a service still fits. Written once. */
@Entity()
@ObjectType({ description: 'A look at whether a service still fits.' })
@Allow('request.read')
export class ServiceReview extends TenantEntity {
  @Field(() => ID, { description: 'Id of the review.' })
  override id!: string;

  @Property({ type: 'uuid' })
  requestId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'Reviewed on.' })
  on!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid', fieldName: 'reviewed_by' })
  reviewerId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found.' })
  @Allow('needs.read')
  findings!: string;

  @Enum({ items: () => ReviewOutcome, type: 'text' })
  @Field(() => ReviewOutcome, { description: 'What it came to.' })
  outcome!: ReviewOutcome;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When the next one is due.' })
  nextOn!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  recordedAt!: Date;
}
