import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Facility } from '../facility/facility.entity.js';
import { Placement } from '../placement/placement.entity.js';

/** What a change of a facility gives back. */
@ObjectType({ description: 'What a change of a facility gives back.' })
@Allow('facility.read')
export class FacilityPayload {
  @Field(() => Facility, { nullable: true, description: 'The facility; null when refused.' })
  facility!: Facility | null;

  @Field(() => [Placement], {
    description: 'Who stands in the way: stays and reservations (at most 50) because of which it was refused; empty otherwise.',
  })
  @Allow('placement.read')
  inTheWay!: Placement[];

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
