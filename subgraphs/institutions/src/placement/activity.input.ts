import { DateScalar } from '@atbalsts/graphql';
import { IsUUID } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PlacementActivityKind } from './activity.entity.js';

/** Something to be recorded of a client during a stay. */
@InputType({ description: 'Something that was done with or happened to a client during a stay.' })
export class RecordPlacementActivityInput {
  @Field(() => ID, { description: 'During which placement.' })
  @IsUUID()
  placementId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the placement that was seen; left out where it does not matter: a record changes nothing of the placement.',
  })
  version?: number | null;

  @Field(() => PlacementActivityKind, { description: 'What.' })
  kind!: PlacementActivityKind;

  @Field(() => DateScalar, { description: 'When: a day of the stay, its last included, not in the future.' })
  on!: string;
}
