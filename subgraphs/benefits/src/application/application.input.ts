import type { Cents } from '@atbalsts/database';
import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { IsUUID, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ApplicationState, LegalGround } from './application.entity.js';

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
