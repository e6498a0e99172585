import { Allow } from '@atbalsts/auth';
import { addMonths, type IsoDate, isId, newId } from '@atbalsts/database';
import {
  type BatchLoad,
  type Context,
  DateScalar,
  groupedInOrder,
  mutate,
  type Payload,
  Problem,
  ProblemCode,
  problem,
  Refusal,
  refuse,
  refuseStale,
} from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { IsUUID, MaxLength } from 'class-validator';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Employee, Employment } from '../employee/employee.entity.js';
import { publishEmployee } from '../employee/employee.facts.js';
import { holdEmployee } from '../employee/employee.hold.js';
import { employeeById, employmentsOf } from '../employee/employee.loader.js';
import { allHoldingOn } from '../employee/employee.rules.js';
import { SpecialistKind } from '../employee/specialist-kind.js';
import { EmployeePromotion, PromotionState } from './promotion.entity.js';
import { decisionProblem, promotionProblems } from './promotion.rules.js';

/** A promotion to be proposed. */
@InputType({ description: 'A promotion to be proposed: a change of what somebody is employed as.' })
export class ProposePromotionInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => SpecialistKind, { description: 'As what the employee is to be employed.' })
  kind!: SpecialistKind;

  @Field(() => DateScalar, { description: 'From which day; at most a year ahead.' })
  from!: IsoDate;

  @Field(() => String, { description: 'Why.' })
  @MaxLength(2000)
  reason!: string;
}

/** What a promotion gives back. */
@ObjectType({ description: 'What a promotion gives back.' })
@Allow('promotion.propose')
export class PromotionPayload {
  @Field(() => EmployeePromotion, { nullable: true, description: 'The promotion; null when refused.' })
  promotion!: EmployeePromotion | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

/** From when until when somebody is employed, and as what. */
@ObjectType({ description: 'From when until when somebody is employed, and as what: promotions over time.' })
@Allow('employee.read')
export class EmploymentPeriod {
  @Field(() => SpecialistKind, { description: 'As what.' })
  kind!: SpecialistKind;

  @Field(() => DateScalar, { description: 'From which day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null while it does.' })
  until!: string | null;
}

type PromotionGiven = Payload<'promotion', EmployeePromotion>;

const promotionsOf: BatchLoad<string, EmployeePromotion[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(EmployeePromotion, { employeeId: { $in: [...ids] } }, { orderBy: { from: 'desc', id: 'desc' } }),
    (p) => p.employeeId,
  );

/** Proposes a promotion. DUPLICATE shows the one that waits for a decision already. */
function propose(context: Context, input: ProposePromotionInput): Promise<PromotionGiven> {
  return mutate(context, 'promotion', async () => {
    const { em, municipality, principal, today } = context;
    const { employee, employments } = await holdEmployee(context, input.employeeId);
    const open = await em.findOne(EmployeePromotion, { employeeId: employee.id, state: PromotionState.PROPOSED });
    if (open) {
      throw new Refusal(
        [problem(ProblemCode.DUPLICATE, 'Viena amata maiņa jau gaida lēmumu.', 'A promotion waits for a decision already.', 'employeeId')],
        open,
      );
    }
    const self = principal.employee === employee.id;
    const problems = promotionProblems({ ...input, employments, self, latest: addMonths(today, 12) });
    if (problems.length) throw new Refusal(problems);
    const promotion = em.create(EmployeePromotion, {
      id: newId(),
      municipality,
      employeeId: employee.id,
      kind: input.kind,
      from: input.from,
      reason: input.reason.trim(),
      proposedBy: principal.subject,
      proposedOn: today,
      state: PromotionState.PROPOSED,
      decidedBy: null,
      decidedOn: null,
      version: 1,
    });
    await em.flush();
    const object = `employee-promotion:${promotion.id}`;
    await context.audit.write(em, { action: 'promotion.propose', object, fields: ['employeeId', 'from', 'kind', 'reason'] });
    return promotion;
  });
}

/** Decides on a promotion, by another person; confirmed, the employment ends on its day and the next begins, and posts held go on. */
function decide(context: Context, id: string, version: number, confirm: boolean): Promise<PromotionGiven> {
  return mutate(context, 'promotion', async () => {
    const { em, municipality, principal, today } = context;
    const seen = isId(id) ? await em.findOne(EmployeePromotion, { id, municipality }) : null;
    if (!seen) refuse(ProblemCode.NOT_FOUND, 'Tādas amata maiņas nav.', 'There is no such promotion.', 'id');
    const { employments } = await holdEmployee(context, seen.employeeId);
    const promotion = await em.refresh(seen, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (promotion?.version !== version) refuseStale();
    const { employeeId, kind, from, reason } = promotion;
    const wrong = decisionProblem(promotion, { subject: principal.subject, self: principal.employee === employeeId });
    if (wrong) throw new Refusal([wrong]);
    promotion.state = confirm ? PromotionState.CONFIRMED : PromotionState.DECLINED;
    promotion.decidedBy = principal.subject;
    promotion.decidedOn = today;
    if (confirm) {
      const problems = promotionProblems({ kind, from, reason, employments, self: false, latest: from });
      if (problems.length) throw new Refusal(problems.map((one) => Object.assign(one, { field: 'id' })));
      const [holding] = allHoldingOn(employments, from);
      if (!holding) throw new Error('The rules found an employment that is not there');
      const { until } = holding;
      holding.until = from;
      await em.flush(); // before the next one begins: the constraint looks at each statement
      em.create(Employment, { id: newId(), municipality, employeeId, kind, from, until });
      await publishEmployee(context, employeeId);
    }
    await em.flush();
    await context.audit.write(em, {
      action: 'promotion.decide',
      object: `employee-promotion:${promotion.id}`,
      fields: confirm ? ['kind', 'from', 'state'] : ['state'],
    });
    return promotion;
  });
}

/** Promotions. */
@Resolver(() => EmployeePromotion)
export class PromotionResolver {
  @Mutation(() => PromotionPayload, {
    description:
      'Proposes that somebody is employed as something else from a day on. FOUR_EYES for oneself; DUPLICATE while another waits for a decision.',
  })
  @Allow('promotion.propose')
  proposePromotion(
    @Ctx() context: Context,
    @Arg('input', () => ProposePromotionInput, { description: 'Who, as what, from when, why.' }) input: ProposePromotionInput,
  ): Promise<PromotionGiven> {
    return propose(context, input);
  }

  @Mutation(() => PromotionPayload, {
    description:
      'Decides on a proposed promotion. FOUR_EYES for who proposed and who is promoted, WRONG_STATE where it has been decided, STALE.',
  })
  @Allow('promotion.decide')
  decidePromotion(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the promotion.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
    @Arg('confirm', () => Boolean, { description: 'True: the employment changes. False: it stays as it is.' }) confirm: boolean,
  ): Promise<PromotionGiven> {
    return decide(context, id, version, confirm);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who.' })
  employee(@Ctx() context: Context, @Root() promotion: EmployeePromotion): Promise<Employee | null> {
    return context.load(employeeById, promotion.employeeId);
  }
}

/** What an employee was and is employed as. */
@Resolver(() => Employee)
export class EmployeePromotionsResolver {
  @FieldResolver(() => [EmploymentPeriod], {
    nullable: true,
    description: 'As what the employee was, is and will be employed, the oldest first.',
  })
  employments(@Ctx() context: Context, @Root() employee: Employee): Promise<EmploymentPeriod[]> {
    return context.load(employmentsOf, employee.id);
  }

  @FieldResolver(() => [EmployeePromotion], { nullable: true, description: 'Promotions, proposed or decided, the latest first.' })
  @Allow('promotion.propose')
  promotions(@Ctx() context: Context, @Root() employee: Employee): Promise<EmployeePromotion[]> {
    return context.load(promotionsOf, employee.id);
  }
}
