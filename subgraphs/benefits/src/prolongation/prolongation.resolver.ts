import { Allow } from '@atbalsts/auth';
import { isId } from '@atbalsts/database';
import { type Connection, type Context, PageArgs, type Payload, page } from '@atbalsts/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayCursor } from '../day-cursor.js';
import { Decision } from '../decision/decision.entity.js';
import { decisionById } from '../decision/decision.loader.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Household, householdRef } from '../external/household.js';
import { Prolongation, ProlongationConnection, ProlongedDecision, ProlongedDecisionConnection } from './prolongation.entity.js';
import { ProlongationPayload, ProlongationScope, ProlongStatusesInput } from './prolongation.input.js';
import { previewProlongation, touchedBy } from './prolongation.list.js';
import { approveProlongation, prolongStatuses } from './prolongation.service.js';

type Changed = Promise<Payload<'prolongation', Prolongation>>;

/** Prolongations of statuses in bulk. */
@Resolver(() => Prolongation)
export class ProlongationResolver {
  @Query(() => ProlongedDecisionConnection, {
    description: 'Whom a prolongation would touch, by number of the decision; totalCount counts them all. Nothing is changed.',
  })
  @Allow('prolongation.read')
  prolongationPreview(
    @Ctx() context: Context,
    @Arg('scope', () => ProlongationScope, { description: 'Which statuses, and until when.' }) scope: ProlongationScope,
    @Args() args: PageArgs,
  ): Promise<Connection<ProlongedDecision>> {
    return previewProlongation(context, scope, args);
  }

  @Query(() => Prolongation, { nullable: true, description: 'A prolongation by id, with how far it has come; null where there is none.' })
  @Allow('prolongation.read')
  async prolongation(
    @Ctx() { em, municipality }: Context,
    @Arg('id', () => ID, { description: 'Id of the prolongation.' }) id: string,
  ): Promise<Prolongation | null> {
    return isId(id) ? em.findOne(Prolongation, { id, municipality }) : null;
  }

  @Query(() => ProlongationConnection, { description: 'Prolongations of your municipality, the newest first.' })
  @Allow('prolongation.read')
  async prolongations(@Ctx() { em, municipality }: Context, @Args() args: PageArgs): Promise<Connection<Prolongation>> {
    const after = dayCursor(args.after);
    const beyond = after ? [{ $or: [{ proposedOn: { $lt: after.day } }, { proposedOn: after.day, id: { $lt: after.id } }] }] : [];
    const rows = await em.find(
      Prolongation,
      { $and: [{ municipality }, ...beyond] },
      { orderBy: { proposedOn: 'desc', id: 'desc' }, limit: args.first + 1 },
    );
    return page(
      rows,
      args,
      (row) => [row.proposedOn, row.id],
      () => em.count(Prolongation, { municipality }),
    );
  }

  @Mutation(() => ProlongationPayload, {
    description:
      'Prolongs the statuses of many households at once, by a legal act, in one transaction, with a list of whom it touched. With benefits it waits for another person. The same key again does nothing twice. INVALID where nobody is touched.',
  })
  @Allow('household.status.prolong')
  prolongStatuses(
    @Ctx() context: Context,
    @Arg('input', () => ProlongStatusesInput, { description: 'The prolongation.' }) input: ProlongStatusesInput,
  ): Changed {
    return prolongStatuses(context, input);
  }

  @Mutation(() => ProlongationPayload, {
    description: 'Approves a prolongation with benefits: done for everybody at once, and the payments are due. FOUR_EYES for who made it.',
  })
  @Allow('prolongation.approve')
  approveProlongation(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the prolongation.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
  ): Changed {
    return approveProlongation(context, id, version);
  }

  @FieldResolver(() => ProlongedDecisionConnection, { description: 'Whom it touches, by number of the decision.' })
  touched(@Ctx() context: Context, @Root() { id }: Prolongation, @Args() args: PageArgs): Promise<Connection<ProlongedDecision>> {
    return touchedBy(context, id, args);
  }

  @FieldResolver(() => Employee, { description: 'Who made it.' })
  proposedBy(@Root() { proposedById }: Prolongation): Employee {
    return employeeRef(proposedById);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who approved it: never who made it.' })
  approvedBy(@Root() { approvedById }: Prolongation): Employee | null {
    return approvedById === null ? null : employeeRef(approvedById);
  }
}

/** The decision and the household that a prolongation touches. */
@Resolver(() => ProlongedDecision)
export class ProlongedResolver {
  @FieldResolver(() => Decision, { nullable: true, description: 'The decision.' })
  @Allow('decision.read')
  decision(@Ctx() context: Context, @Root() { decisionId }: ProlongedDecision): Promise<Decision | null> {
    return context.load(decisionById, decisionId);
  }

  @FieldResolver(() => Household, { description: 'The household.' })
  household(@Root() { householdId }: ProlongedDecision): Household {
    return householdRef(householdId);
  }
}
