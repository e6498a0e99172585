import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Consent } from './consent.entity.js';

/** What a change of a consent gives back. */
@ObjectType({ description: 'What a change of a consent gives back.' })
@Allow('consent.read')
export class ConsentPayload {
  @Field(() => Consent, { nullable: true, description: 'The consent; null when refused, but the one that exists already on DUPLICATE.' })
  consent!: Consent | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
