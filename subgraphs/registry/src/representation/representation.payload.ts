import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Representation } from './representation.entity.js';

/** What a change of a representation gives back. */
@ObjectType({ description: 'What a change of a representation gives back.' })
@Allow('representation.read')
export class RepresentationPayload {
  @Field(() => Representation, {
    nullable: true,
    description: 'The representation; null when refused, but the one that exists already on DUPLICATE.',
  })
  representation!: Representation | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
