import type { Cents } from '@atbalsts/database';
import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { BothLanguagesInput } from '../adopt/adopt.input.js';

/** A call for projects, with its rules. */
@InputType({ description: 'A call for projects of your region, with its rules.' })
export class OpenProjectCallInput {
  @Field(() => String, { description: 'Short name that nothing else has, of small letters, digits and hyphens, e.g. latgale-2027-1.' })
  @MaxLength(60)
  code!: string;

  @Field(() => BothLanguagesInput, { description: 'Its title.' })
  @ValidateNested()
  title!: BothLanguagesInput;

  @Field(() => Int, { description: 'Year of the programme.' })
  year!: number;

  @Field(() => Int, { defaultValue: 1, description: 'Which call of the programme it is.' })
  round!: number;

  @Field(() => DateScalar, { description: 'The first day on which projects are taken.' })
  opensOn!: string;

  @Field(() => DateScalar, { description: 'The first day on which they are no longer taken.' })
  closesOn!: string;

  @Field(() => Int, { defaultValue: 24, description: 'Longest duration of a project, in months.' })
  maxMonths!: number;

  @Field(() => EuroScalar, { description: 'Most that a project may ask for.' })
  ceiling!: Cents;

  @Field(() => Int, { defaultValue: 100, description: 'Share of the costs that is paid, in percent; 100 is full funding.' })
  fundingRatePercent!: number;

  @Field(() => Int, { defaultValue: 5, description: 'Most of a project that may go to infrastructure, in percent.' })
  infrastructureMaxPercent!: number;

  @Field(() => BothLanguagesInput, { description: 'Who may submit a project; beyond the rule that only registered providers may.' })
  @ValidateNested()
  eligibleApplicants!: BothLanguagesInput;

  @Field(() => [String], { description: 'Costs that are eligible.' })
  @ArrayMaxSize(50)
  @MaxLength(400, { each: true })
  eligibleCosts!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Further conditions.' })
  @ArrayMaxSize(50)
  @MaxLength(400, { each: true })
  conditions!: string[];

  @Field(() => String, { description: 'The document that sets the rules.' })
  @MaxLength(400)
  source!: string;
}
