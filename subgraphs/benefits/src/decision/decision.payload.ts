import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Decision } from './decision.entity.js';

/** What a change of a decision gives back. */
@ObjectType({ description: 'What a change of a decision gives back.' })
@Allow('decision.read')
export class DecisionPayload {
  @Field(() => Decision, { nullable: true, description: 'The decision; null when refused.' })
  decision!: Decision | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
