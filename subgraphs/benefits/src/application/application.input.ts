import type { Cents } from '@atbalsts/database';
import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ApplicationState, LegalGround } from './application.entity.js';
import { Evidence, IncomeSource } from './declared-income.entity.js';

/** What is entered when an application is submitted. */
@InputType({ description: 'An application for one kind of benefit, in the municipality of the token.' })
export class SubmitApplicationInput {
  @Field(() => ID, { description: 'Who applies.' })
  @IsUUID()
  applicantId!: string;

  @Field(() => ID, { description: 'The household the applicant belongs to on the day.' })
  @IsUUID()
  householdId!: string;

  @Field(() => ID, { description: 'Code of the kind of benefit.' })
  @MaxLength(60)
  benefitType!: string;

  @Field(() => DateScalar, { description: 'The day it was submitted; not in the future.' })
  submittedOn!: string;

  @Field(() => String, { nullable: true, description: 'IBAN of the account the benefit is to go to.' })
  @MaxLength(50)
  payeeAccount?: string | null;

  @Field(() => EuroScalar, { nullable: true, description: 'Receipts, for benefits that repay costs; not negative.' })
  @Min(0)
  claimedCosts?: Cents | null;

  @Field(() => LegalGround, { defaultValue: LegalGround.STANDARD, description: 'On what provision it is asked for.' })
  legalGround!: LegalGround;
}

/** The largest sum of a month that is taken for an income or for housing costs: a million euro. */
export const largestMonthly = 100_000_000;

/** The largest number of incomes of one household. */
export const mostIncomes = 500;

/** An income of a member of the household. */
@InputType({ description: 'An income of a member of the household.' })
export class DeclaredIncomeInput {
  @Field(() => ID, { description: 'Whose income; a member of the household on the day of the application.' })
  @IsUUID()
  personId!: string;

  @Field(() => IncomeSource, { description: 'From where it comes.' })
  source!: IncomeSource;

  @Field(() => [EuroScalar], { description: 'The three full months before the application, the oldest first; not negative.' })
  @Min(0, { each: true })
  @Max(largestMonthly, { each: true })
  monthly!: Cents[];

  @Field(() => Evidence, { defaultValue: Evidence.DECLARED, description: 'On what it rests.' })
  evidence!: Evidence;
}

/** The means of a household, all at once: what was declared before is replaced. */
@InputType({ description: 'The means of the household of an application, all at once: what was declared before is replaced.' })
export class DeclareMeansInput {
  @Field(() => ID, { description: 'Which application.' })
  applicationId!: string;

  @Field(() => Int, { description: 'The version of the application that was seen.' })
  version!: number;

  @Field(() => [DeclaredIncomeInput], { description: 'All incomes of all members; empty where nobody has any.' })
  @ArrayMaxSize(mostIncomes)
  @ValidateNested({ each: true })
  incomes!: DeclaredIncomeInput[];

  @Field(() => EuroScalar, {
    defaultValue: 0,
    description: 'Housing costs of the month within the norms of Cabinet Regulation 809, annex 3; not negative.',
  })
  @Min(0)
  @Max(largestMonthly)
  housingCosts!: Cents;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day everything needed was there; when left out, today, or the day recorded before. The decision is due one month later.',
  })
  completeOn?: string | null;
}

/** Which applications to list; what is left out is not asked. */
@InputType({ description: 'Which applications to list; what is left out is not asked.' })
export class ApplicationFilter {
  @Field(() => ApplicationState, { nullable: true, description: 'In this state.' })
  state?: ApplicationState | null;

  @Field(() => ID, { nullable: true, description: 'For this kind of benefit.' })
  benefitType?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Undecided, and due before this day.' })
  dueBefore?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this applicant.' })
  @IsUUID()
  applicantId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this household.' })
  @IsUUID()
  householdId?: string | null;

  @Field(() => LegalGround, { nullable: true, description: 'Asked for on this provision.' })
  legalGround?: LegalGround | null;

  @Field(() => DateScalar, { nullable: true, description: 'Submitted on this day or later.' })
  submittedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Submitted before this day.' })
  submittedUntil?: string | null;
}
