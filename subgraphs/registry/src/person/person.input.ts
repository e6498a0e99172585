import { DateScalar, PersonalCodeScalar, Sex } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { IdentityBasis } from './person.entity.js';

/** What is entered when a person is registered, into the municipality of the token. */
@InputType({ description: 'A person to be registered in the municipality of the token.' })
export class RegisterPersonInput {
  @Field(() => IdentityBasis, { defaultValue: IdentityBasis.PERSONAL_CODE, description: 'On what the identity rests.' })
  identityBasis!: IdentityBasis;

  @Field(() => PersonalCodeScalar, { nullable: true, description: 'The Latvian personal code; needed when the identity rests on it.' })
  personalCode?: string | null;

  @Field(() => String, { description: 'Given name or names.' })
  @MaxLength(200)
  givenName!: string;

  @Field(() => String, { description: 'Family name.' })
  @MaxLength(200)
  familyName!: string;

  @Field(() => DateScalar, { description: 'Birth date; it must agree with a personal code that carries one.' })
  birthDate!: string;

  @Field(() => Sex, { description: 'Sex.' })
  sex!: Sex;

  @Field(() => String, { nullable: true, description: 'Phone number.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the declared residence; left out for who has none.' })
  @MaxLength(400)
  address?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since which day the residence is declared; needed with an address.' })
  residenceSince?: string | null;
}
