import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A household of the registry. Here only pointed at. */
@ObjectType({ description: 'Persons who live together and share the costs.' })
@Directive('@key(fields: "id", resolvable: false)')
@Allow('household.read')
export class Household {
  @Field(() => ID, { description: 'Id of the household.' })
  id!: string;
}
