import { DateScalar } from '@atbalsts/graphql';
import { IsUUID } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Destination } from './destination.js';

/** A stay that has ended. */
@InputType({ description: 'The end of a stay.' })
export class DischargeInput {
  @Field(() => ID, { description: 'Which placement.' })
  @IsUUID()
  placementId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => DateScalar, {
    description: 'The day on which the person left: from then on the place is free. It may be the first day of the stay.',
  })
  on!: string;

  @Field(() => Destination, { description: 'Where the person went.' })
  destination!: Destination;
}
