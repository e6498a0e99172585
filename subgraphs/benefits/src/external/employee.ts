import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Somebody who works for the social service; this domain adds the work that is not over. */
@ObjectType({ description: 'Somebody who works for the social service.' })
@Directive('@key(fields: "id")')
@Allow('employee.read')
export class Employee {
  @Field(() => ID, { description: 'Id of the employee.' })
  id!: string;
}

/** The reference to an employee of the workforce domain. */
export const employeeRef = (id: string): Employee => Object.assign(new Employee(), { id });
