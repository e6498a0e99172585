import { IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';

/** What an indicator reached in a year. */
@InputType({ description: 'What an indicator that no report row measures reached in a year.' })
export class RecordIndicatorInput {
  @Field(() => ID, { description: 'Id of the indicator.' })
  @IsUUID('all')
  indicatorId!: string;

  @Field(() => Int, { description: 'The year: one of its plan, or the year before it (the baseline); not one to come.' })
  year!: number;

  @Field(() => Float, { description: 'What was reached.' })
  @Min(-1e12)
  @Max(1e12)
  value!: number;

  @Field(() => String, { description: 'The document or observation it rests on.' })
  @MaxLength(2000)
  evidence!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'To correct a value: the number of the recording that was seen. Left out for the first.',
  })
  corrects?: number | null;
}
