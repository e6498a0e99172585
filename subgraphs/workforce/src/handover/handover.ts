import { Allow } from '@atbalsts/auth';
import { addDays, type IsoDate } from '@atbalsts/database';
import { type Context, DateScalar } from '@atbalsts/graphql';
import { Ctx, Field, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { EmployeeAbsence } from '../absence/absence.entity.js';
import { standsInFor } from '../absence/absence.service.js';
import { Employee } from '../employee/employee.entity.js';
import { employeeById } from '../employee/employee.loader.js';
import { openCasesIfKnown } from './cases.js';

/** Why something is to be handed over. */
export enum HandoverReason {
  LEFT = 'LEFT',
  LEAVES = 'LEAVES',
  AWAY_WITHOUT_SUBSTITUTE = 'AWAY_WITHOUT_SUBSTITUTE',
}
registerEnumType(HandoverReason, {
  name: 'HandoverReason',
  description: 'Why something is to be handed over to another employee.',
  valuesConfig: {
    LEFT: { description: 'The employee has left.' },
    LEAVES: { description: 'The employee leaves within the next weeks.' },
    AWAY_WITHOUT_SUBSTITUTE: { description: 'The employee is away, and nobody stands in.' },
  },
});

/** How many days ahead a leaving shows (assumed): time enough to hand over. */
export const shownAhead = 31;

/** What an employee who goes is still responsible for. */
@ObjectType({ description: 'What an employee who has left, leaves or is away without a substitute is still responsible for.' })
@Allow('handover.read')
export class Handover {
  @Field(() => Employee, { description: 'Who.' })
  employee!: Employee;

  @Field(() => HandoverReason, { description: 'Why it is to be handed over.' })
  reason!: HandoverReason;

  @Field(() => DateScalar, { description: 'The first day on which the employee is gone or away.' })
  since!: IsoDate;

  @Field(() => Int, { nullable: true, description: 'Open cases; null where services does not answer.' })
  openCases!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of these, of high risk; null where services does not answer.' })
  highRiskCases!: number | null;

  @Field(() => [EmployeeAbsence], { description: 'Absences of others in which the employee stands in.' })
  standsInFor!: EmployeeAbsence[];
}

/** What is to be handed over. */
@Resolver()
export class HandoverResolver {
  @Query(() => [Handover], {
    description:
      'Who has left, leaves within 31 days or is away without a substitute, and is still responsible for something; also whom one cannot tell of because services does not answer. The longest gone first.',
  })
  @Allow('handover.read')
  handovers(@Ctx() context: Context): Promise<Handover[]> {
    return findHandovers(context);
  }
}

interface Gone {
  id: string;
  since: IsoDate;
  reason: HandoverReason;
}

/** Who has left within a year, leaves soon, or is away without a substitute, with what they are still responsible for. */
async function findHandovers(context: Context): Promise<Handover[]> {
  const { em, municipality, today } = context;
  const gone: Gone[] = await em.execute(
    `select e.id, g.since::text as since, g.reason from employee e join lateral (
       select m.until_date as since, case when m.until_date <= ?::date then 'LEFT' else 'LEAVES' end as reason from employment m
        where m.employee_id = e.id and m.until_date <= ?::date and m.until_date > ?::date
          and not exists (select from employment n where n.employee_id = e.id and coalesce(n.until_date, 'infinity') > m.until_date)
       union all
       select a.from_date, 'AWAY_WITHOUT_SUBSTITUTE' from employee_absence a
        where a.employee_id = e.id and a.substitute_id is null and a.from_date <= ?::date and a.until_date > ?::date) g on true
      where e.municipality = ? order by g.since, e.id`,
    [today, addDays(today, shownAhead), addDays(today, -366), today, today, municipality],
  );
  const found = await Promise.all(
    gone.map(async ({ id, since, reason }) => {
      const [employee, cases, others] = await Promise.all([
        context.load(employeeById, id),
        openCasesIfKnown(context, id),
        context.load(standsInFor, id),
      ]);
      const standing = reason === HandoverReason.AWAY_WITHOUT_SUBSTITUTE ? others : others.filter(({ until }) => until > since);
      return employee && (cases === null || cases.open > 0 || standing.length > 0)
        ? [
            Object.assign(new Handover(), {
              employee,
              reason,
              since,
              openCases: cases?.open ?? null,
              highRiskCases: cases?.highRisk ?? null,
              standsInFor: standing,
            }),
          ]
        : [];
    }),
  );
  return found.flat();
}
