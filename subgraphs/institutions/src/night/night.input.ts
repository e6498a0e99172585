import { DateScalar } from '@atbalsts/graphql';
import { IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** A night that somebody slept in a night shelter. */
@InputType({ description: 'A night that somebody slept in a night shelter.' })
export class RecordNightInput {
  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId!: string;

  @Field(() => ID, { description: 'Where: a night shelter.' })
  @IsUUID()
  facilityId!: string;

  @Field(() => DateScalar, { description: 'The night that begins on this day; tonight at the latest.' })
  night!: string;
}
