import { Allow } from '@atbalsts/auth';
import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, type Context, DateScalar } from '@atbalsts/graphql';
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { Employee } from '../external/employee.js';

/** What of an employee's work on benefits is not over. */
export enum OpenBenefitWorkKind {
  PROPOSED_DECISION = 'PROPOSED_DECISION',
  RETURNED_DECISION = 'RETURNED_DECISION',
  PREPARED_PAYMENT_BATCH = 'PREPARED_PAYMENT_BATCH',
  PROPOSED_PROLONGATION = 'PROPOSED_PROLONGATION',
}
registerEnumType(OpenBenefitWorkKind, {
  name: 'OpenBenefitWorkKind',
  description: 'What of an employee’s work on benefits is not over.',
  valuesConfig: {
    PROPOSED_DECISION: { description: 'A decision that the employee has proposed waits for a second person.' },
    RETURNED_DECISION: { description: 'A decision came back to the employee: somebody has to propose it anew.' },
    PREPARED_PAYMENT_BATCH: { description: 'Payments that the employee has prepared wait for approval.' },
    PROPOSED_PROLONGATION: { description: 'A prolongation that the employee has proposed is not done yet.' },
  },
});

/** One thing that an employee began and that is not over: without the person whom it is about. */
@ObjectType({ description: 'Something that an employee began and that is not over; it says nothing of whom it is about.' })
@Allow('handover.read')
export class OpenBenefitWork {
  @Field(() => OpenBenefitWorkKind, { description: 'What it is.' })
  kind!: OpenBenefitWorkKind;

  @Field(() => ID, { description: 'Id of the decision, batch or prolongation.' })
  objectId!: string;

  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due; for what has no term, when it was begun.' })
  on!: string | null;
}

const sql = `
  select d.proposed_by as employee, d.state || '_DECISION' as kind, d.id as "objectId", d.number, coalesce(a.due_on, d.proposed_on)::text as on
    from decision d join application a on a.id = d.application_id
   where d.proposed_by = any (?::uuid[]) and (d.state = 'PROPOSED' or d.state = 'RETURNED' and a.state not in ('DECIDED', 'WITHDRAWN')
     and not exists (select from decision n where n.application_id = d.application_id and n.id > d.id))
  union all
  select b.prepared_by, 'PREPARED_PAYMENT_BATCH', b.id, b.number, b.prepared_on::text from payment_batch b where b.prepared_by = any (?::uuid[]) and b.state = 'PREPARED'
  union all
  select p.proposed_by, 'PROPOSED_PROLONGATION', p.id, p.number, p.proposed_on::text from prolongation p
   where p.proposed_by = any (?::uuid[]) and p.state = 'PROPOSED'
  order by 5 nulls last, 3`;

/** What of employees' work on benefits is not over, all with one statement; the first due first. */
const openWorkOf: BatchLoad<string, OpenBenefitWork[]> = async ({ em }, ids) => {
  const asked = `{${idsAmong(ids).join(',')}}`;
  const rows: (OpenBenefitWork & { employee: string })[] = await em.execute(sql, [asked, asked, asked]);
  return ids.map((id) =>
    rows.filter(({ employee }) => employee === id).map(({ employee: _whose, ...work }) => Object.assign(new OpenBenefitWork(), work)),
  );
};

/** What this domain adds to an employee. */
@Resolver(() => Employee)
export class EmployeeOpenWorkResolver {
  @FieldResolver(() => [OpenBenefitWork], {
    nullable: true,
    description:
      'Decisions, payments and prolongations that the employee began and that are not over: somebody else has to go on with them when the employee goes.',
  })
  @Allow('handover.read')
  openBenefitWork(@Ctx() context: Context, @Root() employee: Employee): Promise<OpenBenefitWork[]> {
    return context.load(openWorkOf, employee.id);
  }
}
