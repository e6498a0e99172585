import { Allow } from '@atbalsts/auth';
import { DateScalar, Problem } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, Matches, MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { HouseholdStatus } from '../means/means.model.js';
import { Prolongation } from './prolongation.entity.js';

/** Which statuses are prolonged, until when. */
@InputType({ description: 'Which statuses are prolonged, and until when.' })
export class ProlongationScope {
  @Field(() => DateScalar, { description: 'Statuses that end from this day on.' })
  endingFrom!: string;

  @Field(() => DateScalar, { description: 'Statuses that end on this day or later are not.' })
  endingUntil!: string;

  @Field(() => [HouseholdStatus], {
    defaultValue: [HouseholdStatus.NEEDY, HouseholdStatus.LOW_INCOME],
    description: 'Which statuses; NONE is none.',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(3)
  statuses!: HouseholdStatus[];

  @Field(() => DateScalar, {
    description: 'The first day on which they no longer hold: the first of a month, at most twelve months after endingFrom.',
  })
  until!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether monthly benefits of the means test that end with the status go on with it, with the same amount. Then another person approves.',
  })
  withBenefits!: boolean;
}

/** A prolongation, with what it rests on. */
@InputType({ description: 'A prolongation of statuses, with what it rests on.' })
export class ProlongStatusesInput extends ProlongationScope {
  @Field(() => String, { description: 'A key of your own, 8 to 100 characters: sent again with the same key, nothing is done twice.' })
  @Matches(/^[\w.:-]{8,100}$/)
  key!: string;

  @Field(() => String, { description: 'The legal act that it rests on.' })
  @MaxLength(1000)
  legalBasis!: string;
}

/** What a change of a prolongation gives back. */
@ObjectType({ description: 'What a change of a prolongation gives back.' })
@Allow('prolongation.read')
export class ProlongationPayload {
  @Field(() => Prolongation, { nullable: true, description: 'The prolongation; null when refused.' })
  prolongation!: Prolongation | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
