import { Allow } from '@atbalsts/auth';
import { type Context, InGraph } from '@atbalsts/graphql';
import { Ctx, Query, Resolver } from 'type-graphql';
import { ServiceType } from './service-type.entity.js';
import { allServiceTypes } from './service-type.loader.js';

/** The catalogue of services: open to every audience. */
@Resolver(() => ServiceType)
export class ServiceTypeResolver {
  @Query(() => [ServiceType], { description: 'Every kind of service, in the order of the 2022 results.' })
  @InGraph('regional', 'partner')
  @Allow('serviceType.read')
  serviceTypes(@Ctx() context: Context): Promise<ServiceType[]> {
    return allServiceTypes(context);
  }
}
