import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Indicator } from '../indicator/indicator.entity.js';
import { IndicatorRecording } from './indicator-recording.entity.js';
import { RecordIndicatorInput } from './indicator-recording.input.js';
import { recordingsOf } from './indicator-recording.loader.js';
import { IndicatorPayload } from './indicator-recording.payload.js';
import { recordIndicator } from './indicator-recording.service.js';

/** What indicators reached that no report row measures. */
@Resolver(() => Indicator)
export class IndicatorRecordingResolver {
  @Mutation(() => IndicatorPayload, {
    description:
      'Records what an indicator reached in a year, or corrects it: what was recorded before stays in its history. INVALID for one that a report row measures, for a year outside its plan or to come, and without evidence; STALE where somebody recorded the year meanwhile.',
  })
  @Allow('indicator.record')
  recordIndicator(
    @Ctx() context: Context,
    @Arg('input', () => RecordIndicatorInput, { description: 'What was reached, on what evidence.' }) input: RecordIndicatorInput,
  ): Promise<Payload<'indicator', Indicator>> {
    return recordIndicator(context, input);
  }

  @FieldResolver(() => [IndicatorRecording], { description: 'What was recorded of it, by year, corrections after what they correct.' })
  recordings(@Ctx() context: Context, @Root() indicator: Indicator): Promise<IndicatorRecording[]> {
    return context.load(recordingsOf, indicator.id);
  }
}
