import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Employee } from '../external/employee.js';
import { handOverWork } from './hand-over-work.service.js';
import { HandOverWorkInput, type WorkHandover, WorkHandoverPayload } from './hand-over-work.types.js';
import { OpenWork } from './open-work.js';
import { openWorkOf } from './open-work.loader.js';

/** What employees are responsible for, and handing it over. */
@Resolver(() => Employee)
export class OpenWorkResolver {
  @Mutation(() => WorkHandoverPayload, {
    description:
      'Hands everything that an employee is responsible for over to another, at once: cases, hours and appointments to come, routes of visits, tasks of care, groups. What clashes with what the other has at that time stays, and is told. INVALID or NOT_FOUND for somebody who is not employed today; UNAVAILABLE where the workforce does not answer.',
  })
  @Allow('work.handOver')
  handOverWork(
    @Ctx() context: Context,
    @Arg('input', () => HandOverWorkInput, { description: 'From whom to whom, and why.' }) input: HandOverWorkInput,
  ): Promise<Payload<'handover', WorkHandover>> {
    return handOverWork(context, input);
  }

  @FieldResolver(() => [OpenWork], {
    nullable: true,
    description:
      'What the employee is responsible for with clients: cases, appointments and visits to come, tasks of care, groups, proposals that wait.',
  })
  @Allow('handover.read')
  openWork(@Ctx() context: Context, @Root() employee: Employee): Promise<OpenWork[]> {
    return context.load(openWorkOf, employee.id);
  }
}
