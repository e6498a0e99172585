import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Indicator } from '../indicator/indicator.entity.js';

/** What recording a value gives back. */
@ObjectType({ description: 'What recording the value of an indicator gives back.' })
@Allow('strategy.read')
export class IndicatorPayload {
  @Field(() => Indicator, { nullable: true, description: 'The indicator; null when refused.' })
  indicator!: Indicator | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
