import { Allow } from '@atbalsts/auth';
import { type Context, type Payload, Problem } from '@atbalsts/graphql';
import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Employee } from '../employee/employee.entity.js';
import { employeeById } from '../employee/employee.loader.js';
import { EmployeeAbsence } from './absence.entity.js';
import { ChangeEmployeeAbsenceInput, RecordEmployeeAbsenceInput } from './absence.input.js';
import { absencesOf, changeAbsence, recordAbsence, standsInFor } from './absence.service.js';

/** What a change of an absence gives back. */
@ObjectType({ description: 'What a change of an absence of an employee gives back.' })
@Allow('employee.read')
export class EmployeeAbsencePayload {
  @Field(() => EmployeeAbsence, { nullable: true, description: 'The absence; null when refused.' })
  absence!: EmployeeAbsence | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

/** Absences, and who stands in. */
@Resolver(() => EmployeeAbsence)
export class EmployeeAbsenceResolver {
  @Mutation(() => EmployeeAbsencePayload, {
    description:
      'Records an absence and who stands in: needed where the employee is responsible for open cases, and never somebody who is away too. OVERLAP where an absence is on record for that time.',
  })
  @Allow('absence.record')
  recordEmployeeAbsence(
    @Ctx() context: Context,
    @Arg('input', () => RecordEmployeeAbsenceInput, { description: 'Who, why, from when until when, who stands in.' })
    input: RecordEmployeeAbsenceInput,
  ): Promise<Payload<'absence', EmployeeAbsence>> {
    return recordAbsence(context, input);
  }

  @Mutation(() => EmployeeAbsencePayload, {
    description: 'Changes the end or the substitute of an absence. STALE, WRONG_STATE where it is over.',
  })
  @Allow('absence.record')
  changeEmployeeAbsence(
    @Ctx() context: Context,
    @Arg('input', () => ChangeEmployeeAbsenceInput, { description: 'Which, and what changes.' }) input: ChangeEmployeeAbsenceInput,
  ): Promise<Payload<'absence', EmployeeAbsence>> {
    return changeAbsence(context, input);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who is away.' })
  employee(@Ctx() context: Context, @Root() absence: EmployeeAbsence): Promise<Employee | null> {
    return context.load(employeeById, absence.employeeId);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who stands in; null where nobody needs to.' })
  async substitute(@Ctx() context: Context, @Root() absence: EmployeeAbsence): Promise<Employee | null> {
    return absence.substituteId ? context.load(employeeById, absence.substituteId) : null;
  }
}

/** Absences of an employee. */
@Resolver(() => Employee)
export class EmployeeAbsencesResolver {
  @FieldResolver(() => [EmployeeAbsence], { nullable: true, description: 'Absences, past and to come, the oldest first.' })
  absences(@Ctx() context: Context, @Root() employee: Employee): Promise<EmployeeAbsence[]> {
    return context.load(absencesOf, employee.id);
  }

  @FieldResolver(() => [EmployeeAbsence], {
    nullable: true,
    description: 'Absences of others that go on or are to come, in which the employee stands in.',
  })
  standsInFor(@Ctx() context: Context, @Root() employee: Employee): Promise<EmployeeAbsence[]> {
    return context.load(standsInFor, employee.id);
  }
}
