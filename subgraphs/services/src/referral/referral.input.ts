import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A referral to be made. */
@InputType({ description: 'A referral of a person to a partner organisation.' })
export class ReferClientInput {
  @Field(() => ID, { description: 'Who is referred.' })
  personId!: string;

  @Field(() => ID, { description: 'To which organisation; it must hold a live consent of the person.' })
  organisationId!: string;

  @Field(() => ID, { description: 'Code of the kind of service.' })
  serviceType!: string;

  @Field(() => String, { description: 'For what.' })
  @MaxLength(400)
  purpose!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the person needs; the organisation sees it with a consent of scope NEEDS alone.',
  })
  @MaxLength(4000)
  needs?: string | null;
}

/** A referral to be ended. */
@InputType({ description: 'A referral to be ended by the town that made it.' })
export class EndReferralInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => Int, { description: 'Version of the referral that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'The last day on which the partner delivered, or may have; not in the future.' })
  on!: string;

  @Field(() => String, { description: 'Why; the partner is not shown it.' })
  @MaxLength(1000)
  reason!: string;
}
