import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Task } from './task.entity.js';

/** What a change of a task gives back. */
@ObjectType({ description: 'What a change of a task gives back.' })
@Allow('strategy.read')
export class TaskPayload {
  @Field(() => Task, { nullable: true, description: 'The task; null when refused.' })
  task!: Task | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
