import { Allow } from '@atbalsts/auth';
import { type Context, countTables, ReportTable } from '@atbalsts/graphql';
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { servicesRules } from './rules.js';

/** The report of a municipality and a year, which the strategy domain opens. */
@ObjectType({ description: 'The report of a municipality and a year; each domain adds its tables.' })
@Directive('@key(fields: "municipalityCode year")')
@Allow('report.read')
export class AnnualReport {
  @Field(() => ID, { description: 'ATVK code of the municipality.' })
  municipalityCode!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;
}

/** What this domain adds to the report. */
@Resolver(() => AnnualReport)
export class AnnualReportResolver {
  @FieldResolver(() => [ReportTable], {
    nullable: true,
    description: 'Tables of social work and services that are derived from records; null for a municipality that is not yours.',
  })
  async services(@Ctx() context: Context, @Root() { municipalityCode, year }: AnnualReport): Promise<ReportTable[] | null> {
    return municipalityCode === context.principal.municipality ? countTables(context.em, servicesRules, municipalityCode, year) : null;
  }
}

/** Resolves the report for the strategy domain. */
export const annualReportReference = ({ municipalityCode, year }: Record<string, unknown>): AnnualReport =>
  Object.assign(new AnnualReport(), { municipalityCode: String(municipalityCode), year: Number(year) });
