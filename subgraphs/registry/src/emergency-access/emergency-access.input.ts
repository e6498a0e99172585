import { PersonalCodeScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { usualEmergencyHours } from './emergency-access.rules.js';

/** Whose file is opened in an emergency, why, and for how long. */
@InputType({
  description: 'Whose file is opened in an emergency, why, and for how long. The person is named in exactly one of three ways.',
})
export class OpenEmergencyAccessInput {
  @Field(() => ID, { nullable: true, description: 'Id of the person.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Reference of the person, P-000123.' })
  @MaxLength(40)
  reference?: string | null;

  @Field(() => PersonalCodeScalar, { nullable: true, description: 'A personal code of the person, present or past.' })
  personalCode?: string | null;

  @Field(() => String, { description: 'Why it cannot wait, in a sentence.' })
  @MaxLength(400)
  reason!: string;

  @Field(() => Int, { defaultValue: usualEmergencyHours, description: 'For how many hours, at most 12.' })
  hours!: number;
}
