import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';

/** What recording a night gives back. */
@ObjectType({ description: 'What recording a night gives back.' })
@Allow('night.record')
export class NightStayPayload {
  @Field(() => Boolean, {
    description:
      'True where the night is on record, by this call or by one before: whoever asks twice gets the same answer. False when refused.',
  })
  recorded!: boolean;

  @Field(() => Boolean, { description: 'True where it was on record before this call.' })
  repeated!: boolean;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
