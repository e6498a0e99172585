import { Allow } from '@atbalsts/auth';
import { addDays, type IsoDate, newId } from '@atbalsts/database';
import {
  type BatchLoad,
  type Context,
  DateScalar,
  groupedInOrder,
  mutate,
  type Payload,
  type Problem,
  ProblemCode,
  problem,
  Refusal,
} from '@atbalsts/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { Employee } from '../employee/employee.entity.js';
import { holdEmployee } from '../employee/employee.hold.js';
import { EmployeePayload } from '../employee/employee.payload.js';
import { Unit } from '../unit/unit.entity.js';
import { EmployeeQualification, QualificationKind } from './qualification.entity.js';

/** How many days ahead the end of a qualification is shown where no day is named (assumed): time enough to renew. */
export const lapseShownAhead = 90;

/** A qualification of an employee. */
@InputType({ description: 'A qualification of an employee.' })
export class RecordQualificationInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => QualificationKind, { description: 'What kind.' })
  kind!: QualificationKind;

  @Field(() => String, { description: 'What it says.' })
  @MaxLength(300)
  title!: string;

  @Field(() => String, { description: 'Who issued it.' })
  @MaxLength(300)
  issuedBy!: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  @IsOptional()
  @MaxLength(100)
  number?: string | null;

  @Field(() => DateScalar, { description: 'Since when; not in the future.' })
  obtainedOn!: IsoDate;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; left out where it holds for good.' })
  validUntil?: IsoDate | null;
}

/** Everything that is wrong with a qualification, on the day of entry. */
export function qualificationProblems(
  { title, issuedBy, obtainedOn, validUntil }: Pick<RecordQualificationInput, 'title' | 'issuedBy' | 'obtainedOn' | 'validUntil'>,
  today: IsoDate,
): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!title.trim()) invalid('title', 'Norādiet kvalifikāciju.', 'Say what the qualification is.');
  if (!issuedBy.trim()) invalid('issuedBy', 'Norādiet izdevēju.', 'Say who issued it.');
  if (obtainedOn > today) invalid('obtainedOn', 'Diena ir nākotnē.', 'The day lies in the future.');
  if (validUntil && validUntil <= obtainedOn)
    invalid('validUntil', 'Beigu diena nav pēc iegūšanas dienas.', 'The end does not lie after the day on which it was obtained.');
  return found;
}

/** Qualifications by employee, the oldest first. */
export const qualificationsOf: BatchLoad<string, EmployeeQualification[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(EmployeeQualification, { employeeId: { $in: [...ids] } }, { orderBy: { obtainedOn: 'asc', id: 'asc' } }),
    (q) => q.employeeId,
  );

/** A unit and the day by which a qualification ends. */
interface UnitDay {
  unitId: string;
  by: IsoDate;
}

/** Qualifications of who works in units today that end by a day and are the latest of their kind and title; the earliest end first. */
const lapsingIn: BatchLoad<UnitDay, EmployeeQualification[]> = async ({ em, today }, keys) => {
  const rows: { n: number; id: string }[] = await em.execute(
    `select distinct k.n, q.id, q.valid_until from jsonb_to_recordset(?::jsonb) as k(n int, "unitId" uuid, by date)
       join post p on p.unit_id = k."unitId"
       join post_assignment a on a.post_id = p.id and a.from_date <= ?::date and (a.until_date is null or a.until_date > ?::date)
       join employee_qualification q on q.employee_id = a.employee_id and q.valid_until <= k.by
      where not exists (select from employee_qualification l where l.employee_id = q.employee_id and l.kind = q.kind and l.title = q.title
        and coalesce(l.valid_until, 'infinity') > q.valid_until)
      order by k.n, q.valid_until, q.id`,
    [JSON.stringify(keys.map((key, n) => ({ ...key, n }))), today, today],
  );
  const found = new Map((await em.find(EmployeeQualification, { id: { $in: rows.map(({ id }) => id) } })).map((q) => [q.id, q]));
  return keys.map((_, n) => rows.filter((row) => row.n === n).flatMap(({ id }) => found.get(id) ?? []));
};

/** Records a qualification, once: the same kind, title and day again is DUPLICATE. */
function recordQualification(context: Context, input: RecordQualificationInput): Promise<Payload<'employee', Employee>> {
  return mutate(context, 'employee', async () => {
    const { em, municipality, today } = context;
    const { employee } = await holdEmployee(context, input.employeeId);
    const problems = qualificationProblems(input, today);
    if (problems.length) throw new Refusal(problems);
    const same = { employeeId: employee.id, kind: input.kind, title: input.title.trim(), obtainedOn: input.obtainedOn };
    if (await em.findOne(EmployeeQualification, same)) {
      throw new Refusal([problem(ProblemCode.DUPLICATE, 'Tā jau ir ierakstīta.', 'It was recorded already.', 'title')], employee);
    }
    const qualification = em.create(EmployeeQualification, {
      id: newId(),
      municipality,
      ...same,
      issuedBy: input.issuedBy.trim(),
      number: input.number?.trim() || null,
      validUntil: input.validUntil ?? null,
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'qualification.record',
      object: `employee-qualification:${qualification.id}`,
      fields: ['employeeId', 'kind', 'obtainedOn', 'title', 'validUntil'],
    });
    return employee;
  });
}

/** Qualifications of employees. */
@Resolver(() => Employee)
export class QualificationResolver {
  @Mutation(() => EmployeePayload, {
    description: 'Records a qualification of an employee. DUPLICATE for the same once more, INVALID for days that cannot be, NOT_FOUND.',
  })
  @Allow('qualification.record')
  recordQualification(
    @Ctx() context: Context,
    @Arg('input', () => RecordQualificationInput, { description: 'Whose, what, until when.' }) input: RecordQualificationInput,
  ): Promise<Payload<'employee', Employee>> {
    return recordQualification(context, input);
  }

  @FieldResolver(() => [EmployeeQualification], { nullable: true, description: 'What the employee is qualified by, the oldest first.' })
  qualifications(@Ctx() context: Context, @Root() employee: Employee): Promise<EmployeeQualification[]> {
    return context.load(qualificationsOf, employee.id);
  }
}

/** Whose qualification it is, and which of a unit are about to end. */
@Resolver(() => Unit)
export class UnitQualificationsResolver {
  @FieldResolver(() => [EmployeeQualification], {
    description: 'Qualifications of who holds a post here today that have ended or end by a day, with none to follow; the earliest first.',
  })
  @Allow('employee.read')
  qualificationsLapsing(
    @Ctx() context: Context,
    @Root() unit: Unit,
    @Arg('by', () => DateScalar, { nullable: true, description: `The day; ${lapseShownAhead} days from today when left out.` })
    by?: string | null,
  ): Promise<EmployeeQualification[]> {
    return context.load(lapsingIn, { unitId: unit.id, by: by ?? addDays(context.today, lapseShownAhead) });
  }
}
