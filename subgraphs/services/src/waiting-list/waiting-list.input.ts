import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A change of the order of a waiting list. */
@InputType({
  description: 'A change of the order of a waiting list: of the urgency, or of the day from which the wait counts, with a reason.',
})
export class ChangeWaitingOrderInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => Int, { description: 'Version of the entry that was read.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: '1 at once, 2 soon, 3 in turn; left out, it stays.' })
  urgency?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which the wait counts; left out, it stays.' })
  since?: string | null;

  @Field(() => String, { description: 'Why. Whoever looks at the list can read it.' })
  @MaxLength(2000)
  reason!: string;
}
