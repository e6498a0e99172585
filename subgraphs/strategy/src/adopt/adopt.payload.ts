import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Strategy } from '../strategy/strategy.entity.js';

/** What adopting a strategy gives back. */
@ObjectType({ description: 'What adopting a strategy gives back.' })
@Allow('strategy.read')
export class StrategyPayload {
  @Field(() => Strategy, {
    nullable: true,
    description: 'The strategy; null when refused, except DUPLICATE, which shows the one that exists.',
  })
  strategy!: Strategy | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
