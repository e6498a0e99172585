import { DateScalar } from '@atbalsts/graphql';
import { IsUUID, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';
import { SpecialistKind } from '../employee/specialist-kind.js';

/** Somebody who is hired. */
@InputType({ description: 'Somebody who is hired.' })
export class HireInput {
  @Field(() => String, { description: 'Name and family name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => SpecialistKind, { description: 'As what.' })
  kind!: SpecialistKind;

  @Field(() => ID, { description: 'The unit of the post.' })
  @IsUUID('all')
  unitId!: string;

  @Field(() => Float, {
    description: 'Size of the post in full-time equivalents: 1 is a full post, at most 1.5; in hundredths at finest.',
  })
  fte!: number;

  @Field(() => DateScalar, { description: 'First day of work; at most a year ahead.' })
  from!: string;
}
