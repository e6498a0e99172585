import type { Cents } from '@atbalsts/database';
import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import type { Application } from '../application/application.entity.js';
import { householdEnded } from '../external/household-ended.js';
import { holdBack } from '../held.js';
import { addMonths } from '../means/means.period.rules.js';

/** For whom a benefit is: the applicant alone, or the household. */
export type Covers = 'APPLICANT' | 'HOUSEHOLD';

/**
 * Whose grants are counted together, as a condition on `a`, the application of the grant `d`, with its values. To those of a household belong grants of a
 * household that has ended, where they cover one of the persons: who lived alone and moved in with others brings the months that are paid.
 */
function whose(
  { today }: Context,
  application: Application,
  covers: Covers,
  persons: readonly string[],
): { sql: string; values: string[] } {
  if (covers === 'APPLICANT') return { sql: 'a.applicant_id = ?', values: [application.applicantId] };
  const people = `{${persons.join(',')}}`;
  return {
    sql: `a.household_id = any (array(
            select ?::uuid union
            select e.household_id from decision_person c join decision e on e.id = c.decision_id
             where c.person_id = any (?::uuid[]) and ${householdEnded('e.household_id', '?')}))
          and (a.household_id = ?::uuid or exists (select from decision_person c where c.decision_id = d.id and c.person_id = any (?::uuid[])))`,
    values: [application.householdId, people, today, application.householdId, people],
  };
}

const key = (application: Application, covers: Covers) => (covers === 'APPLICANT' ? application.applicantId : application.householdId);

/** Those who grant the same benefit to the same people wait for one another, so that what is counted here stays so. */
export function holdGrants(context: Context, application: Application, covers: Covers): Promise<void> {
  return holdBack(context, `grants of ${application.benefitTypeCode} to ${key(application, covers)}`);
}

/** How often, and how much, the same benefit was granted or proposed on other applications within a period before or after this one. */
export async function grantsWithin(
  context: Context,
  application: Application,
  covers: Covers,
  persons: readonly string[],
  months: number,
): Promise<{ count: number; sum: Cents }> {
  const { sql, values } = whose(context, application, covers, persons);
  const [row] = await context.em.execute<{ count: number; sum: string }[]>(
    `select count(*)::int as count, coalesce(sum(d.amount), 0)::bigint as sum from decision d join application a on a.id = d.application_id
      where ${sql} and a.benefit_type = ? and a.id <> ? and a.submitted_on > ?::date and a.submitted_on < ?::date
        and d.outcome = 'GRANT' and d.state not in ('RETURNED', 'REVOKED')`,
    [
      ...values,
      application.benefitTypeCode,
      application.id,
      addMonths(application.submittedOn, -months),
      addMonths(application.submittedOn, months),
    ],
  );
  return { count: row?.count ?? 0, sum: Number(row?.sum ?? 0) };
}

/** Refuses OVERLAP where a month of the same benefit is paid, or to be paid, to the same people on another decision; not on one of the chain that it changes. */
export async function refusePaidMonths(
  context: Context,
  application: Application,
  covers: Covers,
  persons: readonly string[],
  months: readonly string[],
  chainId: string | null = null,
): Promise<void> {
  const { sql, values } = whose(context, application, covers, persons);
  const [paid] = await context.em.execute<{ month: string; number: string; householdId: string }[]>(
    `select p.month::text as month, d.number, a.household_id as "householdId" from payment p join decision d on d.id = p.decision_id join application a on a.id = d.application_id
      where ${sql} and a.benefit_type = ? and d.monthly_amount is not null and p.month = any (?::date[]) and p.state <> 'CANCELLED'
        and coalesce(d.chain_id, d.id) is distinct from ?::uuid
      order by p.month limit 1`,
    [...values, application.benefitTypeCode, `{${months.join(',')}}`, chainId],
  );
  if (!paid) return;
  if (covers === 'HOUSEHOLD' && paid.householdId !== application.householdId) {
    refuse(
      ProblemCode.OVERLAP,
      `Par ${paid.month.slice(0, 7)} šis pabalsts kādam no mājsaimniecības jau piešķirts ar lēmumu ${paid.number} mājsaimniecībā, kas beigusies. Vispirms reģistrējiet tā lēmuma izmaiņas vai izvēlieties vēlāku sākumu.`,
      `This benefit is granted for ${paid.month.slice(0, 7)} already to one of the household by decision ${paid.number}, of a household that has ended. Declare a change of that decision first, or choose a later beginning.`,
      'from',
    );
  }
  refuse(
    ProblemCode.OVERLAP,
    `Par ${paid.month.slice(0, 7)} šis pabalsts jau piešķirts ar lēmumu ${paid.number}. Izvēlieties vēlāku sākumu.`,
    `This benefit is granted for ${paid.month.slice(0, 7)} already by decision ${paid.number}. Choose a later beginning.`,
    'from',
  );
}
