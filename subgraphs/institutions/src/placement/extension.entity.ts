import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** A contract extended: one row for each time. */
@Entity()
@ObjectType({ description: 'The contract of a placement was extended.' })
@Allow('placement.read')
export class PlacementExtension extends TenantEntity {
  @Property({ type: 'uuid' })
  placementId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When it was agreed.' })
  agreedOn!: string;

  @Property({ type: 'date', fieldName: 'until_date' })
  @Field(() => DateScalar, { description: 'The new agreed end.' })
  until!: string;
}
