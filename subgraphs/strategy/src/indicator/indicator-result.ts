import { Allow } from '@atbalsts/auth';
import { Field, Float, ObjectType } from 'type-graphql';
import { Task } from '../task/task.entity.js';
import { Indicator } from './indicator.entity.js';

/** What an indicator shows in a year. */
@ObjectType({ description: 'What an indicator shows in a year.' })
@Allow('report.read')
export class IndicatorResult {
  @Field(() => Indicator, { description: 'The indicator.' })
  indicator!: Indicator;

  @Field(() => Task, { description: 'The task it belongs to.' })
  task!: Task;

  @Field(() => Float, {
    nullable: true,
    description: 'What was reached: the figure of its report row, or the recorded value; null where there is none yet.',
  })
  actual!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What should be reached in this year, at least; null where nothing was set, as in a baseline year.',
  })
  target!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was reached; null where the figure or the target is missing.' })
  met!: boolean | null;
}
