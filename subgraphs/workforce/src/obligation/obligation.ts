import { Allow } from '@atbalsts/auth';
import { Field, Float, ObjectType } from 'type-graphql';

/** Hours of a year against what the rules ask of an employee. */
@ObjectType({ description: 'Hours of a year against what the rules ask of an employee.' })
@Allow('obligation.read')
export class Obligation {
  @Field(() => Float, { description: 'Hours that are asked in the year.' })
  requiredHours!: number;

  @Field(() => Float, { description: 'Hours that are recorded in the year.' })
  hours!: number;

  @Field(() => Boolean, { description: 'True where nothing is missing.' })
  met!: boolean;

  @Field(() => String, { description: 'The provision that asks for it; it says so where it is assumed.' })
  citation!: string;
}
