import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Task, TaskChange } from './task.entity.js';

/** Tasks by id; null for one that does not exist or is not of the principal's municipality. */
export const taskById: BatchLoad<string, Task | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Task, { id: { $in: idsAmong(ids) } }), (t) => t.id);

/** All tasks of a goal in the printed order, each followed by its sub-tasks. */
export const tasksOfGoal: BatchLoad<string, Task[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(Task, { goalId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }), (t) => t.goalId);

/** All tasks of a strategy in the printed order. */
export const tasksOfStrategy: BatchLoad<string, Task[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(Task, { strategyId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }), (t) => t.strategyId);

/** Changes of a task, the oldest first. */
export const changesOf: BatchLoad<string, TaskChange[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(TaskChange, { taskId: { $in: [...ids] } }, { orderBy: { on: 'asc', id: 'asc' } }), (c) => c.taskId);
