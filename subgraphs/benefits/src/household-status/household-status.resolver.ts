import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Household } from '../external/household.js';
import { HouseholdStatus } from '../means/means.model.js';
import { statusOn } from './household-status.loader.js';

const on = { nullable: true, description: 'The day; today when left out.' };

/** The status of a household, from the decisions that found it. */
@Resolver(() => Household)
export class HouseholdStatusResolver {
  @FieldResolver(() => HouseholdStatus, {
    nullable: true,
    description: 'Its status on a day by an approved decision; NONE where no decision holds.',
  })
  @Allow('household.status.read')
  async status(
    @Ctx() context: Context,
    @Root() household: Household,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<HouseholdStatus> {
    return (await context.load(statusOn, { householdId: household.id, on: day ?? context.today }))?.status ?? HouseholdStatus.NONE;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the status of that day no longer holds; null where there is none.',
  })
  @Allow('household.status.read')
  async statusUntil(
    @Ctx() context: Context,
    @Root() household: Household,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<string | null> {
    return (await context.load(statusOn, { householdId: household.id, on: day ?? context.today }))?.until ?? null;
  }
}
