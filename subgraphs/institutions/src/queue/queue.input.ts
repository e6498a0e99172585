import { DateScalar } from '@atbalsts/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { WaitingEnd, WaitingUrgency } from './waiting.entity.js';

/** Somebody who is to wait for a place. */
@InputType({ description: 'Somebody who is to wait for a place in a facility.' })
export class JoinFacilityQueueInput {
  @Field(() => ID, { description: 'Which facility.' })
  @IsUUID()
  facilityId!: string;

  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId!: string;

  @Field(() => WaitingUrgency, { description: 'How urgent it is.' })
  urgency!: WaitingUrgency;

  @Field(() => DateScalar, { nullable: true, description: 'Since when; today when left out, not in the future.' })
  since?: string | null;
}

/** Somebody who no longer waits. */
@InputType({ description: 'Somebody who no longer waits.' })
export class LeaveFacilityQueueInput {
  @Field(() => ID, { description: 'Which entry.' })
  @IsUUID()
  entryId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => WaitingEnd, { description: 'Why; not PLACED, which the admission records.' })
  why!: WaitingEnd;
}

/** A free place to be offered. */
@InputType({ description: 'A free place of a facility to be offered: to the first in order, or to somebody else for a reason.' })
export class OfferPlaceInput {
  @Field(() => ID, { description: 'Which facility.' })
  @IsUUID()
  facilityId!: string;

  @Field(() => ID, { nullable: true, description: 'To whom, by the entry; the first in order when left out.' })
  @IsOptional()
  @IsUUID()
  entryId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is not the first in order: needed for anybody else, and kept.' })
  @IsOptional()
  @MaxLength(1000)
  reason?: string | null;
}

/** The answer to an offered place. */
@InputType({ description: 'The answer to an offered place.' })
export class AnswerPlaceOfferInput {
  @Field(() => ID, { description: 'Which offer.' })
  @IsUUID()
  offerId!: string;

  @Field(() => Boolean, { description: 'True: the person comes. False: does not want it, and is passed over for a while.' })
  accept!: boolean;
}
