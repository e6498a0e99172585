import { Allow } from '@atbalsts/auth';
import { Field, Int, ObjectType } from 'type-graphql';

/** How many cases an employee is responsible for, against the norm (Bauska strategy 2016-2020, measure 2.3.1: 20 to 22 active cases). */
@ObjectType({ description: 'How many cases an employee is responsible for, against the norm of 20 to 22 active cases a social worker.' })
@Allow('caseload.read')
export class Caseload {
  @Field(() => Int, { description: 'Open cases.' })
  open!: number;

  @Field(() => Int, { description: 'Open cases of high risk.' })
  highRisk!: number;

  @Field(() => Int, { description: 'The most cases the norm allows.' })
  norm!: number;

  @Field(() => Boolean, { description: 'True where there are more.' })
  over!: boolean;
}
