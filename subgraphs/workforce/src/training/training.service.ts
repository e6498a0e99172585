import { newId, periodContains } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import type { Employee } from '../employee/employee.entity.js';
import { holdEmployee } from '../employee/employee.hold.js';
import { TrainingRecord } from '../obligation/hours.entity.js';
import { hundredthsOf } from '../obligation/hours.rules.js';
import { hundredthsOnDay } from '../obligation/same-day.js';
import type { RecordTrainingInput } from './training.input.js';
import { trainingProblems } from './training.rules.js';

/**
 * Records training of an employee of the own municipality. NOT_FOUND where there is no such employee; INVALID where the day lies in the
 * future or outside the employment, or the hours of the day cannot be right.
 */
export function recordTraining(context: Context, input: RecordTrainingInput): Promise<Payload<'employee', Employee>> {
  return mutate(context, 'employee', async () => {
    const { em, municipality, today } = context;
    const { employee, employments } = await holdEmployee(context, input.employeeId);
    const problems = trainingProblems(
      {
        ...input,
        sameDayHundredths: await hundredthsOnDay(em, employee.id, input.on),
        employed: employments.some((one) => periodContains(one.from, one.until, input.on)),
      },
      today,
    );
    if (problems.length) throw new Refusal(problems);
    const record = em.create(TrainingRecord, {
      id: newId(),
      municipality,
      employeeId: employee.id,
      on: input.on,
      topic: input.topic.trim(),
      hoursHundredths: hundredthsOf(input.hours),
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'training.record',
      object: `training-record:${record.id}`,
      fields: ['employeeId', 'on', 'topic', 'hours'],
    });
    return employee;
  });
}
