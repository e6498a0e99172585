import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A household of the registry. */
@ObjectType({ description: 'Persons who live together and share the costs.' })
@Directive('@key(fields: "id", resolvable: false)')
@Allow('household.read')
export class Household {
  @Field(() => ID, { description: 'Id of the household.' })
  id!: string;
}

/** The reference to a household of the registry. */
export const householdRef = (id: string): Household => Object.assign(new Household(), { id });
