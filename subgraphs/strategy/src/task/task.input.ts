import { IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TaskState } from './task.state.js';

/** A change of a task; what is left out stays. */
@InputType({ description: 'A change of a task; what is left out stays as it is.' })
export class UpdateTaskInput {
  @Field(() => ID, { description: 'Id of the task.' })
  @IsUUID('all')
  taskId!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  version!: number;

  @Field(() => TaskState, { nullable: true, description: 'Where it stands; LATE follows from the years and is not entered.' })
  state?: TaskState | null;

  @Field(() => Int, { nullable: true, description: 'First year of the work.' })
  fromYear?: number | null;

  @Field(() => Int, { nullable: true, description: 'Last year of the work, included.' })
  untilYear?: number | null;

  @Field(() => String, { nullable: true, description: 'Who answers for it.' })
  @MaxLength(400)
  responsible?: string | null;

  @Field(() => String, { description: 'The document, decision or observation it rests on.' })
  @MaxLength(2000)
  evidence!: string;
}
