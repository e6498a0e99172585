import { Allow } from '@atbalsts/auth';
import { periodContains } from '@atbalsts/database';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Person, personRef } from '../external/person.js';
import { Facility } from '../facility/facility.entity.js';
import { facilityById, placeById } from '../facility/facility.loader.js';
import { PlacementActivity } from './activity.entity.js';
import { PlacementExtension } from './extension.entity.js';
import { Placement } from './placement.entity.js';
import { AdmitInput } from './placement.input.js';
import { activitiesOf, extensionsOf, placementsOf } from './placement.loader.js';
import { PlacementPayload } from './placement.payload.js';
import { admit } from './placement.service.js';

/** Who has a place where. */
@Resolver(() => Placement)
export class PlacementResolver {
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
