import { Allow } from '@atbalsts/auth';
import { BadInput, type Connection, type Context, DateScalar, PageArgs } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ServiceType, serviceTypeRef } from '../external/service-type.js';
import { type Placement, PlacementConnection } from '../placement/placement.entity.js';
import { findPlacements } from '../placement/placement.list.js';
import { waitingListOf } from '../queue/queue.loader.js';
import { FacilityWaitingEntry } from '../queue/waiting.entity.js';
import { boardOn, PlaceOnDay } from './board.js';
import { Facility } from './facility.entity.js';
import { facilityById, movementsIn, occupancyOn, registrationOf } from './facility.loader.js';
import { findFacilities, findLapsing, findVacancies, lapseShownAhead } from './facility.service.js';
import { FacilityKind } from './facility-kind.js';
import { Movement, Occupancy, Vacancy } from './occupancy.js';
import { ProviderRegistration } from './registration.entity.js';

const on = { nullable: true, description: 'The day; today when left out.' };

@ArgsType()
class PlacementsArgs extends PageArgs {
  @Field(() => DateScalar, on)
  on?: string | null;
}

/** Facilities of the own municipality. */
@Resolver(() => Facility)
export class FacilityResolver {
  @Query(() => [Facility], {
    description: 'The facilities of your municipality that work, by kind and name; a closed one is found by its id.',
  })
  @Allow('facility.read')
  facilities(
    @Ctx() context: Context,
    @Arg('kind', () => FacilityKind, { nullable: true, description: 'Only those of this kind.' }) kind?: FacilityKind | null,
  ): Promise<Facility[]> {
    return findFacilities(context, kind);
  }

  @Query(() => Facility, { nullable: true, description: 'A facility by id; null where there is none in your municipality.' })
  @Allow('facility.read')
  facility(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the facility.' }) id: string): Promise<Facility | null> {
    return context.load(facilityById, id);
  }

  @Query(() => [Vacancy], { description: 'Facilities of a kind that have a free place on a day, the most places first.' })
  @Allow('facility.read')
  vacancies(
    @Ctx() context: Context,
    @Arg('kind', () => FacilityKind, { description: 'The kind.' }) kind: FacilityKind,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<Vacancy[]> {
    return findVacancies(context, kind, day ?? context.today);
  }

  @Query(() => [Facility], {
    description: 'Facilities whose registration has lapsed, or lapses by a day without another to follow; the earliest lapse first.',
  })
  @Allow('facility.read')
  facilitiesLapsing(
    @Ctx() context: Context,
    @Arg('by', () => DateScalar, { nullable: true, description: `The day; ${lapseShownAhead} days from today when left out.` })
    by?: string | null,
  ): Promise<Facility[]> {
    return findLapsing(context, by ?? null);
  }

  @FieldResolver(() => ProviderRegistration, {
    nullable: true,
    description: 'Its registration: the one that holds today, else the last; null where there never was one.',
  })
  registration(@Ctx() context: Context, @Root() facility: Facility): Promise<ProviderRegistration | null> {
    return context.load(registrationOf, facility.id);
  }

  @FieldResolver(() => Int, { description: 'How many clients it may have on a day.' })
  async capacity(
    @Ctx() context: Context,
    @Root() facility: Facility,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<number> {
    return (await this.occupancy(context, facility, day)).capacity;
  }

  @FieldResolver(() => Occupancy, { description: 'How full it is on a day, past or future.' })
  occupancy(@Ctx() context: Context, @Root() facility: Facility, @Arg('on', () => DateScalar, on) day?: string | null): Promise<Occupancy> {
    return context.load(occupancyOn, { facilityId: facility.id, on: day ?? context.today });
  }

  @FieldResolver(() => [PlaceOnDay], { description: 'Every bed in service on a day and who holds it, room by room.' })
  @Allow('placement.read')
  board(@Ctx() context: Context, @Root() facility: Facility, @Arg('on', () => DateScalar, on) day?: string | null): Promise<PlaceOnDay[]> {
    return context.load(boardOn, { facilityId: facility.id, on: day ?? context.today });
  }

  @FieldResolver(() => PlacementConnection, { description: 'Who has a place on a day, the latest placed first.' })
  @Allow('placement.read')
  placements(@Ctx() context: Context, @Root() facility: Facility, @Args() args: PlacementsArgs): Promise<Connection<Placement>> {
    return findPlacements(context, facility.id, args.on ?? context.today, args);
  }

  @FieldResolver(() => [FacilityWaitingEntry], { description: 'Who waits for a place today, the most urgent and longest waiting first.' })
  @Allow('placement.read')
  waitingList(@Ctx() context: Context, @Root() facility: Facility): Promise<FacilityWaitingEntry[]> {
    return context.load(waitingListOf, facility.id);
  }

  @FieldResolver(() => [Movement], { description: 'How many left from a day until before another, by destination, most first.' })
  movements(
    @Ctx() context: Context,
    @Root() facility: Facility,
    @Arg('from', () => DateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'The first day after the period.' }) to: string,
  ): Promise<Movement[]> {
    if (to < from) throw new BadInput('to lies before from', 'to ir pirms from', 'to');
    return context.load(movementsIn, { facilityId: facility.id, from, to });
  }
}

/** What a registration is for. */
@Resolver(() => ProviderRegistration)
export class ProviderRegistrationResolver {
  @FieldResolver(() => ServiceType, { description: 'The service that is registered.' })
  serviceType(@Root() registration: ProviderRegistration): ServiceType {
    return serviceTypeRef(registration.serviceTypeCode);
  }
}
