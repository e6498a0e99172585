import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Somebody known to a municipality; the registry knows who it is. */
@ObjectType({ description: 'A person known to a municipality.' })
@Directive('@key(fields: "id")')
@Allow('person.read')
export class Person {
  @Field(() => ID, { description: 'Id of the person.' })
  id!: string;
}

/** The reference to a person of the registry. */
export const personRef = (id: string): Person => Object.assign(new Person(), { id });
