import { Allow } from '@atbalsts/auth';
import { idsAmong } from '@atbalsts/database';
import { type Connection, type Context, PageArgs, page } from '@atbalsts/graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { dayCursor } from '../day-cursor.js';
import { Decision } from '../decision/decision.entity.js';
import { decisionById } from '../decision/decision.loader.js';
import { Person, personRef } from '../external/person.js';
import { Payment } from '../payment/payment.entity.js';
import { Recovery, RecoveryConnection, RecoveryDeduction, RecoveryMonth, RecoveryState } from './recovery.entity.js';
import { deductionsOf, monthsOf, paymentById, recoveryOf } from './recovery.loader.js';

@ArgsType()
class RecoveriesArgs extends PageArgs {
  @Field(() => RecoveryState, { nullable: true, description: 'In this state; all when left out.' })
  state?: RecoveryState | null;

  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  personId?: string | null;
}

/** Recoveries of overpaid benefits. */
@Resolver(() => Recovery)
export class RecoveryResolver {
  @Query(() => RecoveryConnection, { description: 'Recoveries of overpaid benefits of your municipality, the newest first.' })
  @Allow('recovery.read')
  async recoveries(
    @Ctx() { em, municipality }: Context,
    @Args() { state, personId, ...args }: RecoveriesArgs,
  ): Promise<Connection<Recovery>> {
    const after = dayCursor(args.after);
    const where = { municipality, ...(state ? { state } : {}), ...(personId ? { applicantId: { $in: idsAmong([personId]) } } : {}) };
    const beyond = after ? [{ $or: [{ establishedOn: { $lt: after.day } }, { establishedOn: after.day, id: { $lt: after.id } }] }] : [];
    const rows = await em.find(
      Recovery,
      { $and: [where, ...beyond] },
      { orderBy: { establishedOn: 'desc', id: 'desc' }, limit: args.first + 1 },
    );
    return page(
      rows,
      args,
      (row) => [row.establishedOn, row.id],
      () => em.count(Recovery, where),
    );
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that found it.' })
  @Allow('decision.read')
  decision(@Ctx() context: Context, @Root() recovery: Recovery): Promise<Decision | null> {
    return context.load(decisionById, recovery.decisionId);
  }

  @FieldResolver(() => Person, { description: 'Who was paid too much.' })
  person(@Root() recovery: Recovery): Person {
    return personRef(recovery.applicantId);
  }

  @FieldResolver(() => [RecoveryMonth], { description: 'For which months too much was paid; they sum to the amount.' })
  months(@Ctx() context: Context, @Root() recovery: Recovery): Promise<RecoveryMonth[]> {
    return context.load(monthsOf, recovery.id);
  }

  @FieldResolver(() => [RecoveryDeduction], { description: 'The ledger: what was kept back of which payment, the oldest line first.' })
  deductions(@Ctx() context: Context, @Root() recovery: Recovery): Promise<RecoveryDeduction[]> {
    return context.load(deductionsOf, recovery.id);
  }
}

/** The payment of a line of the ledger. */
@Resolver(() => RecoveryDeduction)
export class RecoveryDeductionResolver {
  @FieldResolver(() => Payment, { nullable: true, description: 'Of which payment it was kept back.' })
  @Allow('payment.read')
  payment(@Ctx() context: Context, @Root() line: RecoveryDeduction): Promise<Payment | null> {
    return context.load(paymentById, line.paymentId);
  }
}

/** What a decision on a change found to be paid too much. */
@Resolver(() => Decision)
export class DecisionRecoveryResolver {
  @FieldResolver(() => Recovery, { nullable: true, description: 'What it found to be paid too much; null where nothing was.' })
  @Allow('recovery.read')
  recovery(@Ctx() context: Context, @Root() decision: Decision): Promise<Recovery | null> {
    return context.load(recoveryOf, decision.id);
  }
}
