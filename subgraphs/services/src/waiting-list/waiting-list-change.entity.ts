import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

/** Why somebody waits in another place than before. Written once. */
@Entity()
@ObjectType({ description: 'Why somebody waits in another place than before.' })
@Allow('waitingList.read')
export class WaitingListChange extends TenantEntity {
  @Property({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'Changed on.' })
  on!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid', fieldName: 'changed_by' })
  changerId!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How urgent it was before.' })
  urgencyBefore!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How urgent it is since.' })
  urgencyAfter!: number;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day from which the wait counted before.' })
  sinceBefore!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day from which it counts.' })
  sinceAfter!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  recordedAt!: Date;
}
