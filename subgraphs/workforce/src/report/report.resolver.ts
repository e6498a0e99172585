import { type Context, countTables, ReportTable } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AnnualReport } from '../external/annual-report.js';
import { headcountRules } from './headcount.rules.js';
import { socialWorkSpecialistsRules } from './social-work-specialists.rules.js';

/** Every counting rule of this domain. */
export const workforceRules = [...headcountRules, ...socialWorkSpecialistsRules];

/** The workforce's part of the annual report. */
@Resolver(() => AnnualReport)
export class ReportResolver {
  @FieldResolver(() => [ReportTable], {
    nullable: true,
    description: 'Tables of the workforce: number of staff, social work specialists by occupation. Null for another municipality.',
  })
  workforce(@Ctx() context: Context, @Root() report: AnnualReport): Promise<ReportTable[]> | null {
    if (report.municipalityCode !== context.principal.municipality) return null;
    return countTables(context.em, workforceRules, report.municipalityCode, report.year);
  }
}
