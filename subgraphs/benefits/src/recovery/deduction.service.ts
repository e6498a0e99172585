import type { Context } from '@atbalsts/graphql';

/**
 * Keeps back of the payments of a new batch what their payees still owe: of monthly payments alone (what is granted once for a need is paid whole; assumed), the
 * oldest recovery first, the earliest month first, to the cent and never more than the payment. Both queues are laid side by side by their running
 * sums; where a recovery and a payment overlap, that is what is kept back of it. Where nobody owes anything, one small statement says so.
 */
export async function keepBack({ em, municipality, today }: Context, batchId: string): Promise<void> {
  const [owing] = await em.execute<{ any: boolean }[]>(
    "select exists (select from recovery where municipality = ? and state = 'OPEN') as any",
    [municipality],
  );
  if (!owing?.any) return;
  const kept = await em.execute<{ id: string }[]>(
    `with owed as (
       select r.id, r.applicant_id, r.balance, (sum(r.balance) over w)::bigint as upto from recovery r
        where r.municipality = ? and r.state = 'OPEN' window w as (partition by r.applicant_id order by r.established_on, r.id)),
     paid as (
       select p.id, a.applicant_id, p.amount, (sum(p.amount) over w)::bigint as upto
         from payment p join decision d on d.id = p.decision_id join application a on a.id = d.application_id
        where p.batch_id = ?::uuid and d.monthly_amount is not null and a.applicant_id in (select applicant_id from owed)
       window w as (partition by a.applicant_id order by p.month, p.id))
     insert into recovery_deduction (municipality, recovery_id, payment_id, batch_id, amount, deducted_on)
     select ?, o.id, p.id, ?::uuid, least(o.upto, p.upto) - greatest(o.upto - o.balance, p.upto - p.amount), ?::date
       from owed o join paid p using (applicant_id)
      where least(o.upto, p.upto) > greatest(o.upto - o.balance, p.upto - p.amount)
     returning id`,
    [municipality, batchId, municipality, batchId, today],
  );
  if (kept.length === 0) return;
  await em.execute(
    `update payment p set deducted = k.amount
       from (select payment_id, sum(amount)::bigint as amount from recovery_deduction where batch_id = ? and released_on is null group by 1) k
      where p.id = k.payment_id`,
    [batchId],
    'run',
  );
  await em.execute(
    `update recovery r set balance = r.balance - k.amount, state = case when r.balance = k.amount then 'RECOVERED' else 'OPEN' end
       from (select recovery_id, sum(amount)::bigint as amount from recovery_deduction where batch_id = ? and released_on is null group by 1) k
      where r.id = k.recovery_id`,
    [batchId],
    'run',
  );
}

/** What was kept back of payments that do not go after all is owed again. The payments themselves say so in the statement that stops them. */
export async function release({ em, today }: Context, payments: readonly string[]): Promise<void> {
  if (payments.length === 0) return;
  await em.execute(
    `with released as (
       update recovery_deduction set released_on = ? where payment_id = any (?::uuid[]) and released_on is null returning recovery_id, amount),
     sums as (select recovery_id, sum(amount)::bigint as amount from released group by 1)
     update recovery r set balance = r.balance + s.amount, state = 'OPEN' from sums s where r.id = s.recovery_id`,
    [today, `{${payments.join(',')}}`],
    'run',
  );
}
