import type { Context } from '@atbalsts/graphql';
import { addMonths } from '../means/means.period.rules.js';
import { type SettledMonths, settleMonths } from './settlement.service.js';

/** A month of a chain of decisions whose payment was cancelled, with the decision that holds for it. */
type Cancelled = Omit<SettledMonths['decision'], 'monthlyAmount'> & {
  chainId: string;
  month: string;
  applicantId: string;
  monthlyAmount: string | null;
};

/**
 * Settles the months of payments that the bank rejected after a change had revoked their decision: they were cancelled, so what the decision in force
 * grants for the month is missing now. Where none is in force there is nothing to settle.
 */
export async function settleRejected(context: Context, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  const found = await context.em.execute<Cancelled[]>(
    `select distinct coalesce(d.chain_id, d.id) as "chainId", p.month::text as month, f.id, f.outcome, f.monthly_amount as "monthlyAmount",
            f.from_date::text as "from", f.months, fa.applicant_id as "applicantId"
       from payment p join decision d on d.id = p.decision_id
       join decision f on f.id = coalesce(d.chain_id, d.id) or f.chain_id = coalesce(d.chain_id, d.id)
       join application fa on fa.id = f.application_id
      where p.id = any (?::uuid[]) and p.state = 'CANCELLED' and f.state in ('APPROVED', 'NOTIFIED', 'CHALLENGED', 'UPHELD', 'REVOKED')
        and coalesce(fa.effective_from, f.from_date) <= p.month and (f.revoked_from is null or f.revoked_from > p.month)
      order by 1, 2`,
    [`{${paymentIds.join(',')}}`],
  );
  for (const { chainId, month, applicantId, monthlyAmount, ...decision } of found) {
    const inForce = { ...decision, monthlyAmount: monthlyAmount === null ? null : Number(monthlyAmount) };
    await settleMonths(context, { chainId, decision: inForce, applicantId, from: month, until: addMonths(month, 1) });
  }
}
