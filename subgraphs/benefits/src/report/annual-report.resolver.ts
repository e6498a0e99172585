import { type Context, countTables, ReportTable } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AnnualReport } from '../external/annual-report.js';
import { benefitsRules } from './rules.js';

/** The part of the annual report that benefits compute. */
@Resolver(() => AnnualReport)
export class AnnualReportResolver {
  @FieldResolver(() => [ReportTable], {
    nullable: true,
    description: 'Tables of the benefits domain, counted from its records; null for another municipality.',
  })
  async benefits(@Ctx() context: Context, @Root() { municipalityCode, year }: AnnualReport): Promise<ReportTable[] | null> {
    if (municipalityCode !== context.principal.municipality) return null;
    return countTables(context.em, benefitsRules, municipalityCode, year);
  }
}

/** Resolves the annual report of a municipality for another subgraph. */
export const annualReportReference = ({ municipalityCode, year }: Record<string, unknown>): AnnualReport =>
  Object.assign(new AnnualReport(), { municipalityCode: String(municipalityCode), year: Number(year) });
