import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** What one specialist found at a visit. */
@InputType({ description: 'What one specialist found at a visit.' })
export class HomeVisitOpinionInput {
  @Field(() => ID, { description: 'The employee whose opinion it is.' })
  employeeId!: string;

  @Field(() => String, { description: 'What was found.' })
  @MaxLength(20_000)
  findings!: string;
}

/** A home visit to be recorded. */
@InputType({ description: 'A home visit to be recorded, with the opinion of everybody who came along.' })
export class RecordHomeVisitInput {
  @Field(() => ID, { description: 'Who was visited.' })
  personId!: string;

  @Field(() => DateScalar, { description: 'When; it may lie before the day of entry.' })
  on!: string;

  @Field(() => [HomeVisitOpinionInput], { description: 'What each specialist found; at least one, each employee once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  opinions!: HomeVisitOpinionInput[];
}
