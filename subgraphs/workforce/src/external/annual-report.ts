import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** The annual report of a municipality; strategy owns it, this domain adds its tables. */
@ObjectType({ description: 'The annual report of a municipality: one report, to which each domain adds its tables.' })
@Directive('@key(fields: "municipalityCode year")')
@Allow('report.read')
export class AnnualReport {
  @Field(() => ID, { description: 'ATVK code of the municipality.' })
  municipalityCode!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;
}

/** The report as another subgraph refers to it. */
export const annualReportReference = ({ municipalityCode, year }: Record<string, unknown>): AnnualReport =>
  Object.assign(new AnnualReport(), { municipalityCode: String(municipalityCode), year: Number(year) });
