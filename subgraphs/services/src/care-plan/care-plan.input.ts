import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A task of a care plan. */
@InputType({ description: 'A task of a care plan.' })
export class CareTaskInput {
  @Field(() => String, { description: 'What is done.' })
  @MaxLength(1000)
  text!: string;

  @Field(() => Int, { description: 'How often a week, 1 to 70.' })
  timesAWeek!: number;

  @Field(() => Int, { description: 'Minutes each time.' })
  minutes!: number;

  @Field(() => ID, { nullable: true, description: 'The employee who does it; either this or byWhom.' })
  employeeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who else does it: a relative, a partner.' })
  @MaxLength(200)
  byWhom?: string | null;

  @Field(() => DateScalar, { description: 'The first day of it.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer done.' })
  until?: string | null;
}

/** A care plan to be made. */
@InputType({ description: 'A care plan of a granted service. It takes the place of the one that counts.' })
export class MakeCarePlanInput {
  @Field(() => ID, { description: 'The request by which the service is granted.' })
  requestId!: string;

  @Field(() => Int, { description: 'Version of the request that was read.' })
  version!: number;

  @Field(() => String, { description: 'What the care is to reach.' })
  @MaxLength(2000)
  goal!: string;

  @Field(() => [CareTaskInput], { description: 'What is done; at least one task.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  tasks!: CareTaskInput[];
}
