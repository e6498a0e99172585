import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Household } from './household.entity.js';

/** What a change of a household gives back. */
@ObjectType({ description: 'What a change of a household gives back.' })
@Allow('household.read')
export class HouseholdPayload {
  @Field(() => Household, { nullable: true, description: 'The household; null when refused.' })
  household!: Household | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
