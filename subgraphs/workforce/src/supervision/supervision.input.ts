import { DateScalar } from '@atbalsts/graphql';
import { IsUUID } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';
import { SupervisionForm } from '../obligation/hours.entity.js';

/** Supervision of an employee. */
@InputType({ description: 'Supervision of an employee (supervīzija).' })
export class RecordSupervisionInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => DateScalar, { description: 'On which day.' })
  on!: string;

  @Field(() => SupervisionForm, { description: 'Alone or in a group.' })
  form!: SupervisionForm;

  @Field(() => Float, {
    description: 'Hours on that day: more than 0, with the other training and supervision of the day at most 24, in hundredths at finest.',
  })
  hours!: number;
}
