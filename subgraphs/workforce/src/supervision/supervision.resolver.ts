import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Employee } from '../employee/employee.entity.js';
import { EmployeePayload } from '../employee/employee.payload.js';
import { RecordSupervisionInput } from './supervision.input.js';
import { recordSupervision } from './supervision.service.js';

/** Supervision of employees. */
@Resolver()
export class SupervisionResolver {
  @Mutation(() => EmployeePayload, {
    description:
      'Records supervision of an employee, alone or in a group. NOT_FOUND where there is none in your municipality; INVALID for a day in the future or outside the employment, or impossible hours.',
  })
  @Allow('supervision.record')
  recordSupervision(
    @Ctx() context: Context,
    @Arg('input', () => RecordSupervisionInput, { description: 'The supervision.' }) input: RecordSupervisionInput,
  ): Promise<Payload<'employee', Employee>> {
    return recordSupervision(context, input);
  }
}
