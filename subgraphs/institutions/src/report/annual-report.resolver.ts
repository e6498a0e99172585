import { Allow } from '@atbalsts/auth';
import { type Context, countTables, ReportTable } from '@atbalsts/graphql';
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { institutionsRules } from './rules.js';

/** The annual report of a municipality; strategy begins it, each domain adds its tables. */
@ObjectType({ description: 'The annual report of a municipality; each domain adds its tables.' })
@Directive('@key(fields: "municipalityCode year")')
@Allow('report.read')
export class AnnualReport {
  @Field(() => ID, { description: 'Code of the municipality.' })
  municipalityCode!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;
}

/** The tables of the institutions. */
@Resolver(() => AnnualReport)
export class AnnualReportResolver {
  @FieldResolver(() => [ReportTable], {
    nullable: true,
    description: 'Tables of the institutions, counted from their records; null for another municipality than your own.',
  })
  async institutions(@Ctx() context: Context, @Root() { municipalityCode, year }: AnnualReport): Promise<ReportTable[] | null> {
    if (municipalityCode !== context.principal.municipality) return null;
    return countTables(context.em, institutionsRules, municipalityCode, year);
  }
}

/** Resolves the annual report for another subgraph. */
export const annualReportReference = ({ municipalityCode, year }: Record<string, unknown>): AnnualReport =>
  Object.assign(new AnnualReport(), { municipalityCode: String(municipalityCode), year: Number(year) });
