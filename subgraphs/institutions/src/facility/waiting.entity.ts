import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

/** Somebody who waits for a place in a facility. */
@Entity()
@ObjectType({ description: 'Somebody who waits for a place in a facility.' })
@Allow('placement.read')
export class FacilityWaitingEntry extends TenantEntity {
  @Property({ type: 'uuid' })
  facilityId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  /** From 1, by the day since when; set by the loader. */
  @Field(() => Int, { description: 'Position from 1: who has waited longest is first.' })
  position!: number;

  @Property({ type: 'date', fieldName: 'since_date' })
  @Field(() => DateScalar, { description: 'Waiting since.' })
  since!: string;

  @Property({ type: 'date', nullable: true })
  endedOn!: string | null;
}
