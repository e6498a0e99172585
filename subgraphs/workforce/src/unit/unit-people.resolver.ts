import { Allow } from '@atbalsts/auth';
import { type BatchLoad, type Context, DateScalar } from '@atbalsts/graphql';
import { Arg, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Employee } from '../employee/employee.entity.js';
import { employeeById } from '../employee/employee.loader.js';
import { Obligation } from '../obligation/obligation.js';
import { obligationOf } from '../obligation/obligation.service.js';
import { Unit } from './unit.entity.js';

/** What was asked of an employee in a year, and what is missing. */
@ObjectType({ description: 'What was asked of an employee in a year, and whether it was done.' })
@Allow('obligation.read')
export class EmployeeObligations {
  @Field(() => Employee, { description: 'Who.' })
  employee!: Employee;

  @Field(() => Obligation, { nullable: true, description: 'Training; null where none is asked of this kind of employee.' })
  training!: Obligation | null;

  @Field(() => Obligation, {
    nullable: true,
    description: 'Supervision, in hours of a group; null where none is asked of this kind of employee.',
  })
  supervision!: Obligation | null;

  @Field(() => Boolean, { description: 'True where nothing is missing.' })
  met!: boolean;
}

/** What was asked of the employees of a unit in a year. */
@ObjectType({ description: 'What was asked of the employees of a unit in a year, and what is missing.' })
@Allow('obligation.read')
export class UnitObligations {
  @Field(() => Int, { description: 'How many employees something was asked of.' })
  owing!: number;

  @Field(() => Int, { description: 'How many of them miss something.' })
  missing!: number;

  @Field(() => [EmployeeObligations], { description: 'Each of them by name.' })
  employees!: EmployeeObligations[];
}

/** A post that nobody holds. */
@ObjectType({ description: 'A post that nobody holds.' })
@Allow('unit.read')
export class VacantPost {
  @Field(() => ID, { description: 'Id of the post.' })
  id!: string;

  @Field(() => Float, { description: 'Its size in full-time equivalents: 1 is a full post.' })
  fte!: number;

  @Field(() => DateScalar, { description: 'Since when nobody has held it.' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'From when somebody holds it again; null where nobody is known.' })
  until!: string | null;
}

interface UnitYear {
  unitId: string;
  year: number;
}

/** Ids of who held a post of a unit on a day of a year, by name. */
const heldInYear: BatchLoad<UnitYear, string[]> = async ({ em }, keys) => {
  const rows: { n: number; id: string }[] = await em.execute(
    `select k.n, e.id from jsonb_to_recordset(?::jsonb) as k(n int, "unitId" uuid, year int)
       join employee e on exists (select from post p join post_assignment a on a.post_id = p.id
         where p.unit_id = k."unitId" and a.employee_id = e.id and a.from_date < make_date(k.year + 1, 1, 1)
           and coalesce(a.until_date, 'infinity') > make_date(k.year, 1, 1))
      order by k.n, e.search_name, e.id`,
    [JSON.stringify(keys.map((key, n) => ({ ...key, n })))],
  );
  return keys.map((_, n) => rows.filter((row) => row.n === n).map(({ id }) => id));
};

interface UnitDay {
  unitId: string;
  on: string;
}

/** Posts of units that exist on a day and that nobody holds on it, the longest vacant first. */
const vacantPosts: BatchLoad<UnitDay, VacantPost[]> = async ({ em }, keys) => {
  const rows: { n: number; id: string; hundredths: number; since: string; until: string | null }[] = await em.execute(
    `select k.n, p.id, p.fte_hundredths as hundredths,
       coalesce((select max(a.until_date) from post_assignment a where a.post_id = p.id and a.until_date <= k.on_date), p.from_date)::text as since,
       (select min(a.from_date) from post_assignment a where a.post_id = p.id and a.from_date > k.on_date)::text as until
       from jsonb_to_recordset(?::jsonb) as k(n int, "unitId" uuid, on_date date)
       join post p on p.unit_id = k."unitId" and daterange(p.from_date, p.until_date) @> k.on_date
      where not exists (select from post_assignment a where a.post_id = p.id and daterange(a.from_date, a.until_date) @> k.on_date)
      order by k.n, since, p.id`,
    [JSON.stringify(keys.map(({ unitId, on }, n) => ({ unitId, on_date: on, n })))],
  );
  return keys.map((_, at) =>
    rows
      .filter(({ n }) => n === at)
      .map(({ id, hundredths, since, until }) => Object.assign(new VacantPost(), { id, fte: hundredths / 100, since, until })),
  );
};

/** What is asked of the people of a unit, and which of its posts are vacant. */
@Resolver(() => Unit)
export class UnitPeopleResolver {
  @FieldResolver(() => UnitObligations, {
    description: 'Training and supervision in a year of who held a post of this unit in it, against what is asked; not of its parts.',
  })
  @Allow('obligation.read')
  async obligations(
    @Ctx() context: Context,
    @Root() unit: Unit,
    @Arg('year', () => Int, { description: 'The calendar year.' }) year: number,
  ): Promise<UnitObligations> {
    const ids = year < 1900 || year > 2999 ? [] : await context.load(heldInYear, { unitId: unit.id, year });
    const all = await Promise.all(
      ids.map(async (id) => {
        const [employee, training, supervision] = await Promise.all([
          context.load(employeeById, id),
          obligationOf(context, id, year, 'training'),
          obligationOf(context, id, year, 'supervision'),
        ]);
        const met = [training, supervision].every((one) => one === null || one.met);
        return Object.assign(new EmployeeObligations(), { employee, training, supervision, met });
      }),
    );
    const employees = all.filter(({ training, supervision }) => training !== null || supervision !== null);
    return Object.assign(new UnitObligations(), {
      owing: employees.length,
      missing: employees.filter(({ met }) => !met).length,
      employees,
    });
  }

  @FieldResolver(() => [VacantPost], {
    description: 'Posts of this unit that nobody holds on a day, the longest vacant first; not of its parts.',
  })
  vacantPosts(
    @Ctx() context: Context,
    @Root() unit: Unit,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) on?: string | null,
  ): Promise<VacantPost[]> {
    return context.load(vacantPosts, { unitId: unit.id, on: on ?? context.today });
  }
}
