import { DateScalar } from '@atbalsts/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EmployeeAbsenceKind } from './absence.entity.js';

/** An absence of an employee. */
@InputType({ description: 'An absence of an employee.' })
export class RecordEmployeeAbsenceInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => EmployeeAbsenceKind, { description: 'Why.' })
  kind!: EmployeeAbsenceKind;

  @Field(() => DateScalar, { description: 'The first day away; at most a year ahead.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The first day back; at most three years after the first day away.' })
  until!: string;

  @Field(() => ID, { nullable: true, description: 'Who stands in; needed where the employee is responsible for open cases.' })
  @IsOptional()
  @IsUUID('all')
  substituteId?: string | null;
}

/** A change of an absence. */
@InputType({ description: 'A change of an absence: another first day back, another substitute, or both.' })
export class ChangeEmployeeAbsenceInput {
  @Field(() => ID, { description: 'Id of the absence.' })
  @IsUUID('all')
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The first day back; as before when left out.' })
  until?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who stands in; as before when left out.' })
  @IsOptional()
  @IsUUID('all')
  substituteId?: string | null;
}
