import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Decision } from '../decision/decision.entity.js';
import { differencesBehind } from './register.loader.js';
import { IncomeDifference, incomeDifferenceOf, RecordDifference, recordDifferenceOf } from './register.types.js';

/** What who proposed a decision had before them, for who approves it. */
@Resolver(() => Decision)
export class DecisionDifferencesResolver {
  @FieldResolver(() => [IncomeDifference], {
    description: 'Differences of income between registers and declaration that lay before who proposed it, and were passed over.',
  })
  @Allow('means.read')
  async incomeDifferences(@Ctx() context: Context, @Root() decision: Decision): Promise<IncomeDifference[]> {
    return ((await context.load(differencesBehind, decision.id))?.incomes ?? []).map(incomeDifferenceOf);
  }

  @FieldResolver(() => [RecordDifference], {
    description: 'Other differences between registers and records that lay before who proposed it, and were passed over.',
  })
  @Allow('means.read')
  async recordDifferences(@Ctx() context: Context, @Root() decision: Decision): Promise<RecordDifference[]> {
    return ((await context.load(differencesBehind, decision.id))?.records ?? []).map(recordDifferenceOf);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why they were passed over; null where there were none, and on a refusal.' })
  @Allow('means.read')
  async differencesExplained(@Ctx() context: Context, @Root() decision: Decision): Promise<string | null> {
    return (await context.load(differencesBehind, decision.id))?.explanation ?? null;
  }
}
