import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { ServiceRequest } from '../service-request/service-request.entity.js';
import { requestById } from '../service-request/service-request.loader.js';
import { changeWaitingOrder } from './change-order.service.js';
import { ChangeWaitingOrderInput } from './waiting-list.input.js';
import { changesOf, entryOfRequest, positionOf } from './waiting-list.loader.js';
import { WaitingListPayload } from './waiting-list.payload.js';
import { waitingList } from './waiting-list.service.js';
import { WaitingListChange } from './waiting-list-change.entity.js';
import { WaitingListEntry } from './waiting-list-entry.entity.js';

/** Waiting lists of the own municipality. */
@Resolver(() => WaitingListEntry)
export class WaitingListResolver {
  @Query(() => [WaitingListEntry], { description: 'Who waits for a service in your municipality, the next first.' })
  @Allow('waitingList.read')
  waitingList(
    @Ctx() context: Context,
    @Arg('serviceType', () => ID, { description: 'Code of the kind of service.' }) serviceType: string,
  ): Promise<WaitingListEntry[]> {
    return waitingList(context, serviceType);
  }

  @Mutation(() => WaitingListPayload, {
    description:
      'Changes the urgency of somebody who waits, or the day from which the wait counts. Whoever looks at the list can read the reason.',
  })
  @Allow('waitingList.change')
  changeWaitingOrder(
    @Ctx() context: Context,
    @Arg('input', () => ChangeWaitingOrderInput, { description: 'Whose place changes, how and why.' }) input: ChangeWaitingOrderInput,
  ): Promise<Payload<'entry', WaitingListEntry>> {
    return changeWaitingOrder(context, input);
  }

  @FieldResolver(() => Int, { description: 'Place in the list, from 1: by urgency, then by date.' })
  async position(@Ctx() context: Context, @Root() { id, place }: WaitingListEntry): Promise<number | null> {
    return place ?? (await context.load(positionOf, id));
  }

  @FieldResolver(() => [WaitingListChange], { description: 'Why the place changed since the entry was made, the latest first.' })
  changes(@Ctx() context: Context, @Root() { id }: WaitingListEntry): Promise<WaitingListChange[]> {
    return context.load(changesOf, id);
  }

  @FieldResolver(() => ServiceRequest, { description: 'What was asked for, by whom.' })
  @Allow('request.read')
  request(@Ctx() context: Context, @Root() entry: WaitingListEntry): Promise<ServiceRequest | null> {
    return context.load(requestById, entry.requestId);
  }
}

/** Changes of the order of a waiting list. */
@Resolver(() => WaitingListChange)
export class WaitingListChangeResolver {
  @FieldResolver(() => Employee, { description: 'Who changed it.' })
  changedBy(@Root() { changerId }: WaitingListChange): Employee {
    return employeeRef(changerId);
  }
}

/** What a waiting list adds to a request. */
@Resolver(() => ServiceRequest)
export class RequestWaitingResolver {
  @FieldResolver(() => WaitingListEntry, {
    nullable: true,
    description: 'Where in the queue the person stands; null for who does not wait.',
  })
  @Allow('waitingList.read')
  waiting(@Ctx() context: Context, @Root() { id }: ServiceRequest): Promise<WaitingListEntry | null> {
    return context.load(entryOfRequest, id);
  }
}
