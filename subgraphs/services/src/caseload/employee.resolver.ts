import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Employee } from '../external/employee.js';
import { Caseload } from './caseload.js';
import { caseloadOfEmployee } from './caseload.loader.js';

/** What this domain adds to an employee. */
@Resolver(() => Employee)
export class EmployeeResolver {
  @FieldResolver(() => Caseload, { nullable: true, description: 'How many cases the employee is responsible for.' })
  @Allow('caseload.read')
  caseload(@Ctx() context: Context, @Root() employee: Employee): Promise<Caseload> {
    return context.load(caseloadOfEmployee, employee.id);
  }
}
