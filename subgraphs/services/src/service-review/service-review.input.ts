import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ServiceEndReason } from '../service-request/service-request.entity.js';
import { ReviewOutcome } from './service-review.entity.js';

/** A review of a service. */
@InputType({ description: 'A review of a granted service. You are the reviewer.' })
export class ReviewServiceInput {
  @Field(() => ID, { description: 'The request by which the service is granted.' })
  requestId!: string;

  @Field(() => Int, { description: 'Version of the request that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'Reviewed on; it may lie before the day of entry.' })
  on!: string;

  @Field(() => String, { description: 'What was found.' })
  @MaxLength(20_000)
  findings!: string;

  @Field(() => ReviewOutcome, { description: 'What it came to.' })
  outcome!: ReviewOutcome;

  @Field(() => DateScalar, { nullable: true, description: 'When the next one is due; left out, as late as the term of that day allows.' })
  nextOn?: string | null;
}

/** The end of a service. */
@InputType({ description: 'The end of a granted service.' })
export class EndServiceInput {
  @Field(() => ID, { description: 'The request by which the service is granted.' })
  requestId!: string;

  @Field(() => Int, { description: 'Version of the request that was read.' })
  version!: number;

  @Field(() => DateScalar, {
    description:
      'The first day on which it is no longer given: tomorrow at the latest; the first day of the service where it was never given.',
  })
  on!: string;

  @Field(() => ServiceEndReason, { description: 'Why.' })
  reason!: ServiceEndReason;

  @Field(() => String, { nullable: true, description: 'What there is to add; needed for OTHER.' })
  @MaxLength(2000)
  note?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether a place becomes free with it, for the next who waits.' })
  freesPlace!: boolean;
}
