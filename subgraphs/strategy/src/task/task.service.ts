import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Task, TaskChange } from './task.entity.js';
import type { UpdateTaskInput } from './task.input.js';
import { type TypedState, taskChangeProblems } from './task.rules.js';

/**
 * Changes a task on evidence, and keeps the evidence. NOT_FOUND where the municipality has no such task, STALE on an old version,
 * INVALID for LATE, impossible years or missing evidence.
 */
export function updateTask(context: Context, input: UpdateTaskInput): Promise<Payload<'task', Task>> {
  return mutate(context, 'task', async () => {
    const { em, municipality, today, principal } = context;
    // Held until the end: of two changes from one version the second waits, and sees that it is stale.
    const task = await em.findOne(Task, { id: input.taskId, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!task) refuse(ProblemCode.NOT_FOUND, 'Šāda uzdevuma jūsu pašvaldībā nav.', 'There is no such task in your municipality.', 'taskId');
    if (task.version !== input.version) refuseStale();
    const problems = taskChangeProblems(input, task);
    if (problems.length) throw new Refusal(problems);
    const state = (input.state ?? null) as TypedState | null;
    task.typedState = state ?? task.typedState;
    task.fromYear = input.fromYear ?? task.fromYear;
    task.untilYear = input.untilYear ?? task.untilYear;
    task.responsible = input.responsible?.trim() ?? task.responsible;
    task.lastChangeId = newId();
    em.create(TaskChange, {
      id: task.lastChangeId,
      municipality,
      taskId: task.id,
      on: today,
      state,
      fromYear: input.fromYear ?? null,
      untilYear: input.untilYear ?? null,
      evidence: input.evidence.trim(),
      subject: principal.subject,
    });
    await em.flush();
    const fields = (['state', 'fromYear', 'untilYear', 'responsible', 'evidence'] as const).filter((field) => input[field] != null);
    await context.audit.write(em, { action: 'task.update', object: `task:${task.id}`, fields });
    return task;
  });
}
