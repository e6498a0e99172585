import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Employee } from '../employee/employee.entity.js';
import { EmployeePayload } from '../employee/employee.payload.js';
import { RecordTrainingInput } from './training.input.js';
import { recordTraining } from './training.service.js';

/** Training of employees. */
@Resolver()
export class TrainingResolver {
  @Mutation(() => EmployeePayload, {
    description:
      'Records training of an employee. NOT_FOUND where there is none in your municipality; INVALID for a day in the future or outside the employment, or impossible hours.',
  })
  @Allow('training.record')
  recordTraining(
    @Ctx() context: Context,
    @Arg('input', () => RecordTrainingInput, { description: 'The training.' }) input: RecordTrainingInput,
  ): Promise<Payload<'employee', Employee>> {
    return recordTraining(context, input);
  }
}
