import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { HireInput } from '../hire/hire.input.js';
import { hire } from '../hire/hire.service.js';
import { LeaveInput } from '../leave/leave.input.js';
import { leave } from '../leave/leave.service.js';
import { AssignPostInput } from '../post/assign.input.js';
import { assignPost } from '../post/assign.service.js';
import type { Employee } from './employee.entity.js';
import { EmployeePayload } from './employee.payload.js';

/** How employees come, move and go. */
@Resolver()
export class EmployeeChangeResolver {
  @Mutation(() => EmployeePayload, {
    description:
      'Hires somebody into a unit of your municipality, onto a vacant post of exactly that size; creates the post where none is vacant. INVALID for an empty name, an impossible size or day; NOT_FOUND for the unit; DUPLICATE where the same hire was entered already, which it shows.',
  })
  @Allow('employee.hire')
  hire(
    @Ctx() context: Context,
    @Arg('input', () => HireInput, { description: 'Who, as what and where.' }) input: HireInput,
  ): Promise<Payload<'employee', Employee>> {
    return hire(context, input);
  }

  @Mutation(() => EmployeePayload, {
    description:
      'Gives an employee a post until the employment ends, beside the others or (move) instead of them; creates the post where none is vacant. INVALID where the employee is not employed on that day, or all posts together would exceed 1.5; NOT_FOUND for the employee or the unit; DUPLICATE where it was assigned already.',
  })
  @Allow('post.assign')
  assignPost(
    @Ctx() context: Context,
    @Arg('input', () => AssignPostInput, { description: 'Who holds what.' }) input: AssignPostInput,
  ): Promise<Payload<'employee', Employee>> {
    return assignPost(context, input);
  }

  @Mutation(() => EmployeePayload, {
    description:
      'Records that an employee leaves: the employment and every post held end on that day, the posts stay vacant. WRONG_STATE for one who leaves by then already (an end that is known may be brought forward); INVALID for a day on which one cannot leave; NOT_FOUND for the employee.',
  })
  @Allow('employee.leave')
  leave(
    @Ctx() context: Context,
    @Arg('input', () => LeaveInput, { description: 'Who leaves when.' }) input: LeaveInput,
  ): Promise<Payload<'employee', Employee>> {
    return leave(context, input);
  }
}
