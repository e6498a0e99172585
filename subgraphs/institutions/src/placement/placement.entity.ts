import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, FundingSource } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Destination } from './destination.js';

/**
 * A person has a place in a facility. It holds from its first day until before `endedOn`; while that is open it holds on, also past the agreed
 * end, because a bed with a person in it is not free. With accommodation it excludes every other place with accommodation; held by the database.
 */
@Entity()
@ObjectType({ description: 'A person has a place in a facility: lives there, or comes by day, or is helped without a bed.' })
@Directive('@key(fields: "id")')
@Allow('placement.read')
export class Placement extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the placement.' })
  override id!: string;

  @Field(() => Int, { description: 'Version: who changes it names the one he saw.' })
  override version!: number;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid' })
  facilityId!: string;

  @Property({ type: 'uuid', nullable: true })
  placeId!: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, {
    description: 'True where the person lives there and has a bed; false for day services and for help without accommodation.',
  })
  accommodation!: boolean;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day; in the future: reserved.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The agreed end. It moves nobody out: the place is held until the end is recorded.',
  })
  until!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which the place is free again; null while it is held.' })
  endedOn!: string | null;

  @Enum({ items: () => Destination, type: 'text', nullable: true })
  @Field(() => Destination, { nullable: true, description: 'Where the person went; null while there.' })
  destination!: Destination | null;

  @Enum({ items: () => FundingSource, type: 'text' })
  @Field(() => FundingSource, { description: 'Who pays.' })
  funding!: FundingSource;

  @Property({ type: 'uuid', nullable: true })
  requestId!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The reason of an emergency; null for a placement by a granted request, and for one that continues another.',
  })
  emergency!: string | null;

  /** Subject of the token that admitted: an emergency is confirmed by somebody else. */
  @Property({ type: 'text' })
  admittedBy!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it was entered.' })
  admittedOn!: string;

  /** Subject of the token that confirmed the emergency. */
  @Property({ type: 'text', nullable: true })
  confirmedBy!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When another person confirmed the emergency: late, where after `confirmationDue`; null while nobody did.',
  })
  confirmedOn!: string | null;

  @Property({ type: 'uuid', nullable: true })
  continuesId!: string | null;
}

/** A page of placements. */
export const PlacementConnection = ConnectionOf(() => Placement, 'Placement');
