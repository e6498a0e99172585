import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { FacilityKind } from './facility-kind.js';

/** A house or centre of one kind at one address. */
@Entity()
@ObjectType({ description: 'A house or centre of one kind at one address, with places.' })
@Directive('@key(fields: "id")')
@Allow('facility.read')
export class Facility extends TenantEntity {
  @Field(() => ID, { description: 'Id of the facility.' })
  override id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Enum({ items: () => FacilityKind, type: 'text' })
  @Field(() => FacilityKind, { description: 'What it is.' })
  kind!: FacilityKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Where it is.' })
  address!: string;
}
