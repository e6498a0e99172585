import { addMonths } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { EmployeeAbsence } from '../absence/absence.entity.js';
import type { Employee } from '../employee/employee.entity.js';
import { publishEmployee } from '../employee/employee.facts.js';
import { holdEmployee } from '../employee/employee.hold.js';
import { SupervisionRecord, TrainingRecord } from '../obligation/hours.entity.js';
import { PostAssignmentRow } from '../post/post.entity.js';
import type { LeaveInput } from './leave.input.js';
import { endedBy, leaveProblems } from './leave.rules.js';

/**
 * Ends the employment of an employee of the own municipality, and with it every post held: they stay, vacant. What would have begun on or after that day
 * is taken back. NOT_FOUND for the employee; WRONG_STATE for one who leaves by then already; INVALID for a day on which one cannot leave.
 */
export function leave(context: Context, { employeeId, on }: LeaveInput): Promise<Payload<'employee', Employee>> {
  return mutate(context, 'employee', async () => {
    const { em, today } = context;
    const { employee, employments } = await holdEmployee(context, employeeId);
    const standsIn = await em.find(EmployeeAbsence, { substituteId: employee.id, until: { $gt: on } }, { orderBy: { from: 'asc' } });
    const problems = leaveProblems({
      on,
      employments,
      lastHoursOn: await lastHoursOf(context, employee.id),
      latest: addMonths(today, 12),
      standsInUntil: standsIn.at(-1)?.until ?? null,
    });
    if (problems.length) throw new Refusal(problems);
    const assignments = await em.find(PostAssignmentRow, { employeeId: employee.id });
    const absences = await em.find(EmployeeAbsence, { employeeId: employee.id });
    for (const period of [...employments, ...assignments, ...absences]) {
      const what = endedBy(period, on);
      if (what === 'ends') period.until = on;
      if (what === 'never') em.remove(period);
    }
    await publishEmployee(context, employee.id);
    await context.audit.write(em, { action: 'employee.leave', object: `employee:${employee.id}`, fields: ['on'] });
    return employee;
  });
}

/** The last day for which hours of an employee are recorded. */
async function lastHoursOf({ em }: Context, employeeId: string): Promise<string | null> {
  const last = { orderBy: { on: 'desc' }, limit: 1 } as const;
  const [[training], [supervision]] = [
    await em.find(TrainingRecord, { employeeId }, last),
    await em.find(SupervisionRecord, { employeeId }, last),
  ];
  return (
    [training?.on, supervision?.on]
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  );
}
