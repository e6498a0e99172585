import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';
import { DeliveryUnit } from './delivery.entity.js';

/** A delivery to be recorded. */
@InputType({ description: 'A delivery to be recorded: of a referral or of a granted request, one of the two.' })
export class RecordDeliveryInput {
  @Field(() => ID, {
    description: 'Yours to choose, another for each delivery: the same key with the same delivery counts once, however often it is sent.',
  })
  @MaxLength(200)
  key!: string;

  @Field(() => ID, { nullable: true, description: 'The referral; it must be accepted.' })
  referralId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The request by which the town itself gives the service; for staff.' })
  requestId?: string | null;

  @Field(() => DateScalar, { description: 'When; it may lie before the day of entry.' })
  on!: string;

  @Field(() => Float, { description: 'How much, in the unit: above 0, at most two decimals.' })
  units!: number;

  @Field(() => DeliveryUnit, { description: 'In what it is counted.' })
  unit!: DeliveryUnit;
}
