import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** The report of a municipality for a year, composed over all domains; the strategy domain opens it. */
@ObjectType({ description: 'The report of a municipality for a year, composed over all domains.' })
@Directive('@key(fields: "municipalityCode year")')
@Allow('report.read')
export class AnnualReport {
  @Field(() => ID, { description: 'Code of the municipality.' })
  municipalityCode!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;
}
