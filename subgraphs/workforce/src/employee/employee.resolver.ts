import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, PageArgs } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Obligation } from '../obligation/obligation.js';
import { obligationOf } from '../obligation/obligation.service.js';
import { PostAssignment } from '../post/post.entity.js';
import { assignmentsOf } from '../post/post.loader.js';
import { Unit } from '../unit/unit.entity.js';
import { unitById } from '../unit/unit.loader.js';
import { Employee, EmployeeConnection } from './employee.entity.js';
import { employeeById, employmentsOf } from './employee.loader.js';
import { allHoldingOn, holdingOn } from './employee.rules.js';
import { findEmployees } from './employee.search.js';
import { SpecialistKind } from './specialist-kind.js';

@ArgsType()
class EmployeesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of a name; diacritics do not matter. It also finds those who have left.' })
  search?: string | null;
}

const year = { description: 'The calendar year.' };

/** Employees of the own municipality. */
@Resolver(() => Employee)
export class EmployeeResolver {
  @Query(() => EmployeeConnection, { description: 'Employees of your municipality by name: who works there today or is about to begin.' })
  @Allow('employee.read')
  employees(@Ctx() context: Context, @Args() args: EmployeesArgs): Promise<Connection<Employee>> {
    return findEmployees(context, args.search, args);
  }

  @Query(() => Employee, { nullable: true, description: 'An employee by id; null where there is none in your municipality.' })
  @Allow('employee.read')
  employee(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the employee.' }) id: string): Promise<Employee | null> {
    return context.load(employeeById, id);
  }

  @FieldResolver(() => SpecialistKind, {
    nullable: true,
    description: 'As what the employee is employed today; before the first day and after the last, the nearest.',
  })
  async kind(@Ctx() context: Context, @Root() employee: Employee): Promise<SpecialistKind | null> {
    return holdingOn(await context.load(employmentsOf, employee.id), context.today)?.kind ?? null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit of the largest post that the employee holds today; null without one.',
  })
  @Allow('unit.read')
  async unit(@Ctx() context: Context, @Root() employee: Employee): Promise<Unit | null> {
    const held = allHoldingOn(await context.load(assignmentsOf, employee.id), context.today).sort((a, b) => b.fte - a.fte);
    return held[0] ? context.load(unitById, held[0].unitId) : null;
  }

  @FieldResolver(() => [PostAssignment], { nullable: true, description: 'Posts that the employee holds or held, the oldest first.' })
  posts(@Ctx() context: Context, @Root() employee: Employee): Promise<PostAssignment[]> {
    return context.load(assignmentsOf, employee.id);
  }

  @FieldResolver(() => Obligation, {
    nullable: true,
    description:
      'Training in a year against what is asked of this kind of employee; null where nothing is asked, or in a year without employment.',
  })
  @Allow('obligation.read')
  training(@Ctx() context: Context, @Root() employee: Employee, @Arg('year', () => Int, year) of: number): Promise<Obligation | null> {
    return obligationOf(context, employee.id, of, 'training');
  }

  @FieldResolver(() => Obligation, {
    nullable: true,
    description:
      'Supervision in a year in hours of a group (one hour alone counts as two) against what is asked of this kind of employee; null where nothing is asked.',
  })
  @Allow('obligation.read')
  supervision(@Ctx() context: Context, @Root() employee: Employee, @Arg('year', () => Int, year) of: number): Promise<Obligation | null> {
    return obligationOf(context, employee.id, of, 'supervision');
  }
}
