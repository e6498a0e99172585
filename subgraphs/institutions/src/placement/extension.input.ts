import { DateScalar } from '@atbalsts/graphql';
import { IsUUID } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A contract to be extended. */
@InputType({ description: 'A contract of a placement to be extended.' })
export class ExtendPlacementInput {
  @Field(() => ID, { description: 'Which placement.' })
  @IsUUID()
  placementId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => DateScalar, { description: 'The new agreed end: later than the one before.' })
  until!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'When it was agreed; left out: today, or where the new end has passed already (paper comes late) the day on which the contract before ended.',
  })
  agreedOn?: string | null;
}
