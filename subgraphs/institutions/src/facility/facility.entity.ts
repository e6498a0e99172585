import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
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

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer works; null while no end is known.' })
  closedOn!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was closed; null where nothing was said, or it is open.' })
  closedWhy!: string | null;
}
