import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A place that has become free. */
@InputType({ description: 'A place of a service that has become free. It is offered to the first who waits, at once.' })
export class ReportFreePlaceInput {
  @Field(() => ID, { description: 'Your own key: the same key twice is the same place.' })
  @MaxLength(200)
  key!: string;

  @Field(() => ID, { description: 'Code of the kind of service.' })
  serviceType!: string;

  @Field(() => DateScalar, { description: 'Free from; it may lie ahead.' })
  from!: string;

  @Field(() => String, { description: 'Which place it is, without naming who had it.' })
  @MaxLength(400)
  description!: string;
}

/** The answer to an offer. */
@InputType({ description: 'The answer of somebody who waits to the offer of a free place.' })
export class AnswerOfferInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => Int, { description: 'Version of the offer that was read.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether the person takes the place.' })
  accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; needed for a refusal.' })
  @MaxLength(2000)
  reason?: string | null;
}

/** A place that is not free after all. */
@InputType({ description: 'A place that is not free after all. An open offer of it is taken back.' })
export class WithdrawFreePlaceInput {
  @Field(() => ID, { description: 'The place.' })
  placeId!: string;

  @Field(() => Int, { description: 'Version of the place that was read.' })
  version!: number;

  @Field(() => String, { description: 'Why.' })
  @MaxLength(2000)
  reason!: string;
}
