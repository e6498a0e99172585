import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ServiceRequest } from '../service-request/service-request.entity.js';
import { requestById } from '../service-request/service-request.loader.js';
import { waitingList } from './waiting-list.service.js';
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

  @FieldResolver(() => ServiceRequest, { description: 'What was asked for, by whom.' })
  @Allow('request.read')
  request(@Ctx() context: Context, @Root() entry: WaitingListEntry): Promise<ServiceRequest | null> {
    return context.load(requestById, entry.requestId);
  }
}
