import { newId } from '@atbalsts/database';
import { publishMany } from '@atbalsts/facts';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { householdEnded } from '../external/household-ended.js';
import { held, holdBack } from '../held.js';
import { holdPayments } from '../payment/payment.service.js';
import { Prolongation, ProlongationState } from './prolongation.entity.js';
import type { ProlongStatusesInput } from './prolongation.input.js';
import { named, scopeValues, touched } from './prolongation.list.js';
import { prolongationApprovalProblem, scopeProblems } from './prolongation.rules.js';

type Changed = Promise<Payload<'prolongation', Prolongation>>;

/**
 * Prolongs the statuses of many households at once, by a legal act. Whom it touches is written down first. Without benefits it is done at once; with benefits it
 * waits for another person, since money follows. The same key again gives the same prolongation and does nothing. A fixed number of statements, whatever
 * the number of households. Refuses INVALID, also for a key that stands for another prolongation and where nobody is touched.
 */
export function prolongStatuses(context: Context, input: ProlongStatusesInput): Changed {
  return mutate(context, 'prolongation', async () => {
    const { em, municipality, employee, today } = context;
    const legalBasis = input.legalBasis.trim();
    const problems = scopeProblems(input);
    if (problems.length) throw new Refusal(problems);
    if (!legalBasis) refuse(ProblemCode.INVALID, 'Jānorāda tiesiskais pamats.', 'Name the legal act that it rests on.', 'legalBasis');
    await holdBack(context, `prolongations of ${municipality}`);
    const before = await em.findOne(Prolongation, { municipality, key: input.key });
    if (before) return sameOrRefuse(before, input, legalBasis);
    const id = newId();
    const [made] = await em.execute<{ total: number }[]>(
      ...named(
        `with ${touched},
           items as (
             insert into prolongation_item (prolongation_id, decision_id, municipality, household_id, applicant_id, household_status,
                                            status_until_before, status_until_after, benefit_until_before, benefit_until_after)
             select :id::uuid, decision_id, :municipality, household_id, applicant_id, household_status,
                    status_until_before, status_until_after, benefit_until_before, benefit_until_after from touched returning 1)
         insert into prolongation (id, municipality, key, number, legal_basis, ending_from, ending_until, statuses, until_date, with_benefits,
                                   state, total, done, proposed_by, proposed_on)
         select :id::uuid, :municipality, :key, number_of('PAG-' || :year || '-', nextval('prolongation_number')), :legalBasis,
                :endingFrom::date, :endingUntil::date, :statuses::text[], :until::date, :withBenefits::boolean, 'PROPOSED', n, 0, :employee::uuid, :today::date
           from (select count(*)::int as n from items) as counted
         returning total`,
        { ...scopeValues(municipality, input), id, key: input.key, year: today.slice(0, 4), legalBasis, employee, today },
      ),
    );
    if (!made?.total)
      refuse(ProblemCode.INVALID, 'Šajās dienās nevienam statuss nebeidzas.', 'Nobody has a status that ends in these days.', 'endingFrom');
    const prolongation = await em.findOneOrFail(Prolongation, { id });
    if (!input.withBenefits) await apply(context, prolongation);
    await context.audit.write(em, {
      action: 'household.status.prolong',
      object: `prolongation:${id}`,
      fields: Object.keys(input).filter((key) => input[key as keyof ProlongStatusesInput] != null),
    });
    return prolongation;
  });
}

/** Approves a prolongation with benefits: never by who made it (FOUR_EYES). Refuses STALE and WRONG_STATE. */
export function approveProlongation(context: Context, id: string, version: number): Changed {
  return mutate(context, 'prolongation', async () => {
    const { em, employee, today } = context;
    await holdPayments(context);
    const prolongation = await held(context, Prolongation, {
      id,
      field: 'id',
      missing: { lv: 'Tādas pagarināšanas jūsu pašvaldībā nav.', en: 'There is no such prolongation in your municipality.' },
    });
    const wrong = prolongationApprovalProblem(prolongation, { employee, version });
    if (wrong) throw new Refusal([wrong]);
    prolongation.approvedById = employee;
    prolongation.approvedOn = today;
    await apply(context, prolongation);
    await context.audit.write(em, { action: 'prolongation.approve', object: `prolongation:${id}`, fields: ['approvedBy', 'state'] });
    return prolongation;
  });
}

function sameOrRefuse(before: Prolongation, input: ProlongStatusesInput, legalBasis: string): Prolongation {
  const same =
    before.legalBasis === legalBasis &&
    before.endingFrom === input.endingFrom &&
    before.endingUntil === input.endingUntil &&
    before.until === input.until &&
    before.withBenefits === input.withBenefits &&
    [...before.statuses].sort().join() === [...input.statuses].sort().join();
  if (same) return before;
  refuse(ProblemCode.INVALID, 'Ar šo atslēgu jau ir cita pagarināšana.', 'This key stands for another prolongation already.', 'key');
}

/** Does what the list says, for everybody at once; a decision that was changed or revoked, or whose household ended, since it was made stays as it is and is marked. */
async function apply(context: Context, prolongation: Prolongation): Promise<void> {
  const { em, today } = context;
  const { id, municipality, until, legalBasis: _ } = prolongation;
  const values = { id, municipality, until, today };
  for (const statement of [skip, prolong, payOn]) await em.execute(...named(statement, values), 'run');
  prolongation.state = ProlongationState.DONE;
  prolongation.done = prolongation.total;
  await em.flush();
  const rows = await em.execute<ProlongedStatus[]>(...named(prolonged, values));
  await publishMany(
    em,
    rows.flatMap(({ decisionId, householdId, status, from, persons }) =>
      (persons ?? []).map((personId) => ({
        kind: 'household-status' as const,
        key: `${decisionId}:${personId}`,
        municipality,
        body: { householdId, personId, decisionId, status, from, until },
      })),
    ),
  );
  const touchedItems = await em.execute<{ applicantId: string; decisionId: string }[]>(
    'select applicant_id as "applicantId", decision_id as "decisionId" from prolongation_item where prolongation_id = ? and not skipped order by decision_id',
    [id],
  );
  await context.audit.writeMany(
    em,
    touchedItems.map(({ applicantId, decisionId }) => ({
      action: 'household.status.prolong',
      personId: applicantId,
      object: `decision:${decisionId}`,
      fields: ['statusUntil', ...(prolongation.withBenefits ? ['until'] : [])],
    })),
  );
}

interface ProlongedStatus {
  decisionId: string;
  householdId: string;
  status: 'NEEDY' | 'LOW_INCOME';
  from: string;
  persons: string[] | null;
}

const skip = `
  update prolongation_item i set skipped = true from decision d
   where i.prolongation_id = :id::uuid and d.id = i.decision_id
     and (d.state = 'REVOKED' or d.status_until is distinct from coalesce(i.status_until_before, d.status_until)
          or d.until_date is distinct from coalesce(i.benefit_until_before, d.until_date)
          or ${householdEnded('i.household_id', ':today')})`;

const prolong = `
  update decision d
     set status_until = coalesce(i.status_until_after, d.status_until), until_date = coalesce(i.benefit_until_after, d.until_date),
         months = case when i.benefit_until_after is null then d.months
                       else d.months + 12 * (extract(year from i.benefit_until_after) - extract(year from i.benefit_until_before))::int
                            + (extract(month from i.benefit_until_after) - extract(month from i.benefit_until_before))::int end,
         version = d.version + 1
    from prolongation_item i where i.prolongation_id = :id::uuid and not i.skipped and d.id = i.decision_id`;

const payOn = `
  insert into payment (id, municipality, decision_id, month, amount, state)
  select gen_random_uuid(), d.municipality, d.id, m.month::date, d.monthly_amount, 'DUE'
    from prolongation_item i join decision d on d.id = i.decision_id join application a on a.id = d.application_id
         cross join lateral generate_series(i.benefit_until_before, i.benefit_until_after - interval '1 month', interval '1 month') as m (month)
   where i.prolongation_id = :id::uuid and not i.skipped and i.benefit_until_after is not null
     and not exists (
       select from payment p join decision o on o.id = p.decision_id join application b on b.id = o.application_id
        where b.household_id = a.household_id and b.benefit_type = a.benefit_type and p.month = m.month::date and p.state <> 'CANCELLED')`;

const prolonged = `
  select i.decision_id as "decisionId", i.household_id as "householdId", i.household_status as status, d.status_from::text as "from",
         (select array_agg(p.person_id::text order by p.person_id) from decision_person p where p.decision_id = d.id) as persons
    from prolongation_item i join decision d on d.id = i.decision_id
   where i.prolongation_id = :id::uuid and not i.skipped and i.status_until_after is not null order by 1`;
