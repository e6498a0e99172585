import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, EuroScalar, InGraph, StatisticalCount } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { RegionYear } from './evaluation.rules.js';

/** The four questions over all towns of a region, for a year. */
@ObjectType({ description: 'The four questions over all municipalities of a region for a year, out of what they published.' })
@Allow('region.evaluation.read')
export class RegionMonitoring {
  @InGraph('regional')
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @InGraph('regional')
  @Field(() => Int, { description: 'How many municipalities published a report with these answers.' })
  towns!: number;

  @InGraph('regional')
  @Field(() => Int, { description: 'How many municipalities the region had on the last day of the year.' })
  townsOfTheDay!: number;

  @InGraph('regional')
  @Field(() => StatisticalCount, {
    description: 'What was done: clients of these municipalities; withheld where one of them withholds its own.',
  })
  outputs!: StatisticalCount;

  @InGraph('regional')
  @Field(() => Float, {
    nullable: true,
    description: 'Is anyone better off: the mean of the shares of goals achieved, 0 to 1; null where none is known.',
  })
  goalsAchievedShare!: number | null;

  @InGraph('regional')
  @Field(() => Float, { nullable: true, description: 'How do clients feel: 1 to 5, weighted by answers; null where none is known.' })
  satisfaction!: number | null;

  @InGraph('regional')
  @Field(() => StatisticalCount, { description: 'How many answers that rests on.' })
  surveyAnswers!: StatisticalCount;

  @InGraph('regional')
  @Field(() => EuroScalar, {
    nullable: true,
    description: 'What it cost per client, weighted by clients; null where clients are withheld or no cost is known.',
  })
  costPerClient!: number | null;
}

/** What a region found over three years. */
@Entity({ tableName: 'region_evaluation' })
@ObjectType({
  description:
    'Every third year a region judges its programme: findings to the four questions, beside what the published reports said that day.',
})
@Allow('region.evaluation.read')
export class RegionEvaluation extends TenantEntity {
  @InGraph('regional')
  @Field(() => ID, { description: 'Id of the evaluation.' })
  override id!: string;

  /** Code of the planning region. */
  @Property({ type: 'text' })
  region!: string;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'The first of its three years.' })
  fromYear!: number;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'The last of its three years.' })
  untilYear!: number;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'What was done, and how well.' })
  whatAndHowWell!: string;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'Whether anyone is better off.' })
  betterOff!: string;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'How clients feel about it.' })
  howClientsFeel!: string;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'What it cost.' })
  whatItCost!: string;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'What follows from it.' })
  conclusions!: string;

  /** As they stood on the day; never counted anew. */
  @Property({ type: 'json', fieldName: 'figures' })
  kept!: RegionYear[];

  @Property({ type: 'date' })
  @InGraph('regional')
  @Field(() => DateScalar, { description: 'When it was made.' })
  evaluatedOn!: string;

  /** Subject of whoever made it. */
  @Property({ type: 'text' })
  evaluatedBy!: string;
}
