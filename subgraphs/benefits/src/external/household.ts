import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Persons who live together and share the costs; the registry knows its members. */
@ObjectType({ description: 'Persons who live together and share the costs: the unit of a means test.' })
@Directive('@key(fields: "id")')
@Allow('household.read')
export class Household {
  @Field(() => ID, { description: 'Id of the household.' })
  id!: string;
}

/** The reference to a household of the registry. */
export const householdRef = (id: string): Household => Object.assign(new Household(), { id });
