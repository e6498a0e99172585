import { Allow } from '@atbalsts/auth';
import { DateScalar } from '@atbalsts/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Destination } from '../placement/destination.js';
import { Facility } from './facility.entity.js';

/** How full a facility is on a day. */
@ObjectType({ description: 'How full a facility is on a day, past or future.' })
@Allow('facility.read')
export class Occupancy {
  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => Int, { description: 'How many clients it may have.' })
  capacity!: number;

  @Field(() => Int, { description: 'How many have a place: by a placement that has begun, or tonight without one (night shelter).' })
  occupied!: number;

  @Field(() => Int, { description: 'How many of these are away on that day, with the place kept.' })
  absent!: number;

  @Field(() => Int, { description: 'How many will have a place on that day by a placement that has yet to begin.' })
  reserved!: number;

  @Field(() => Int, { description: 'How many places are free; where people live, no more than beds in service that nobody holds.' })
  free!: number;
}

/** A facility with a free place. */
@ObjectType({ description: 'A facility with a free place.' })
@Allow('facility.read')
export class Vacancy {
  @Field(() => Facility, { description: 'The facility.' })
  facility!: Facility;

  @Field(() => Int, { description: 'How many places are free.' })
  free!: number;
}

/** How many left a facility to where. */
@ObjectType({ description: 'How many left a facility to where.' })
@Allow('facility.read')
export class Movement {
  @Field(() => Destination, { description: 'Where to.' })
  destination!: Destination;

  @Field(() => Int, { description: 'How many left.' })
  count!: number;
}
