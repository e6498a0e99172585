import { Allow } from '@atbalsts/auth';
import { type BatchLoad, type Connection, type Context, DateScalar, groupedInOrder, PageArgs, type Payload } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayList } from '../day-list.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { PayloadOf } from '../payload-of.js';
import { ServiceType } from '../service-type/service-type.entity.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { RecordTripInput, Trip, TripConnection, TripRider } from './trip.js';
import { recordTrip } from './trip.service.js';

const TripPayload = PayloadOf(() => Trip, 'trip', 'TripPayload', 'trip.read');

const ridersOf: BatchLoad<string, TripRider[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(TripRider, { tripId: { $in: [...ids] } }, { orderBy: { id: 'asc' } }), (rider) => rider.tripId);

@ArgsType()
class TripsArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'Only those of this day.' })
  on?: string | null;
}

/** Trips of the vehicles of the service. */
@Resolver(() => Trip)
export class TripResolver {
  @Query(() => TripConnection, { description: 'Trips of the vehicles of your municipality, the latest first.' })
  @Allow('trip.read')
  trips(@Ctx() context: Context, @Args() args: TripsArgs): Promise<Connection<Trip>> {
    return dayList(context, Trip, args.on ? { on: args.on } : {}, args, { by: 'departsAt', direction: 'desc' });
  }

  @Mutation(() => TripPayload, { description: 'Records a trip with its riders, once for its key: a delivery for each of them.' })
  @Allow('trip.record')
  recordTrip(
    @Ctx() context: Context,
    @Arg('input', () => RecordTripInput, { description: 'The trip.' }) input: RecordTripInput,
  ): Promise<Payload<'trip', Trip>> {
    return recordTrip(context, input);
  }

  @FieldResolver(() => ServiceType, { nullable: true, description: 'By which service.' })
  serviceType(@Ctx() context: Context, @Root() trip: Trip): Promise<ServiceType | null> {
    return context.load(serviceTypeByCode, trip.serviceType);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who drove; null where nobody of the staff did.' })
  driver(@Root() { driverId }: Trip): Employee | null {
    return driverId ? employeeRef(driverId) : null;
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who came along to help.' })
  assistant(@Root() { assistantId }: Trip): Employee | null {
    return assistantId ? employeeRef(assistantId) : null;
  }

  @FieldResolver(() => [Person], { description: 'Who rode.' })
  async riders(@Ctx() context: Context, @Root() trip: Trip): Promise<Person[]> {
    return (await context.load(ridersOf, trip.id)).map(({ personId }) => personRef(personId));
  }
}
