import { Allow } from '@atbalsts/auth';
import { type Context, Language, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Indicator } from '../indicator/indicator.entity.js';
import { indicatorsOf } from '../indicator/indicator.loader.js';
import { inLanguage, languageArg } from '../label.js';
import { Task, TaskChange } from './task.entity.js';
import { UpdateTaskInput } from './task.input.js';
import { changesOf, taskById } from './task.loader.js';
import { TaskPayload } from './task.payload.js';
import { type DerivedState, taskStateOn } from './task.rules.js';
import { updateTask } from './task.service.js';
import { TaskState } from './task.state.js';

/** Tasks of the own municipality's strategies. */
@Resolver(() => Task)
export class TaskResolver {
  @Mutation(() => TaskPayload, {
    description:
      'Changes the state, the years or the responsible of a task, on evidence. LATE is INVALID: it follows from the years. STALE where somebody changed it meanwhile.',
  })
  @Allow('task.update')
  updateTask(
    @Ctx() context: Context,
    @Arg('input', () => UpdateTaskInput, { description: 'The change.' }) input: UpdateTaskInput,
  ): Promise<Payload<'task', Task>> {
    return updateTask(context, input);
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task it is a sub-task of.' })
  parent(@Ctx() context: Context, @Root() task: Task): Promise<Task | null> | null {
    return task.parentId ? context.load(taskById, task.parentId) : null;
  }

  @FieldResolver(() => String, { description: 'What is to be done.' })
  title(@Root() task: Task, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, task.titleLv, task.titleEn);
  }

  @FieldResolver(() => String, { description: 'What is expected of it.' })
  result(@Root() task: Task, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, task.resultLv, task.resultEn);
  }

  @FieldResolver(() => TaskState, { description: 'Where it stands today; in a progress report, where it stood at the end of its year.' })
  state(@Ctx() context: Context, @Root() task: Task): DerivedState {
    const { fromYear, untilYear, asOf } = task;
    return asOf
      ? taskStateOn({ fromYear, untilYear, typed: asOf.typed }, asOf.on)
      : taskStateOn({ fromYear, untilYear, typed: task.typedState }, context.today);
  }

  @FieldResolver(() => [Indicator], { description: 'How one sees that it succeeds.' })
  indicators(@Ctx() context: Context, @Root() task: Task): Promise<Indicator[]> {
    return context.load(indicatorsOf, task.id);
  }

  @FieldResolver(() => [TaskChange], { description: 'What was changed of it, on what evidence, the oldest first.' })
  changes(@Ctx() context: Context, @Root() task: Task): Promise<TaskChange[]> {
    return context.load(changesOf, task.id);
  }
}
