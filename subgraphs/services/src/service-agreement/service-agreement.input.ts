import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A service agreement to be made. */
@InputType({ description: 'An agreement on a granted service. It takes the place of the one that counts.' })
export class MakeServiceAgreementInput {
  @Field(() => ID, { description: 'The request by which the service is granted.' })
  requestId!: string;

  @Field(() => Int, { description: 'Version of the request that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'Agreed on; it may lie before the day of entry.' })
  agreedOn!: string;

  @Field(() => String, { description: 'What was agreed.' })
  @MaxLength(20_000)
  terms!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the service is to be reviewed first; left out, as late as the term of that day allows.',
  })
  reviewOn?: string | null;
}
