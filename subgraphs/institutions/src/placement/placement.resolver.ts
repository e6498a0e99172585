import { Allow } from '@atbalsts/auth';
import { periodContains } from '@atbalsts/database';
import { type Connection, type Context, DateScalar, PageArgs, type Payload } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Person, personRef } from '../external/person.js';
import { Facility } from '../facility/facility.entity.js';
import { facilityById, placeById } from '../facility/facility.loader.js';
import { PlacementActivity } from './activity.entity.js';
import { RecordPlacementActivityInput } from './activity.input.js';
import { recordPlacementActivity } from './activity.service.js';
import { cancelReservation } from './cancellation.service.js';
import { confirmationDue } from './confirmation.rules.js';
import { confirmPlacement } from './confirmation.service.js';
import { DischargeInput } from './discharge.input.js';
import { discharge } from './discharge.service.js';
import { PlacementExtension } from './extension.entity.js';
import { ExtendPlacementInput } from './extension.input.js';
import { extendPlacement } from './extension.service.js';
import { Placement, PlacementConnection } from './placement.entity.js';
import { AdmitInput } from './placement.input.js';
import { findPlacementsToConfirm } from './placement.list.js';
import { activitiesOf, extensionsOf, placementById, placementsOf } from './placement.loader.js';
import { PlacementPayload } from './placement.payload.js';
import { admit } from './placement.service.js';
import { TransferInput } from './transfer.input.js';
import { transfer } from './transfer.service.js';

@ArgsType()
class ToConfirmArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'True: only those that are overdue, the day after their entry having passed.' })
  overdue!: boolean;
}

/** Who has a place where. */
@Resolver(() => Placement)
export class PlacementResolver {
  @Query(() => PlacementConnection, { description: 'Emergency placements that nobody has confirmed yet, the longest waiting first.' })
  @Allow('placement.confirmation.read')
  placementsToConfirm(@Ctx() context: Context, @Args() args: ToConfirmArgs): Promise<Connection<Placement>> {
    return findPlacementsToConfirm(context, args);
  }

  @Mutation(() => PlacementPayload, {
    description:
      'Admits a person to a facility. OVERLAP (asked first) where the person has a place at that time, NOT_REGISTERED where the registration does not hold on that day, NO_VACANCY where no place is free.',
  })
  @Allow('placement.admit')
  admit(
    @Ctx() context: Context,
    @Arg('input', () => AdmitInput, { description: 'Who, where, from when, on what basis.' }) input: AdmitInput,
  ): Promise<Payload<'placement', Placement>> {
    return admit(context, input);
  }

  @Mutation(() => PlacementPayload, {
    description:
      'Confirms an emergency placement: FOUR_EYES for who admitted, WRONG_STATE where there is nothing to confirm. By the end of the day after the entry; later it is taken too, and shows as late.',
  })
  @Allow('placement.confirm')
  confirmPlacement(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the placement.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
  ): Promise<Payload<'placement', Placement>> {
    return confirmPlacement(context, id, version);
  }

  @Mutation(() => PlacementPayload, {
    description: 'Extends the contract of a placement. NO_VACANCY where its place goes out of service before the new end.',
  })
  @Allow('placement.extend')
  extendPlacement(
    @Ctx() context: Context,
    @Arg('input', () => ExtendPlacementInput, { description: 'Which, until when.' }) input: ExtendPlacementInput,
  ): Promise<Payload<'placement', Placement>> {
    return extendPlacement(context, input);
  }

  @Mutation(() => PlacementPayload, {
    description:
      'Moves a person to another facility, or to another bed of the same: ends the one stay and gives back the new one. OVERLAP, NOT_REGISTERED, NO_VACANCY: then the person stays where they were.',
  })
  @Allow('placement.transfer')
  transfer(
    @Ctx() context: Context,
    @Arg('input', () => TransferInput, { description: 'Who, where to, on which day.' }) input: TransferInput,
  ): Promise<Payload<'placement', Placement>> {
    return transfer(context, input);
  }

  @Mutation(() => PlacementPayload, { description: 'Records that a stay has ended, and where the person went.' })
  @Allow('placement.end')
  discharge(
    @Ctx() context: Context,
    @Arg('input', () => DischargeInput, { description: 'Which, when, where to.' }) input: DischargeInput,
  ): Promise<Payload<'placement', Placement>> {
    return discharge(context, input);
  }

  @Mutation(() => PlacementPayload, {
    description: 'Takes back a reservation and gives it back as it was. WRONG_STATE from its first day on: then it is a stay, and ends.',
  })
  @Allow('placement.cancel')
  cancelReservation(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the placement.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
  ): Promise<Payload<'placement', Placement>> {
    return cancelReservation(context, id, version);
  }

  @Mutation(() => PlacementPayload, {
    description: 'Records something of a client during a stay, once per kind and day; DUPLICATE shows the placement as it stands.',
  })
  @Allow('placement.record')
  recordPlacementActivity(
    @Ctx() context: Context,
    @Arg('input', () => RecordPlacementActivityInput, { description: 'What, when.' }) input: RecordPlacementActivityInput,
  ): Promise<Payload<'placement', Placement>> {
    return recordPlacementActivity(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who has the place.' })
  person(@Root() placement: Placement): Person {
    return personRef(placement.personId);
  }

  @FieldResolver(() => Facility, { description: 'Where.' })
  facility(@Ctx() context: Context, @Root() placement: Placement): Promise<Facility | null> {
    return context.load(facilityById, placement.facilityId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The place by its name, room and bed; null without accommodation.' })
  async place(@Ctx() context: Context, @Root() placement: Placement): Promise<string | null> {
    return placement.placeId ? ((await context.load(placeById, placement.placeId))?.name ?? null) : null;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The last day on which the emergency is confirmed in time; null for a placement that needs no confirmation.',
  })
  confirmationDue(@Root() placement: Placement): string | null {
    return confirmationDue(placement);
  }

  @FieldResolver(() => Placement, {
    nullable: true,
    description: 'The stay that a transfer ended on the first day of this one; null where there is none.',
  })
  async continues(@Ctx() context: Context, @Root() placement: Placement): Promise<Placement | null> {
    return placement.continuesId ? context.load(placementById, placement.continuesId) : null;
  }

  @FieldResolver(() => [PlacementExtension], { nullable: true, description: 'How the contract was extended, in order.' })
  extensions(@Ctx() context: Context, @Root() placement: Placement): Promise<PlacementExtension[]> {
    return context.load(extensionsOf, placement.id);
  }

  @FieldResolver(() => [PlacementActivity], {
    nullable: true,
    description: 'What was done with or happened to the client during the stay, in order.',
  })
  activities(@Ctx() context: Context, @Root() placement: Placement): Promise<PlacementActivity[]> {
    return context.load(activitiesOf, placement.id);
  }
}

/** A person's places. */
@Resolver(() => Person)
export class PersonPlacementsResolver {
  @FieldResolver(() => [Placement], { nullable: true, description: 'Places in facilities, past, present and reserved, the latest first.' })
  @Allow('placement.read')
  placements(@Ctx() context: Context, @Root() person: Person): Promise<Placement[]> {
    return context.load(placementsOf, person.id);
  }

  @FieldResolver(() => Placement, {
    nullable: true,
    description: 'The place of today: where the person lives; for who lives in no facility, the one last begun; null where there is none.',
  })
  @Allow('placement.read')
  async currentPlacement(@Ctx() context: Context, @Root() person: Person): Promise<Placement | null> {
    const held = (await context.load(placementsOf, person.id)).filter((p) => periodContains(p.from, p.endedOn, context.today));
    return held.find((p) => p.accommodation) ?? held[0] ?? null;
  }
}
