import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RepresentationKind } from './representation.entity.js';

/** Somebody who acts for a child or a ward. */
@InputType({ description: 'Somebody who acts for a child or a ward.' })
export class RecordRepresentationInput {
  @Field(() => ID, { description: 'The child or ward.' })
  personId!: string;

  @Field(() => ID, { description: 'Who acts.' })
  representativeId!: string;

  @Field(() => RepresentationKind, { description: 'In what relation.' })
  kind!: RepresentationKind;

  @Field(() => DateScalar, { description: 'Since which day; not in the future.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; left out while that is not known.' })
  until?: string | null;

  @Field(() => String, { description: 'The judgment, decision or record on which it rests.' })
  @MaxLength(400)
  evidence!: string;
}

/** The end of somebody's acting for a child or a ward. */
@InputType({ description: "The end of somebody's acting for a child or a ward." })
export class EndRepresentationInput {
  @Field(() => ID, { description: 'The representation.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen; STALE where it has changed since.' })
  version!: number;

  @Field(() => DateScalar, { description: 'The first day on which it no longer holds; not in the future.' })
  on!: string;

  @Field(() => String, { description: 'On what the end rests.' })
  @MaxLength(400)
  evidence!: string;
}
