import { DateScalar } from '@atbalsts/graphql';
import { IsUUID } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';

/** A post that an employee is to hold. */
@InputType({ description: 'A post that an employee is to hold: beside the others, or instead of them.' })
export class AssignPostInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => ID, { description: 'The unit of the post.' })
  @IsUUID('all')
  unitId!: string;

  @Field(() => Float, { description: 'Size of the post in full-time equivalents: 1 is a full post; in hundredths at finest.' })
  fte!: number;

  @Field(() => DateScalar, { description: 'From which day; at most a year ahead.' })
  from!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'True for a move: what the employee holds until then ends on that day.' })
  move!: boolean;
}
