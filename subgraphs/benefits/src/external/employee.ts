import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Somebody who works for the social service; the workforce domain knows the rest. */
@ObjectType({ description: 'Somebody who works for the social service.' })
@Directive('@key(fields: "id", resolvable: false)')
@Allow('employee.read')
export class Employee {
  @Field(() => ID, { description: 'Id of the employee.' })
  id!: string;
}

/** The reference to an employee of the workforce domain. */
export const employeeRef = (id: string): Employee => Object.assign(new Employee(), { id });
