import type { Cents } from '@atbalsts/database';
import { EuroScalar, FundingSource } from '@atbalsts/graphql';
import { ArrayMaxSize, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { SwotKind } from '../strategy/swot.entity.js';

const share = (who: string) => ({ nullable: true, description: `Share ${who} pays, 0 to 1.` });

/** A text in both languages. */
@InputType({ description: 'A text in both languages.' })
export class BothLanguagesInput {
  @Field(() => String, { description: 'In Latvian.' })
  @MaxLength(4000)
  lv!: string;

  @Field(() => String, { description: 'In English.' })
  @MaxLength(4000)
  en!: string;
}

/** The report row that measures an indicator. */
@InputType({ description: 'The report row that measures an indicator.' })
export class MeasureRefInput {
  @Field(() => ID, { description: 'Id of the table.' })
  @MaxLength(100)
  table!: string;

  @Field(() => ID, { description: 'Key of the row.' })
  @MaxLength(100)
  row!: string;
}

/** What an indicator should reach in a year. */
@InputType({ description: 'What an indicator should reach in a year, at least.' })
export class YearTargetInput {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Float, { description: 'At least so much.' })
  value!: number;
}

/** An indicator of a task. */
@InputType({ description: 'How one sees that a task succeeds.' })
export class AdoptIndicatorInput {
  @Field(() => BothLanguagesInput, { description: 'What is measured.' })
  @ValidateNested()
  title!: BothLanguagesInput;

  @Field(() => MeasureRefInput, { nullable: true, description: 'The report row that measures it; left out where its values are recorded.' })
  @ValidateNested()
  measure?: MeasureRefInput | null;

  @Field(() => [YearTargetInput], { defaultValue: [], description: 'What it should reach, by year.' })
  @ArrayMaxSize(50)
  targets!: YearTargetInput[];
}

/** A task of a goal. */
@InputType({ description: 'A task of a goal, or a sub-task of one.' })
export class AdoptTaskInput {
  @Field(() => ID, { description: 'Its number; no other task of the strategy has it.' })
  @MaxLength(40)
  code!: string;

  @Field(() => ID, { nullable: true, description: 'Number of the task of the same goal, named before, that it is a sub-task of.' })
  parent?: string | null;

  @Field(() => BothLanguagesInput, { description: 'What is to be done.' })
  @ValidateNested()
  title!: BothLanguagesInput;

  @Field(() => BothLanguagesInput, { description: 'What is expected of it.' })
  @ValidateNested()
  result!: BothLanguagesInput;

  @Field(() => Int, { description: 'First year of the work.' })
  fromYear!: number;

  @Field(() => Int, { description: 'Last year of the work, included.' })
  untilYear!: number;

  @Field(() => String, { description: 'Who answers for it.' })
  @MaxLength(400)
  responsible!: string;

  @Field(() => [FundingSource], { description: 'Who pays for it.' })
  @ArrayMaxSize(10)
  funding!: FundingSource[];

  @Field(() => [AdoptIndicatorInput], { defaultValue: [], description: 'How one sees that it succeeds.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  indicators!: AdoptIndicatorInput[];
}

/** A goal with its tasks. */
@InputType({ description: 'A strategic goal with its tasks, each before its sub-tasks.' })
export class AdoptGoalInput {
  @Field(() => ID, { description: 'Its code; no other goal of the strategy has it.' })
  @MaxLength(40)
  code!: string;

  @Field(() => BothLanguagesInput, { description: 'Its title.' })
  @ValidateNested()
  title!: BothLanguagesInput;

  @Field(() => [AdoptTaskInput], { description: 'Its tasks.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  tasks!: AdoptTaskInput[];
}

/** A line of the investment plan. */
@InputType({ description: 'A line of the investment plan.' })
export class AdoptInvestmentInput {
  @Field(() => ID, { description: 'Its number; no other line has it.' })
  @MaxLength(40)
  code!: string;

  @Field(() => ID, { nullable: true, description: 'Number of the line, named before, that it is a part of.' })
  parent?: string | null;

  @Field(() => BothLanguagesInput, { description: 'What is invested in.' })
  @ValidateNested()
  title!: BothLanguagesInput;

  @Field(() => EuroScalar, { nullable: true, description: 'Indicative amount.' })
  @Min(0)
  amount?: Cents | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True where the amount is for each year.' })
  annual!: boolean;

  @Field(() => Float, share('the municipality'))
  municipalShare?: number | null;

  @Field(() => Float, share('the state'))
  stateShare?: number | null;

  @Field(() => Float, share('a foreign source'))
  foreignShare?: number | null;

  @Field(() => String, { nullable: true, description: 'Which foreign source.' })
  @MaxLength(400)
  foreignSource?: string | null;
}

/** A sentence of the SWOT analysis. */
@InputType({ description: 'A sentence of the SWOT analysis.' })
export class AdoptSwotInput {
  @Field(() => SwotKind, { description: 'Which field it belongs to.' })
  kind!: SwotKind;

  @Field(() => BothLanguagesInput, { description: 'The sentence.' })
  @ValidateNested()
  text!: BothLanguagesInput;
}

/** A strategy or a yearly plan, whole. */
@InputType({ description: 'A strategy or a yearly plan, whole.' })
export class AdoptStrategyInput {
  @Field(() => BothLanguagesInput, { description: 'Its title.' })
  @ValidateNested()
  title!: BothLanguagesInput;

  @Field(() => Int, { description: 'First year.' })
  fromYear!: number;

  @Field(() => Int, { description: 'Last year, included.' })
  untilYear!: number;

  @Field(() => BothLanguagesInput, { description: 'The mission of the service.' })
  @ValidateNested()
  mission!: BothLanguagesInput;

  @Field(() => BothLanguagesInput, { description: 'The vision of the service.' })
  @ValidateNested()
  vision!: BothLanguagesInput;

  @Field(() => String, { description: 'The document it is adopted by, e.g. a decision of the council.' })
  @MaxLength(400)
  source!: string;

  @Field(() => [AdoptGoalInput], { description: 'Its goals.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  goals!: AdoptGoalInput[];

  @Field(() => [AdoptInvestmentInput], { defaultValue: [], description: 'Its investment plan.' })
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  investments!: AdoptInvestmentInput[];

  @Field(() => [AdoptSwotInput], { defaultValue: [], description: 'Its analysis of strengths, weaknesses, opportunities and threats.' })
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  swot!: AdoptSwotInput[];
}
