import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateTimeScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { ArrayMaxSize, ArrayNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

/** A trip with a vehicle of the service. */
@Entity()
@ObjectType({ description: 'A trip with a vehicle of the service, which is on one trip at a time.' })
@Allow('trip.read')
export class Trip extends TenantEntity {
  @Field(() => ID, { description: 'Id of the trip.' })
  override id!: string;

  /** Chosen by who recorded it: the same again is the same trip. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'text' })
  serviceType!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The vehicle, e.g. its number plate.' })
  vehicle!: string;

  @Property({ type: 'uuid', nullable: true })
  driverId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  assistantId!: string | null;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'When it left.' })
  departsAt!: Date;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'When it came back.' })
  arrivesAt!: Date;

  /** The day in Latvia on which it left. */
  @Property({ type: 'date', fieldName: 'on_date' })
  on!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'From where.' })
  fromPlace!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'To where.' })
  toPlace!: string;

  @Property({ type: 'uuid' })
  recordedBy!: string;
}

/** A page of trips. */
export const TripConnection = ConnectionOf(() => Trip, 'Trip');

/** Who rode: each is a delivery of one trip on a granted request. */
@Entity()
@ObjectType({ description: 'Who rode: each is a delivery of one trip on a granted request.' })
@Allow('trip.read')
export class TripRider extends TenantEntity {
  @Property({ type: 'uuid' })
  tripId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid' })
  requestId!: string;

  @Property({ type: 'uuid' })
  deliveryId!: string;
}

/** Somebody who rode. */
@InputType({ description: 'Somebody who rode, by the request that grants it.' })
export class TripRiderInput {
  @Field(() => ID, { description: 'The granted request of the person for the service.' })
  requestId!: string;
}

/** A trip that took place. */
@InputType({ description: 'A trip that took place, with its riders.' })
export class RecordTripInput {
  @Field(() => ID, { description: 'Yours to choose, another for each trip: the same key with the same trip is recorded once.' })
  @MaxLength(200)
  key!: string;

  @Field(() => ID, { description: 'Code of the service that the riders are granted, e.g. specialised-transport.' })
  serviceType!: string;

  @Field(() => String, { description: 'The vehicle, e.g. its number plate.' })
  @MaxLength(50)
  vehicle!: string;

  @Field(() => ID, { nullable: true, description: 'The employee who drove.' })
  driverId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The employee who came along to help.' })
  assistantId?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it left.' })
  departsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it came back; not in the future.' })
  arrivesAt!: Date;

  @Field(() => String, { description: 'From where.' })
  @MaxLength(500)
  fromPlace!: string;

  @Field(() => String, { description: 'To where.' })
  @MaxLength(500)
  toPlace!: string;

  @Field(() => [TripRiderInput], { description: 'Who rode; each once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  riders!: TripRiderInput[];
}
