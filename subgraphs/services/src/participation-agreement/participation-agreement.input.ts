import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DutyDomain } from './participation-agreement.entity.js';

/** What the person takes upon itself. */
@InputType({ description: 'What the person takes upon itself.' })
export class ParticipationDutyInput {
  @Field(() => String, { description: 'The duty.' })
  @MaxLength(1000)
  text!: string;

  @Field(() => DutyDomain, { description: 'For which part of the office it counts.' })
  domain!: DutyDomain;

  @Field(() => DateScalar, { nullable: true, description: 'By when.' })
  dueOn?: string | null;
}

/** A participation agreement to be made. */
@InputType({ description: 'A participation agreement to be made: it takes the place of the active one.' })
export class AgreeParticipationInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => DateScalar, { description: 'Agreed on; it may lie before the day of entry.' })
  agreedOn!: string;

  @Field(() => [ParticipationDutyInput], { description: 'What the person takes upon itself, over all parts of the office; at least one.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  duties!: ParticipationDutyInput[];

  @Field(() => [ID], { description: 'The employees with whom it is agreed; at least one.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  partyIds!: string[];
}

/** A duty that was fulfilled. */
@InputType({ description: 'A duty of the active agreement that was fulfilled.' })
export class FulfilDutyInput {
  @Field(() => ID, { description: 'The duty.' })
  dutyId!: string;

  @Field(() => DateScalar, { description: 'When it was fulfilled; it may lie before the day of entry.' })
  on!: string;
}
