import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.js';
import { ApplicationPayload } from '../application/application.payload.js';
import { Decision } from '../decision/decision.entity.js';
import { decisionById } from '../decision/decision.loader.js';
import { DeclareChangeInput } from './change.input.js';
import { declareChange } from './change.service.js';

/** A change inside a granted period, and what it changes. */
@Resolver(() => Application)
export class ChangeResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      'Records a change of income or household inside a granted period, with the means since then. A decision is then proposed and approved as on any application; approved, it revokes the one that is changed from the first of the month after the change, what is missing is paid and what was paid too much becomes a recovery. WRONG_STATE where the decision does not hold or a change of it waits already; STALE; INVALID; RULE_MISSING.',
  })
  @Allow('change.declare')
  declareChange(
    @Ctx() context: Context,
    @Arg('input', () => DeclareChangeInput, { description: 'The change.' }) input: DeclareChangeInput,
  ): Promise<Payload<'application', Application>> {
    return declareChange(context, input);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: 'The decision that a change of income or household is to change; null for an application of its own.',
  })
  @Allow('decision.read')
  async changes(@Ctx() context: Context, @Root() { changesId }: Application): Promise<Decision | null> {
    return changesId === null ? null : context.load(decisionById, changesId);
  }
}

/** What a decision changes. */
@Resolver(() => Decision)
export class ChangedDecisionResolver {
  @FieldResolver(() => Decision, {
    nullable: true,
    description: 'The decision that it changes, and revokes from its own first day; null where it changes none.',
  })
  async changes(@Ctx() context: Context, @Root() { changesId }: Decision): Promise<Decision | null> {
    return changesId === null ? null : context.load(decisionById, changesId);
  }
}
