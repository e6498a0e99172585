import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Employee } from './employee.entity.js';

/** What a change of an employee gives back. */
@ObjectType({ description: 'What a change of an employee gives back.' })
@Allow('employee.read')
export class EmployeePayload {
  @Field(() => Employee, { nullable: true, description: 'The employee; null when refused.' })
  employee!: Employee | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
