import { Field, ID, InputType, Int } from 'type-graphql';

/** Points for one criterion of a form. */
@InputType({ description: 'Points for one criterion of a form.' })
export class MarkInput {
  @Field(() => ID, { description: 'Code of the criterion.' })
  criterion!: string;

  @Field(() => Int, { description: 'Points, from 0 to the most of the criterion.' })
  points!: number;
}
