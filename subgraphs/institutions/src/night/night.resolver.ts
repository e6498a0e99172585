import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordNightInput } from './night.input.js';
import { NightStayPayload } from './night.payload.js';
import { recordNight } from './night.service.js';

/** Nights in the night shelter. */
@Resolver()
export class NightResolver {
  @Mutation(() => NightStayPayload, {
    description:
      'Records a night in the night shelter, once per person and night. OVERLAP where the person has a place elsewhere that night, NOT_REGISTERED, NO_VACANCY where the shelter is full and the person has no agreement there.',
  })
  @Allow('night.record')
  recordNight(
    @Ctx() context: Context,
    @Arg('input', () => RecordNightInput, { description: 'Who, where, which night.' }) input: RecordNightInput,
  ): Promise<NightStayPayload> {
    return recordNight(context, input);
  }
}
