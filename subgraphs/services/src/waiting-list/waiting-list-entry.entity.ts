import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** Who waits for a service. The position is not stored: it follows from urgency, then date. */
@Entity()
@ObjectType({ description: 'Who waits for a service, and in which place.' })
@Allow('waitingList.read')
export class WaitingListEntry extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the entry.' })
  override id!: string;

  @Property({ type: 'uuid' })
  requestId!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How urgent: 1 at once, 2 soon, 3 in turn.' })
  urgency!: number;

  @Property({ type: 'date', fieldName: 'since_date' })
  @Field(() => DateScalar, { description: 'Waits since.' })
  since!: string;

  /** The day a place was given or the wait ended otherwise; null while waiting. */
  @Property({ type: 'date', nullable: true })
  leftOn!: string | null;

  /** Computed by the database among those who wait for the same service in the same town; shown by the resolver. */
  place?: number;

  @Field(() => Int, { description: 'Version to name when changing the order.' })
  declare version: number;
}
