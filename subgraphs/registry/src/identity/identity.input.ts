import { DateScalar, PersonalCodeScalar, Sex } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IdentityChangeReason } from './former-identity.entity.js';

/** A new personal code. */
@InputType({ description: 'A new personal code of a person. The one before ends on the day this one begins, and still finds the person.' })
export class ChangePersonalCodeInput {
  @Field(() => ID, { description: 'Whose code.' })
  personId!: string;

  @Field(() => PersonalCodeScalar, { description: 'The new code.' })
  personalCode!: string;

  @Field(() => DateScalar, { description: 'Since which day; not in the future.' })
  since!: string;

  @Field(() => String, { description: 'On what it rests: the notice of the register, the document that was shown.' })
  @MaxLength(400)
  evidence!: string;
}

/** Who a person is, corrected or changed; what is left out stays as it is. */
@InputType({ description: 'Who a person is, corrected or changed; what is left out stays as it is, and what was is kept.' })
export class RectifyIdentityInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => Int, { description: 'The version that was seen; STALE where it has changed since.' })
  version!: number;

  @Field(() => IdentityChangeReason, { description: 'Whether what was recorded was wrong, or has changed.' })
  reason!: IdentityChangeReason;

  @Field(() => DateScalar, { description: 'From which day it holds; not in the future.' })
  since!: string;

  @Field(() => String, { nullable: true, description: 'Given name or names.' })
  @MaxLength(200)
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'Family name.' })
  @MaxLength(200)
  familyName?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Birth date: corrected only. It must agree with the code, or a code comes with it.',
  })
  birthDate?: string | null;

  @Field(() => Sex, { nullable: true, description: 'Sex.' })
  sex?: Sex | null;

  @Field(() => PersonalCodeScalar, { nullable: true, description: 'A new code, where it was wrong together with the birth date.' })
  personalCode?: string | null;

  @Field(() => String, { description: 'On what it rests: the document that was shown.' })
  @MaxLength(400)
  evidence!: string;
}
