import { IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** That the council has approved a progress report. */
@InputType({ description: 'That the council has approved a progress report.' })
export class ApproveProgressReportInput {
  @Field(() => ID, { description: 'Id of the strategy.' })
  @IsUUID('all')
  strategyId!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => String, { description: 'The decision of the council, by its number and date.' })
  @MaxLength(400)
  decision!: string;
}
