import { DateScalar } from '@atbalsts/graphql';
import { IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** That an employee leaves. */
@InputType({ description: 'That an employee leaves.' })
export class LeaveInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => DateScalar, { description: 'The first day on which the employee no longer works there; at most a year ahead.' })
  on!: string;
}
