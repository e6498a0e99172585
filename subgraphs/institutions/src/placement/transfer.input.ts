import { DateScalar, FundingSource } from '@atbalsts/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A person to be moved to another place. */
@InputType({ description: 'A person to be moved to another facility, or to another bed of the same.' })
export class TransferInput {
  @Field(() => ID, { description: 'The placement that ends.' })
  @IsUUID()
  placementId!: string;

  @Field(() => Int, { description: 'The version of it that was seen.' })
  version!: number;

  @Field(() => ID, { description: 'Where to; the same facility for another bed.' })
  @IsUUID()
  facilityId!: string;

  @Field(() => DateScalar, { description: 'The day of the move: the one stay ends on it, the other begins.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'The place by its name, e.g. 12-2; any free one when left out.' })
  @IsOptional()
  @MaxLength(60)
  place?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The granted request for the service of the other facility: needed where the stay rests on a request for another service.',
  })
  @IsOptional()
  @IsUUID()
  requestId?: string | null;

  @Field(() => FundingSource, { nullable: true, description: 'Who pays; as before when left out.' })
  funding?: FundingSource | null;
}
