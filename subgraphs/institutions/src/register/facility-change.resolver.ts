import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { setCapacity } from './capacity.service.js';
import { closeFacility } from './close.service.js';
import {
  AddPlacesInput,
  CloseFacilityInput,
  EndRegistrationInput,
  OpenFacilityInput,
  RegisterProviderInput,
  RemovePlaceInput,
  RenewRegistrationInput,
  SetCapacityInput,
} from './facility-change.input.js';
import { FacilityPayload } from './facility-change.payload.js';
import { openFacility } from './open.service.js';
import { addPlaces, removePlace } from './place.service.js';
import { endRegistration, registerProvider, renewRegistration } from './registration.service.js';

/** How facilities are opened, registered, resized and closed. */
@Resolver()
export class FacilityChangeResolver {
  @Mutation(() => FacilityPayload, {
    description: 'Opens a facility with its first capacity. DUPLICATE shows the one of the same kind, name and address.',
  })
  @Allow('facility.change')
  openFacility(
    @Ctx() context: Context,
    @Arg('input', () => OpenFacilityInput, { description: 'What, where, how large.' }) input: OpenFacilityInput,
  ): Promise<FacilityPayload> {
    return openFacility(context, input);
  }

  @Mutation(() => FacilityPayload, {
    description:
      'Enters a registration of a service at an address, for five years at most. OVERLAP where another holds at that time; DUPLICATE where it was entered already.',
  })
  @Allow('facility.change')
  registerProvider(
    @Ctx() context: Context,
    @Arg('input', () => RegisterProviderInput, { description: 'Which service, number, from when.' }) input: RegisterProviderInput,
  ): Promise<FacilityPayload> {
    return registerProvider(context, input);
  }

  @Mutation(() => FacilityPayload, {
    description:
      'Renews the last registration for five years, from its end; from today where it has lapsed. WRONG_STATE more than a year before its end.',
  })
  @Allow('facility.change')
  renewRegistration(
    @Ctx() context: Context,
    @Arg('input', () => RenewRegistrationInput, { description: 'Which facility, under which number.' }) input: RenewRegistrationInput,
  ): Promise<FacilityPayload> {
    return renewRegistration(context, input);
  }

  @Mutation(() => FacilityPayload, {
    description:
      'Ends a registration before its time. WRONG_STATE, with who it is, where somebody was admitted or has a place reserved for that day or later; who lives there may stay.',
  })
  @Allow('facility.change')
  endRegistration(
    @Ctx() context: Context,
    @Arg('input', () => EndRegistrationInput, { description: 'Which facility, from when, why.' }) input: EndRegistrationInput,
  ): Promise<FacilityPayload> {
    return endRegistration(context, input);
  }

  @Mutation(() => FacilityPayload, {
    description:
      'Changes the capacity from a day on. WRONG_STATE, with who is there, where on some day more have a place or a reservation than it would allow.',
  })
  @Allow('facility.change')
  setCapacity(
    @Ctx() context: Context,
    @Arg('input', () => SetCapacityInput, { description: 'Which facility, from when, how many.' }) input: SetCapacityInput,
  ): Promise<FacilityPayload> {
    return setCapacity(context, input);
  }

  @Mutation(() => FacilityPayload, { description: 'Puts beds of a room into service. OVERLAP where one of them is in service already.' })
  @Allow('facility.place.change')
  addPlaces(
    @Ctx() context: Context,
    @Arg('input', () => AddPlacesInput, { description: 'Which room, which beds, from when.' }) input: AddPlacesInput,
  ): Promise<FacilityPayload> {
    return addPlaces(context, input);
  }

  @Mutation(() => FacilityPayload, {
    description: 'Takes a bed out of service. WRONG_STATE, with who holds it, while somebody has it on that day or later.',
  })
  @Allow('facility.place.change')
  removePlace(
    @Ctx() context: Context,
    @Arg('input', () => RemovePlaceInput, { description: 'Which bed, from when.' }) input: RemovePlaceInput,
  ): Promise<FacilityPayload> {
    return removePlace(context, input);
  }

  @Mutation(() => FacilityPayload, {
    description:
      'Closes a facility from a day on, with its capacity, beds and registration. WRONG_STATE, with who is there, while somebody has a place on that day or later, or waits for one.',
  })
  @Allow('facility.change')
  closeFacility(
    @Ctx() context: Context,
    @Arg('input', () => CloseFacilityInput, { description: 'Which facility, from when.' }) input: CloseFacilityInput,
  ): Promise<FacilityPayload> {
    return closeFacility(context, input);
  }
}
