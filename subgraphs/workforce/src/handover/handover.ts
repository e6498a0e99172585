import { Allow } from '@atbalsts/auth';
import { addDays, type IsoDate } from '@atbalsts/database';
import { type Context, DateScalar } from '@atbalsts/graphql';
import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root, registerEnumType } from 'type-graphql';
import { EmployeeAbsence } from '../absence/absence.entity.js';
import { standsInFor } from '../absence/absence.service.js';
import { Employee } from '../employee/employee.entity.js';
import { employeeById } from '../employee/employee.loader.js';
import { openCasesIfKnown } from './cases.js';
import { HandoverItem, openWorkIfKnown } from './open-work.js';

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

  @Field(() => [HandoverItem], {
    description:
      'Everything the domains tell: cases, appointments and visits to come, tasks, groups, proposals and approvals that wait; by domain, the nearest first.',
  })
  items!: HandoverItem[];

  @Field(() => [String], { description: 'Domains that do not answer: what they know is missing from the items.' })
  silent!: string[];
}

/** What an employee is responsible for. */
@Resolver(() => Employee)
export class EmployeeResponsibilityResolver {
  @FieldResolver(() => [HandoverItem], {
    nullable: true,
    description:
      'What the employee is responsible for now, in all domains: what is to be handed over before leaving. Null where a domain does not answer.',
  })
  @Allow('handover.read')
  async responsibilities(@Ctx() context: Context, @Root() employee: Employee): Promise<HandoverItem[] | null> {
    const { items, silent } = await openWorkIfKnown(context, employee.id);
    return silent.length ? null : items;
  }
}

/** What is to be handed over. */
@Resolver()
export class HandoverResolver {
  @Query(() => [Handover], {
    description:
      'Who has left, leaves within 31 days or is away without a substitute, and is still responsible for something; also whom one cannot tell of because services or benefits does not answer. The longest gone first.',
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
      const [employee, cases, work, others] = await Promise.all([
        context.load(employeeById, id),
        openCasesIfKnown(context, id),
        openWorkIfKnown(context, id),
        context.load(standsInFor, id),
      ]);
      const standing = reason === HandoverReason.AWAY_WITHOUT_SUBSTITUTE ? others : others.filter(({ until }) => until > since);
      return employee && (cases === null || cases.open > 0 || standing.length > 0 || work.items.length > 0 || work.silent.length > 0)
        ? [
            Object.assign(new Handover(), {
              employee,
              reason,
              since,
              openCases: cases?.open ?? null,
              highRiskCases: cases?.highRisk ?? null,
              standsInFor: standing,
              ...work,
            }),
          ]
        : [];
    }),
  );
  return found.flat();
}
