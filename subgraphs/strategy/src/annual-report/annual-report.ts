import { Allow } from '@atbalsts/auth';
import { type Context, ReportTable, ServiceOutcomes } from '@atbalsts/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** Parts of the report that other domains compute; strategy computes `finance`. */
export const otherParts = ['benefits', 'services', 'institutions', 'workforce'] as const;

/** A part of the report that another domain computes. */
export type OtherPart = (typeof otherParts)[number];

const external = { nullable: true, description: 'Tables of this domain.' };

/** The annual report of a municipality: one report, to which each domain adds its tables. */
@ObjectType({
  description:
    'The annual report of a municipality: one report, to which each domain adds its tables, computed from its own records by dated counting rules.',
})
@Directive('@key(fields: "municipalityCode year")')
@Allow('report.read')
export class AnnualReport implements Partial<Record<OtherPart, ReportTable[] | null>> {
  @Field(() => ID, { description: 'ATVK code of the municipality.' })
  municipalityCode!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Directive('@external')
  @Field(() => [ReportTable], external)
  benefits?: ReportTable[] | null;

  @Directive('@external')
  @Field(() => [ReportTable], external)
  services?: ReportTable[] | null;

  @Directive('@external')
  @Field(() => [ReportTable], external)
  institutions?: ReportTable[] | null;

  @Directive('@external')
  @Field(() => [ReportTable], external)
  workforce?: ReportTable[] | null;

  @Directive('@external')
  @Field(() => ServiceOutcomes, { nullable: true, description: 'Goals and survey answers of the year.' })
  serviceOutcomes?: ServiceOutcomes | null;
}

/** First and last year of which a report can be asked. */
const years = { from: 1990, until: 2200 };

/** The report of a municipality and a year; null where the municipality is not the principal's own, or the year is none of a report. */
export function annualReportOf({ principal }: Context, municipalityCode: string, year: number): AnnualReport | null {
  if (principal.audience !== 'STAFF' || principal.municipality !== municipalityCode || year < years.from || year > years.until) return null;
  return Object.assign(new AnnualReport(), { municipalityCode, year });
}
