import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CircumstanceKind } from './circumstance.entity.js';

/** What a person is for a time, with its evidence. */
@InputType({ description: 'What a person is for a time, with its evidence.' })
export class RecordCircumstanceInput {
  @Field(() => ID, { description: 'Whose circumstance.' })
  personId!: string;

  @Field(() => CircumstanceKind, { description: 'What the person is.' })
  kind!: CircumstanceKind;

  @Field(() => DateScalar, { description: 'Since which day; not in the future.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; left out while it does.' })
  until?: string | null;

  @Field(() => String, { description: 'The document or register it rests on.' })
  @MaxLength(400)
  evidence!: string;
}
