import { Allow } from '@atbalsts/auth';
import { addMonths, type IsoDate, newId, TenantEntity } from '@atbalsts/database';
import { type Context, DateScalar, mutate, type Payload, type Problem, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { IsUUID } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Employee } from '../employee/employee.entity.js';
import { holdEmployee } from '../employee/employee.hold.js';
import { EmployeePayload } from '../employee/employee.payload.js';
import { ageBands, type BandCount, countBands, experienceBands, wholeYears } from './profile.rules.js';

/** Birth date of an employee, and since when in the field. It is shown to nobody: only counted. */
@Entity()
export class EmployeeProfile extends TenantEntity {
  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'date' })
  birthDate!: string;

  @Property({ type: 'date', nullable: true })
  inFieldSince!: string | null;
}

/** Age and experience of an employee. */
@InputType({ description: 'Age and experience of an employee, for the profile of the staff; shown to nobody one by one.' })
export class RecordEmployeeProfileInput {
  @Field(() => ID, { description: 'Id of the employee.' })
  @IsUUID('all')
  employeeId!: string;

  @Field(() => DateScalar, { description: 'Birth date.' })
  birthDate!: IsoDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of work in the field, here or elsewhere; left out: the first employment here.',
  })
  inFieldSince?: IsoDate | null;
}

/** How many employees have so many years. */
@ObjectType({ description: 'How many employees have so many years of age or of experience.' })
@Allow('staffing.read')
export class YearsBand implements BandCount {
  @Field(() => Int, { description: 'At least so many years.' })
  from!: number;

  @Field(() => Int, { nullable: true, description: 'Less than so many years; null where there is no end.' })
  until!: number | null;

  @Field(() => Int, { description: 'How many employees.' })
  employees!: number;
}

/** Age and experience of who is employed on a day. */
@ObjectType({ description: 'Age and experience of who is employed on a day, counted from records.' })
@Allow('staffing.read')
export class WorkforceProfile {
  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => Int, { description: 'How many are employed.' })
  employees!: number;

  @Field(() => Int, { description: 'Of how many of them no birth date is on record: they are in no band of age.' })
  ageUnknown!: number;

  @Field(() => [YearsBand], { description: 'By age, in whole years reached.' })
  age!: YearsBand[];

  @Field(() => [YearsBand], { description: 'By experience in the field, in whole years; where none is on record, by employment here.' })
  experience!: YearsBand[];
}

/** Everything that is wrong with the profile of an employee. */
export function profileProblems(birthDate: IsoDate, inFieldSince: IsoDate | null, firstDay: IsoDate | null, today: IsoDate): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  const adult = addMonths(birthDate, 12 * 15);
  if (birthDate < '1930-01-01' || adult > (firstDay ?? today))
    invalid('birthDate', 'Ar šādu dzimšanas dienu šeit nevar strādāt.', 'Nobody born on that day can work here.');
  if (inFieldSince !== null && (inFieldSince > today || inFieldSince < adult))
    invalid(
      'inFieldSince',
      'Šajā dienā nozarē nevarēja sākt strādāt.',
      'Nobody of that age can have begun to work in the field on that day.',
    );
  return found;
}

function record(context: Context, input: RecordEmployeeProfileInput): Promise<Payload<'employee', Employee>> {
  return mutate(context, 'employee', async () => {
    const { em, municipality, today } = context;
    const { employee, employments } = await holdEmployee(context, input.employeeId);
    const inFieldSince = input.inFieldSince ?? null;
    const problems = profileProblems(input.birthDate, inFieldSince, employments[0]?.from ?? null, today);
    if (problems.length) throw new Refusal(problems);
    const known = await em.findOne(EmployeeProfile, { employeeId: employee.id });
    if (known) Object.assign(known, { birthDate: input.birthDate, inFieldSince });
    else em.create(EmployeeProfile, { id: newId(), municipality, employeeId: employee.id, birthDate: input.birthDate, inFieldSince });
    await em.flush();
    await context.audit.write(em, { action: 'profile.record', object: `employee:${employee.id}`, fields: ['birthDate', 'inFieldSince'] });
    return employee;
  });
}

/** Age and experience of the staff. */
@Resolver()
export class ProfileResolver {
  @Mutation(() => EmployeePayload, {
    description: 'Records age and experience of an employee; once more replaces it. INVALID for days that cannot be.',
  })
  @Allow('profile.record')
  recordEmployeeProfile(
    @Ctx() context: Context,
    @Arg('input', () => RecordEmployeeProfileInput, { description: 'Whose, born when, in the field since when.' })
    input: RecordEmployeeProfileInput,
  ): Promise<Payload<'employee', Employee>> {
    return record(context, input);
  }

  @Query(() => WorkforceProfile, { description: 'Age and experience of who is employed by your municipality on a day, in one statement.' })
  @Allow('staffing.read')
  async workforceProfile(
    @Ctx() { em, municipality, today }: Context,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) day?: string | null,
  ): Promise<WorkforceProfile> {
    const on = day ?? today;
    const rows: { born: string | null; since: string }[] = await em.execute(
      `select p.birth_date::text as born,
         coalesce(p.in_field_since, (select min(f.from_date) from employment f where f.employee_id = m.employee_id))::text as since
         from employment m left join employee_profile p on p.employee_id = m.employee_id
        where m.municipality = ? and m.from_date <= ?::date and coalesce(m.until_date, 'infinity') > ?::date`,
      [municipality, on, on],
    );
    const ages = rows.flatMap(({ born }) => (born === null ? [] : [wholeYears(born, on)]));
    return Object.assign(new WorkforceProfile(), {
      on,
      employees: rows.length,
      ageUnknown: rows.length - ages.length,
      age: countBands(ageBands, ages),
      experience: countBands(
        experienceBands,
        rows.map(({ since }) => Math.max(0, wholeYears(since, on))),
      ),
    });
  }
}
