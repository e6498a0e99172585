import { newId, periodContains } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Employee, Employment } from '../employee/employee.entity.js';
import { TrainingRecord } from '../obligation/hours.entity.js';
import type { RecordTrainingInput } from './training.input.js';
import { hundredthsOf, trainingProblems } from './training.rules.js';

/**
 * Records training of an employee of the own municipality. NOT_FOUND where there is no such employee; INVALID where the day lies in the
 * future or outside the employment, or the hours of the day cannot be right.
 */
export function recordTraining(context: Context, input: RecordTrainingInput): Promise<Payload<'employee', Employee>> {
  return mutate(context, 'employee', async () => {
    const { em, municipality, today } = context;
    // Held until the end, so that two entries of one day see one another.
    const employee = await em.findOne(Employee, { id: input.employeeId, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!employee)
      refuse(
        ProblemCode.NOT_FOUND,
        'Šāda darbinieka jūsu pašvaldībā nav.',
        'There is no such employee in your municipality.',
        'employeeId',
      );
    const employments = await em.find(Employment, { employeeId: employee.id });
    const sameDay = await em.find(TrainingRecord, { employeeId: employee.id, on: input.on });
    const problems = trainingProblems(
      {
        ...input,
        sameDayHundredths: sameDay.reduce((sum, record) => sum + record.hoursHundredths, 0),
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
