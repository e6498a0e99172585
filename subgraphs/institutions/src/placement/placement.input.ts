import { DateScalar, FundingSource } from '@atbalsts/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** A person to be admitted to a facility. */
@InputType({ description: 'A person to be admitted to a facility: by a granted request, or by the reason of an emergency, never both.' })
export class AdmitInput {
  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId!: string;

  @Field(() => ID, { description: 'Where.' })
  @IsUUID()
  facilityId!: string;

  @Field(() => DateScalar, {
    description: 'The first day: in the past (paper comes late), or ahead (reserved) while the registration of the facility holds.',
  })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The agreed end; left out where none is agreed.' })
  until?: string | null;

  @Field(() => FundingSource, { description: 'Who pays.' })
  funding!: FundingSource;

  @Field(() => String, { nullable: true, description: 'The place by its name, e.g. 12-2; any free one when left out.' })
  @IsOptional()
  @MaxLength(60)
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'The granted service request.' })
  @IsOptional()
  @IsUUID()
  requestId?: string | null;

  @Field(() => String, { nullable: true, description: 'The reason of an emergency; another person confirms it within a day.' })
  @IsOptional()
  @MaxLength(2000)
  emergency?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False for help without a bed, which only a crisis centre gives; left out: with a bed, except where people come by day.',
  })
  accommodation?: boolean | null;
}
