import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { unknownEmployees } from '../external/employee.ask.js';
import { grantedAt } from '../service-request/granted-request.js';
import type { ServiceRequest } from '../service-request/service-request.entity.js';
import { CarePlan, CareTask, PaperState } from './care-plan.entity.js';
import type { MakeCarePlanInput } from './care-plan.input.js';
import { planProblems } from './care-plan.rules.js';

/**
 * Makes the care plan of a granted service; the one that counted is replaced in the same transaction. Refuses NOT_FOUND (also for an employee whom the
 * workforce does not know), STALE, WRONG_STATE unless the service is granted, and INVALID.
 */
export function makeCarePlan(context: Context, input: MakeCarePlanInput): Promise<Payload<'serviceRequest', ServiceRequest>> {
  return mutate(context, 'serviceRequest', async () => {
    const { em, municipality, employee, today } = context;
    const named = input.tasks.flatMap(({ employeeId }, at) => (employeeId ? [{ field: `tasks.${at}.employeeId`, id: employeeId }] : []));
    const unknown = named.length ? await unknownEmployees(context, named) : [];
    if (unknown.length) throw new Refusal(unknown);
    const request = await grantedAt(context, input.requestId, input.version);
    const problems = planProblems(input, request);
    if (problems.length) throw new Refusal(problems);
    const before = await em.findOne(CarePlan, { requestId: request.id, state: PaperState.ACTIVE });
    if (before) {
      Object.assign(before, { state: PaperState.REPLACED, endedOn: today });
      await em.flush(); // the index allows one that counts
    }
    const plan = em.create(CarePlan, {
      id: newId(),
      municipality,
      requestId: request.id,
      personId: request.personId,
      madeOn: today,
      makerId: employee,
      goal: input.goal.trim(),
      state: PaperState.ACTIVE,
      endedOn: null,
    } as never);
    input.tasks.forEach((task, at) => {
      em.create(CareTask, {
        id: newId(),
        municipality,
        planId: plan.id,
        place: at + 1,
        text: task.text.trim(),
        timesAWeek: task.timesAWeek,
        minutes: task.minutes,
        employeeId: task.employeeId ?? null,
        byWhom: task.byWhom?.trim() || null,
        from: task.from,
        until: task.until ?? null,
      });
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'carePlan.make',
      personId: request.personId,
      object: `care-plan:${plan.id}`,
      fields: ['goal', 'tasks', ...(before ? ['replaces'] : [])],
    });
    return request;
  });
}
