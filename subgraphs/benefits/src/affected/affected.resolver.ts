import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, DateScalar, PageArgs } from '@atbalsts/graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.js';
import { applicationById } from '../application/application.loader.js';
import { Decision } from '../decision/decision.entity.js';
import { decisionById } from '../decision/decision.loader.js';
import { Household, householdRef } from '../external/household.js';
import { ThresholdCode } from '../rule/threshold-rule.entity.js';
import { AffectedHousehold, AffectedHouseholdConnection } from './affected.entity.js';
import { affectedByThreshold } from './affected.service.js';

@ArgsType()
class AffectedArgs extends PageArgs {
  @Field(() => ThresholdCode, { description: 'Which threshold.' })
  code!: ThresholdCode;

  @Field(() => DateScalar, { description: 'The day whose threshold is laid on the decisions that hold on it.' })
  on!: string;
}

/** Whom a new threshold touches. */
@Resolver(() => AffectedHousehold)
export class AffectedResolver {
  @Query(() => AffectedHouseholdConnection, {
    description:
      'Whom the threshold of a day touches: decisions that hold on the day and would be another by it, by number. Calculated alone; nothing is changed. RULE_MISSING where no threshold is known for the day.',
  })
  @Allow('means.read')
  affectedByThreshold(@Ctx() context: Context, @Args() { code, on, ...args }: AffectedArgs): Promise<Connection<AffectedHousehold>> {
    return affectedByThreshold(context, { code, on }, args);
  }

  @FieldResolver(() => Household, { description: 'The household.' })
  household(@Root() { householdId }: AffectedHousehold): Household {
    return householdRef(householdId);
  }

  @FieldResolver(() => Application, { nullable: true, description: 'The application with the means.' })
  @Allow('application.read')
  application(@Ctx() context: Context, @Root() { applicationId }: AffectedHousehold): Promise<Application | null> {
    return context.load(applicationById, applicationId);
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that would be another.' })
  @Allow('decision.read')
  decision(@Ctx() context: Context, @Root() { decisionId }: AffectedHousehold): Promise<Decision | null> {
    return context.load(decisionById, decisionId);
  }
}
