import { Allow } from '@atbalsts/auth';
import { type IsoDate, isExclusionViolation, isId, newId, periodsOverlap } from '@atbalsts/database';
import {
  type BatchLoad,
  type Context,
  DateScalar,
  groupedInOrder,
  mutate,
  type Payload,
  Problem,
  ProblemCode,
  Refusal,
  refuse,
  refuseStale,
} from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { IsUUID, MaxLength } from 'class-validator';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Employee } from '../employee/employee.entity.js';
import { holdEmployee } from '../employee/employee.hold.js';
import { employeeById } from '../employee/employee.loader.js';
import { EmployeeEvaluation, EvaluationGrade } from './evaluation.entity.js';
import { confirmationProblem, evaluationProblems } from './evaluation.rules.js';

/** How an employee did in a period. */
@InputType({ description: 'How an employee did in a period.' })
export class EvaluateEmployeeInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from!: IsoDate;

  @Field(() => DateScalar, { description: 'The first day after the period; today at the latest.' })
  until!: IsoDate;

  @Field(() => EvaluationGrade, { description: 'How the employee did.' })
  grade!: EvaluationGrade;

  @Field(() => String, { description: 'What was good, what is to be better, what was agreed.' })
  @MaxLength(10_000)
  summary!: string;
}

/** What an evaluation gives back. */
@ObjectType({ description: 'What an evaluation gives back.' })
@Allow('evaluation.read')
export class EvaluationPayload {
  @Field(() => EmployeeEvaluation, { nullable: true, description: 'The evaluation; null when refused.' })
  evaluation!: EmployeeEvaluation | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

type EvaluationGiven = Payload<'evaluation', EmployeeEvaluation>;

/** Evaluations by employee, the latest first. */
const evaluationsOf: BatchLoad<string, EmployeeEvaluation[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(EmployeeEvaluation, { employeeId: { $in: [...ids] } }, { orderBy: { from: 'desc' } }),
    (e) => e.employeeId,
  );

/** Enters how an employee did. FOUR_EYES for oneself, OVERLAP where a part of the period has been evaluated. */
function evaluate(context: Context, input: EvaluateEmployeeInput): Promise<EvaluationGiven> {
  return mutate(context, 'evaluation', async () => {
    const { em, municipality, principal, today } = context;
    const { employee, employments } = await holdEmployee(context, input.employeeId);
    const { from, until, grade } = input;
    const employed = from < until && employments.some((one) => periodsOverlap(one, { from, until }));
    const problems = evaluationProblems({ ...input, employed, self: principal.employee === employee.id }, today);
    if (problems.length) throw new Refusal(problems);
    const evaluation = em.create(EmployeeEvaluation, {
      id: newId(),
      municipality,
      employeeId: employee.id,
      from,
      until,
      grade,
      summary: input.summary.trim(),
      evaluatedBy: principal.subject,
      evaluatedOn: today,
      confirmedBy: null,
      confirmedOn: null,
      version: 1,
    });
    try {
      await em.flush();
    } catch (error) {
      if (!isExclusionViolation(error)) throw error;
      refuse(ProblemCode.OVERLAP, 'Kāda šī perioda daļa jau ir novērtēta.', 'A part of this period has been evaluated already.', 'from');
    }
    const object = `employee-evaluation:${evaluation.id}`;
    await context.audit.write(em, { action: 'evaluation.record', object, fields: ['employeeId', 'from', 'grade', 'summary', 'until'] });
    return evaluation;
  });
}

/** Confirms an evaluation, by another person than who evaluated and who is evaluated. */
function confirm(context: Context, id: string, version: number): Promise<EvaluationGiven> {
  return mutate(context, 'evaluation', async () => {
    const { em, municipality, principal, today } = context;
    const evaluation = isId(id)
      ? await em.findOne(EmployeeEvaluation, { id, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    if (!evaluation) refuse(ProblemCode.NOT_FOUND, 'Tāda novērtējuma nav.', 'There is no such evaluation.', 'id');
    if (evaluation.version !== version) refuseStale();
    const { subject } = principal;
    const problem = confirmationProblem(evaluation, { subject, self: principal.employee === evaluation.employeeId });
    if (problem) throw new Refusal([problem]);
    evaluation.confirmedBy = subject;
    evaluation.confirmedOn = today;
    await em.flush();
    const object = `employee-evaluation:${evaluation.id}`;
    await context.audit.write(em, { action: 'evaluation.confirm', object, fields: ['confirmedBy', 'confirmedOn'] });
    return evaluation;
  });
}

/** Evaluations of employees. */
@Resolver(() => EmployeeEvaluation)
export class EvaluationResolver {
  @Query(() => [EmployeeEvaluation], { description: 'Your own evaluations that have been confirmed, the latest first.' })
  @Allow('employee.read')
  async myEvaluations(@Ctx() context: Context): Promise<EmployeeEvaluation[]> {
    const { employee } = context.principal; // whoever is no employee has none
    return (employee ? await context.load(evaluationsOf, employee) : []).filter(({ confirmedOn }) => confirmedOn !== null);
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Enters how an employee did in a period. FOUR_EYES for oneself, OVERLAP where a part of the period has been evaluated.',
  })
  @Allow('evaluation.record')
  evaluateEmployee(
    @Ctx() context: Context,
    @Arg('input', () => EvaluateEmployeeInput, { description: 'Who, when, how.' }) input: EvaluateEmployeeInput,
  ): Promise<EvaluationGiven> {
    return evaluate(context, input);
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Confirms an evaluation. FOUR_EYES for who evaluated and who is evaluated, WRONG_STATE where it is confirmed, STALE.',
  })
  @Allow('evaluation.confirm')
  confirmEvaluation(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the evaluation.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
  ): Promise<EvaluationGiven> {
    return confirm(context, id, version);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who was evaluated.' })
  employee(@Ctx() context: Context, @Root() evaluation: EmployeeEvaluation): Promise<Employee | null> {
    return context.load(employeeById, evaluation.employeeId);
  }
}

/** Evaluations of an employee. */
@Resolver(() => Employee)
export class EmployeeEvaluationsResolver {
  @FieldResolver(() => [EmployeeEvaluation], { nullable: true, description: 'How the employee did, the latest first, confirmed or not.' })
  @Allow('evaluation.read')
  evaluations(@Ctx() context: Context, @Root() employee: Employee): Promise<EmployeeEvaluation[]> {
    return context.load(evaluationsOf, employee.id);
  }
}
