import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Person } from './person.entity.js';

/** What a change of a person gives back. */
@ObjectType({ description: 'What a change of a person gives back.' })
@Allow('person.read')
export class PersonPayload {
  @Field(() => Person, { nullable: true, description: 'The person; null when refused, but the one that exists already on DUPLICATE.' })
  person!: Person | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
