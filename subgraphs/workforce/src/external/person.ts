import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A person known to a municipality; the registry knows who it is. Here only pointed at. */
@ObjectType({ description: 'A person known to a municipality.' })
@Directive('@key(fields: "id", resolvable: false)')
@Allow('person.read')
export class Person {
  @Field(() => ID, { description: 'Id of the person.' })
  id!: string;
}
