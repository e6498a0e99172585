import { newId, periodContains } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import type { Employee } from '../employee/employee.entity.js';
import { holdEmployee } from '../employee/employee.hold.js';
import { SupervisionRecord } from '../obligation/hours.entity.js';
import { hundredthsOf } from '../obligation/hours.rules.js';
import { hundredthsOnDay } from '../obligation/same-day.js';
import type { RecordSupervisionInput } from './supervision.input.js';
import { supervisionProblems } from './supervision.rules.js';

/**
 * Records supervision of an employee of the own municipality. NOT_FOUND where there is no such employee; INVALID where the day lies in the future or
 * outside the employment, or the hours of the day cannot be right.
 */
export function recordSupervision(context: Context, input: RecordSupervisionInput): Promise<Payload<'employee', Employee>> {
  return mutate(context, 'employee', async () => {
    const { em, municipality, today } = context;
    const { employee, employments } = await holdEmployee(context, input.employeeId);
    const problems = supervisionProblems(
      {
        ...input,
        sameDayHundredths: await hundredthsOnDay(em, employee.id, input.on),
        employed: employments.some((one) => periodContains(one.from, one.until, input.on)),
      },
      today,
    );
    if (problems.length) throw new Refusal(problems);
    const { on, form } = input;
    const hoursHundredths = hundredthsOf(input.hours);
    const record = em.create(SupervisionRecord, { id: newId(), municipality, employeeId: employee.id, on, form, hoursHundredths });
    await em.flush();
    await context.audit.write(em, {
      action: 'supervision.record',
      object: `supervision-record:${record.id}`,
      fields: ['employeeId', 'on', 'form', 'hours'],
    });
    return employee;
  });
}
