import { DateScalar } from '@atbalsts/graphql';
import { IsUUID, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';

/** Training that an employee attended. */
@InputType({ description: 'Training that an employee attended.' })
export class RecordTrainingInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => DateScalar, { description: 'On which day; training over several days is recorded day by day.' })
  on!: string;

  @Field(() => String, { description: 'What it was about.' })
  @MaxLength(400)
  topic!: string;

  @Field(() => Float, {
    description: 'Hours on that day: more than 0, with the other training and supervision of the day at most 24, in hundredths at finest.',
  })
  hours!: number;
}
