import { type Context, ServiceOutcomes } from '@atbalsts/graphql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AnnualReport } from './annual-report.resolver.js';

/** What services add to the four questions of the regional programme. */
@Resolver(() => AnnualReport)
export class ServiceOutcomesResolver {
  @FieldResolver(() => ServiceOutcomes, {
    nullable: true,
    description:
      'Goals of the cases closed in the year, and answers to the survey of the year; null for another municipality than your own.',
  })
  async serviceOutcomes(
    @Ctx() { em, principal }: Context,
    @Root() { municipalityCode, year }: AnnualReport,
  ): Promise<ServiceOutcomes | null> {
    return municipalityCode === principal.municipality ? outcomesOf(em, municipalityCode, year) : null;
  }
}

/** Counts goals and answers in one statement. */
async function outcomesOf(em: EntityManager, municipality: string, year: number): Promise<ServiceOutcomes> {
  const [row]: object[] = await em.execute(
    `with goal as (
       select g.outcome from case_goal g join social_case c on c.id = g.case_id
        where c.municipality = ? and c.closed_on >= make_date(?, 1, 1) and c.closed_on < make_date(?, 1, 1) and g.outcome is not null),
     answer as (
       select a.score from survey_answer a where a.municipality = ? and a.answered_on >= make_date(?, 1, 1) and a.answered_on < make_date(?, 1, 1))
     select (select count(*)::int from goal) as "goalsClosed", (select count(*)::int from goal where outcome = 'ACHIEVED') as "goalsAchieved",
            (select count(*)::int from answer) as "surveyAnswers", (select avg(score)::double precision from answer) as "meanScore"`,
    [municipality, year, year + 1, municipality, year, year + 1],
  );
  return Object.assign(new ServiceOutcomes(), row);
}
