import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Placement } from './placement.entity.js';

/** What a change of a placement gives back. */
@ObjectType({ description: 'What a change of a placement gives back.' })
@Allow('placement.read')
export class PlacementPayload {
  @Field(() => Placement, { nullable: true, description: 'The placement; null when refused.' })
  placement!: Placement | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
