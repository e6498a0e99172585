import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MarkInput } from '../assessment-form/assessment-form.input.js';

/** An assessment of the risks of a family. */
@InputType({ description: 'An assessment of the risks of a family, in its open case. You are its assessor.' })
export class AssessRiskInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => Int, { description: 'Version of the case that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'Assessed on; it may lie before the day of entry. The form of that day counts.' })
  on!: string;

  @Field(() => [MarkInput], { description: 'Points for every criterion of the form, each once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  marks!: MarkInput[];

  @Field(() => String, { description: 'What was found.' })
  @MaxLength(20_000)
  findings!: string;
}
