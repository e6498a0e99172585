import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, InGraph, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Municipality, municipalityRef } from '../../external/municipality.js';
import { RegionEntry, RegionRegister } from './region-entry.entity.js';
import { EnterRegionEntryInput, RegionEntryPayload, UpdateRegionEntryInput } from './region-entry.input.js';
import { enterRegionEntry, regionEntries, updateRegionEntry } from './region-entry.service.js';

/** The registers that a region keeps. */
@Resolver(() => RegionEntry)
export class RegionEntryResolver {
  @Query(() => [RegionEntry], {
    description: 'Entries of the registers of services, projects and partners of your region, by register and name.',
  })
  @InGraph('regional')
  @Allow('region.register.read')
  regionEntries(
    @Ctx() context: Context,
    @Arg('kind', () => RegionRegister, { nullable: true, description: 'Of which register; all when left out.' })
    kind?: RegionRegister | null,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'Only those that hold on a day; when left out also those that have ended.',
    })
    on?: string | null,
  ): Promise<RegionEntry[]> {
    return regionEntries(context, kind ?? null, on ?? null);
  }

  @Mutation(() => RegionEntryPayload, {
    description:
      'Enters a service, a project or a partner into the register of your region. INVALID for what cannot be; NOT_FOUND for a kind of service or a project that is not known; DUPLICATE for the same again, which it shows.',
  })
  @InGraph('regional')
  @Allow('region.register.write')
  enterRegionEntry(
    @Ctx() context: Context,
    @Arg('input', () => EnterRegionEntryInput, { description: 'The entry.' }) input: EnterRegionEntryInput,
  ): Promise<Payload<'entry', RegionEntry>> {
    return enterRegionEntry(context, input);
  }

  @Mutation(() => RegionEntryPayload, {
    description:
      'Changes or ends an entry of a register of your region. WRONG_STATE for one that has ended; STALE where somebody changed it meanwhile.',
  })
  @InGraph('regional')
  @Allow('region.register.write')
  updateRegionEntry(
    @Ctx() context: Context,
    @Arg('input', () => UpdateRegionEntryInput, { description: 'The change.' }) input: UpdateRegionEntryInput,
  ): Promise<Payload<'entry', RegionEntry>> {
    return updateRegionEntry(context, input);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'The municipality it concerns; null for the whole region.' })
  @InGraph('regional')
  @Allow('municipality.read')
  municipality(@Root() { town }: RegionEntry): Municipality | null {
    return town === null ? null : municipalityRef(town);
  }
}
