import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { FacilityKind } from '../facility/facility-kind.js';

const facility = { description: 'Which facility.' };

/** A facility to be opened. */
@InputType({ description: 'A facility to be opened. It takes people once it has beds (where people live) and a registration.' })
export class OpenFacilityInput {
  @Field(() => String, { description: 'Its name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => FacilityKind, { description: 'What it is.' })
  kind!: FacilityKind;

  @Field(() => String, { description: 'Where it is.' })
  @MaxLength(300)
  address!: string;

  @Field(() => DateScalar, { description: 'The first day; at most a year ahead.' })
  from!: string;

  @Field(() => Int, { description: 'How many clients it may have at once.' })
  @Min(0)
  @Max(5000)
  capacity!: number;
}

/** A service at an address that was put into the register of providers. */
@InputType({ description: 'A service at an address that was put into the register of providers.' })
export class RegisterProviderInput {
  @Field(() => ID, facility)
  @IsUUID()
  facilityId!: string;

  @Field(() => String, { description: 'Number in the register.' })
  @MaxLength(60)
  number!: string;

  @Field(() => ID, { description: 'Code of the service type that is registered; it must be one that such a facility gives.' })
  @MaxLength(60)
  serviceType!: string;

  @Field(() => DateScalar, { description: 'The first day it holds; at most a year ahead.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day it no longer holds; five years later when left out, and at most.',
  })
  validTo?: string | null;
}

/** A registration that is renewed. */
@InputType({ description: 'The renewal of a registration: five years more for the same service, from the day on which the last one ends.' })
export class RenewRegistrationInput {
  @Field(() => ID, facility)
  @IsUUID()
  facilityId!: string;

  @Field(() => String, { description: 'Number in the register.' })
  @MaxLength(60)
  number!: string;
}

/** A registration that ends before its time. */
@InputType({ description: 'A registration that ends before its time.' })
export class EndRegistrationInput {
  @Field(() => ID, facility)
  @IsUUID()
  facilityId!: string;

  @Field(() => DateScalar, { description: 'The first day on which it no longer holds.' })
  on!: string;

  @Field(() => String, { description: 'Why.' })
  @MaxLength(1000)
  reason!: string;
}

/** How many clients a facility may have from a day on. */
@InputType({ description: 'How many clients a facility may have from a day on, until a change that is known for later.' })
export class SetCapacityInput {
  @Field(() => ID, facility)
  @IsUUID()
  facilityId!: string;

  @Field(() => DateScalar, { description: 'From which day; at most a year ahead.' })
  from!: string;

  @Field(() => Int, { description: 'How many clients at once.' })
  @Min(0)
  @Max(5000)
  capacity!: number;
}

/** Beds to be put into service. */
@InputType({ description: 'Beds of one room to be put into service.' })
export class AddPlacesInput {
  @Field(() => ID, facility)
  @IsUUID()
  facilityId!: string;

  @Field(() => String, { description: 'The room or apartment.' })
  @MaxLength(30)
  room!: string;

  @Field(() => [String], { description: 'The beds in it, by number or letter: a place is called ROOM-BED.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @MaxLength(20, { each: true })
  beds!: string[];

  @Field(() => DateScalar, { description: 'From which day; at most a year ahead.' })
  from!: string;
}

/** A bed to be taken out of service. */
@InputType({ description: 'A bed to be taken out of service, for repair or for good.' })
export class RemovePlaceInput {
  @Field(() => ID, facility)
  @IsUUID()
  facilityId!: string;

  @Field(() => String, { description: 'The place by its name, e.g. 12-2.' })
  @MaxLength(60)
  place!: string;

  @Field(() => DateScalar, { description: 'The first day on which it is not in service; at most a year ahead.' })
  on!: string;
}

/** A facility to be closed. */
@InputType({ description: 'A facility to be closed.' })
export class CloseFacilityInput {
  @Field(() => ID, facility)
  @IsUUID()
  facilityId!: string;

  @Field(() => DateScalar, { description: 'The first day on which it no longer works; at most a year ahead.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @MaxLength(1000)
  reason?: string | null;
}
