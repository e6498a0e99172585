import { IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** What people write into a yearly progress report; tasks and figures are added by themselves. */
@InputType({ description: 'What people write into a yearly progress report; tasks and figures are added by themselves.' })
export class SubmitProgressReportInput {
  @Field(() => ID, { description: 'Id of the strategy.' })
  @IsUUID('all')
  strategyId!: string;

  @Field(() => Int, { description: 'The year, which must be over.' })
  year!: number;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; left out where nothing was written yet.' })
  version?: number | null;

  @Field(() => String, { description: 'Short assessment of how the plan was carried out, with its results.' })
  @MaxLength(20000)
  summary!: string;

  @Field(() => String, { nullable: true, description: 'New problems and opportunities that need study and decisions.' })
  @MaxLength(20000)
  newProblems?: string | null;

  @Field(() => String, { nullable: true, description: 'Grounds for updating the strategy, where needed.' })
  @MaxLength(20000)
  updateGrounds?: string | null;

  @Field(() => String, { nullable: true, description: 'Proposals of the service, of clients and of partners.' })
  @MaxLength(20000)
  proposals?: string | null;
}
