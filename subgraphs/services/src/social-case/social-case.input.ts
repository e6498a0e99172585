import { DateScalar, TargetGroup } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { GoalOutcome } from './case-goal.entity.js';
import { RiskLevel } from './social-case.entity.js';
import { mostGoals } from './social-case.rules.js';

/** A goal of a case: what is to be better at its end. */
@InputType({ description: 'A goal of a case: what is to be better at its end.' })
export class CaseGoalInput {
  @Field(() => String, { description: 'What is to be better at the end.' })
  @MaxLength(1000)
  text!: string;

  @Field(() => [String], { defaultValue: [], description: 'What is to be done for it.' })
  @ArrayMaxSize(50)
  @MaxLength(1000, { each: true })
  activities!: string[];

  @Field(() => DateScalar, { nullable: true, description: 'By when.' })
  dueOn?: string | null;
}

/** A case to be opened. */
@InputType({ description: 'A case to be opened for a person of your municipality.' })
export class OpenCaseInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => TargetGroup, { description: 'Whom the work is for.' })
  targetGroup!: TargetGroup;

  @Field(() => RiskLevel, { description: 'How great the risk is.' })
  risk!: RiskLevel;

  @Field(() => ID, { description: 'The employee who will be responsible.' })
  responsibleId!: string;

  @Field(() => DateScalar, { description: 'Opened on; it may lie before the day of entry.' })
  openedOn!: string;

  @Field(() => [CaseGoalInput], { description: 'What is to be better at the end; at least one goal.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(mostGoals)
  @ValidateNested({ each: true })
  goals!: CaseGoalInput[];
}

/** What came of one goal. */
@InputType({ description: 'What came of one goal of a case.' })
export class GoalOutcomeInput {
  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;

  @Field(() => GoalOutcome, { description: 'What came of it.' })
  outcome!: GoalOutcome;
}

/** A case to be closed. */
@InputType({ description: 'A case to be closed, with what came of each of its goals.' })
export class CloseCaseInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => Int, { description: 'Version of the case that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'Closed on; it may lie before the day of entry.' })
  closedOn!: string;

  @Field(() => [GoalOutcomeInput], { description: 'What came of the goals: all of the case, each once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  outcomes!: GoalOutcomeInput[];
}

/** A note to be written in a case. */
@InputType({ description: 'A note to be written in a case; it is signed by whoever writes it.' })
export class AddCaseNoteInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The note.' })
  @MaxLength(20_000)
  text!: string;
}

/** A goal that is added while the work goes on. */
@InputType({ description: 'A goal that is added to an open case.' })
export class AddCaseGoalInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => CaseGoalInput, { description: 'What is to be better besides.' })
  @ValidateNested()
  goal!: CaseGoalInput;
}

/** A case to be handed over. */
@InputType({ description: 'A case to be handed over to another employee.' })
export class HandOverCaseInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => Int, { description: 'Version of the case that was read.' })
  version!: number;

  @Field(() => ID, { description: 'The employee who takes it over.' })
  responsibleId!: string;

  @Field(() => DateScalar, { description: 'The first day on which that employee is responsible; not in the future.' })
  on!: string;

  @Field(() => String, { description: 'Why.' })
  @MaxLength(1000)
  reason!: string;
}

/** Which cases to list; what is left out does not matter. */
@InputType({ description: 'Which cases to list; what is left out does not matter.' })
export class SocialCaseFilter {
  @Field(() => ID, { nullable: true, description: 'Only those this employee is responsible for.' })
  responsibleId?: string | null;

  @Field(() => TargetGroup, { nullable: true, description: 'Only those for this group.' })
  targetGroup?: TargetGroup | null;

  @Field(() => RiskLevel, { nullable: true, description: 'Only those of this risk.' })
  risk?: RiskLevel | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only those open on this day.' })
  openOn?: string | null;
}
