import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar, FundingSource } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { TypedState } from './task.rules.js';
import { TaskState } from './task.state.js';

/** A task of a strategy; the measures of the Bauska strategy are sub-tasks. */
@Entity()
@ObjectType({ description: 'A task of a strategy (uzdevums, rīcība); a sub-task names its parent.' })
@Directive('@key(fields: "id")')
@Allow('strategy.read')
export class Task extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the task.' })
  override id!: string;

  @Property({ type: 'uuid' })
  strategyId!: string;

  @Property({ type: 'uuid' })
  goalId!: string;

  @Property({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Property({ type: 'text' })
  @Field(() => ID, { description: 'Its number within the strategy, as printed, e.g. 2.4.1.' })
  code!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  titleLv!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'text' })
  resultLv!: string;

  @Property({ type: 'text' })
  resultEn!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'First year of the work.' })
  fromYear!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Last year of the work, included.' })
  untilYear!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The term as the document prints it, where that is more or other than two years.' })
  termPrinted!: string | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who answers for it, as printed.' })
  responsible!: string;

  @Enum({ items: () => FundingSource, array: true, nativeEnumName: undefined, columnType: 'text[]' })
  @Field(() => [FundingSource], { description: 'Who pays for it.' })
  funding!: FundingSource[];

  /** What somebody entered; null where the state follows from the years. */
  @Property({ type: 'text', nullable: true })
  typedState!: TypedState | null;

  /** The last change: new evidence alone is a change too, and makes a new version. */
  @Property({ type: 'uuid', nullable: true })
  lastChangeId!: string | null;

  /** The day as of which `state` is asked; today where it is not set. */
  asOf?: { on: string; typed: TypedState | null };

  @Field(() => Int, { description: 'Grows with each change; a write names the version it has seen.' })
  override version!: number;
}

/** What was changed of a task, and on what evidence. Never changed afterwards. */
@Entity()
@ObjectType({ description: 'What was changed of a task, and on what evidence.' })
@Allow('strategy.read')
export class TaskChange extends TenantEntity {
  @Property({ type: 'uuid' })
  taskId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => TaskState, { nullable: true, description: 'The state that was entered; null where another thing was changed.' })
  state!: TypedState | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The new first year; null where it stayed.' })
  fromYear!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The new last year; null where it stayed.' })
  untilYear!: number | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The document, decision or observation it rests on.' })
  evidence!: string;

  /** Subject of the token of whoever changed it. */
  @Property({ type: 'text' })
  subject!: string;
}
