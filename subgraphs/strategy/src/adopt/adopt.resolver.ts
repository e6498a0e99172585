import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Strategy } from '../strategy/strategy.entity.js';
import { AdoptStrategyInput } from './adopt.input.js';
import { StrategyPayload } from './adopt.payload.js';
import { adoptStrategy } from './adopt.service.js';

/** Adopting strategies. */
@Resolver()
export class AdoptResolver {
  @Mutation(() => StrategyPayload, {
    description:
      'Adopts a strategy or a yearly plan of your municipality, whole: goals, tasks with their sub-tasks and indicators, investments, SWOT. INVALID names every field that cannot be right; DUPLICATE where one of the same title begins in the same year.',
  })
  @Allow('strategy.write')
  adoptStrategy(
    @Ctx() context: Context,
    @Arg('input', () => AdoptStrategyInput, { description: 'The strategy.' }) input: AdoptStrategyInput,
  ): Promise<Payload<'strategy', Strategy>> {
    return adoptStrategy(context, input);
  }
}
