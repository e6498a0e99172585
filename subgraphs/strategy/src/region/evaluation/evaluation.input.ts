import { Allow } from '@atbalsts/auth';
import { InGraph, Problem } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { RegionEvaluation } from './evaluation.entity.js';

/** What a region found over three years. */
@InputType({ description: 'What a region found over three years; the figures of the published reports are added by themselves.' })
export class EvaluateRegionInput {
  @Field(() => Int, { description: 'The first of the three years, which must be over; right after those of the evaluation before.' })
  fromYear!: number;

  @Field(() => String, { description: 'What was done, and how well.' })
  @MaxLength(20000)
  whatAndHowWell!: string;

  @Field(() => String, { description: 'Whether anyone is better off.' })
  @MaxLength(20000)
  betterOff!: string;

  @Field(() => String, { description: 'How clients feel about it.' })
  @MaxLength(20000)
  howClientsFeel!: string;

  @Field(() => String, { description: 'What it cost.' })
  @MaxLength(20000)
  whatItCost!: string;

  @Field(() => String, { description: 'What follows from it.' })
  @MaxLength(20000)
  conclusions!: string;
}

/** What evaluating gives back. */
@ObjectType({ description: 'What evaluating a programme gives back.' })
@Allow('region.evaluation.read')
export class RegionEvaluationPayload {
  @InGraph('regional')
  @Field(() => RegionEvaluation, { nullable: true, description: 'The evaluation; null when refused.' })
  evaluation!: RegionEvaluation | null;

  @InGraph('regional')
  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
