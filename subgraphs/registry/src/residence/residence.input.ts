import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** A change of declared residence. */
@InputType({ description: 'A change of declared residence. The one before ends on the day this one begins.' })
export class MoveResidenceInput {
  @Field(() => ID, { description: 'Who moved.' })
  personId!: string;

  @Field(() => ID, { description: 'ATVK code of the municipality in which the new address lies.' })
  municipality!: string;

  @Field(() => String, { description: 'The new address.' })
  @MaxLength(400)
  address!: string;

  @Field(() => DateScalar, { description: 'Since which day; not in the future.' })
  since!: string;
}
