import { DateScalar } from '@atbalsts/graphql';
import { ArrayNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ConsentCapacity, ConsentScope } from './consent.entity.js';

/** A consent as it is given. */
@InputType({ description: 'A consent as it is given.' })
export class GiveConsentInput {
  @Field(() => ID, { description: 'Whose file it opens.' })
  personId!: string;

  @Field(() => ID, { description: 'To which organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'For what.' })
  @MaxLength(400)
  purpose!: string;

  @Field(() => [ConsentScope], { description: 'Which parts of the file; at least one.' })
  @ArrayNotEmpty()
  scopes!: ConsentScope[];

  @Field(() => DateScalar, { description: 'The first day it holds.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The first day it no longer holds.' })
  until!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who gives it, when that is not the person: an adult whose representation in that capacity holds on the day; a parent may live in the household instead.',
  })
  givenById?: string | null;

  @Field(() => ConsentCapacity, { defaultValue: ConsentCapacity.SELF, description: 'In what capacity it is given.' })
  capacity!: ConsentCapacity;
}
