import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { settleRejected } from '../change/rejected.service.js';
import { held } from '../held.js';
import { holdPayments, namedBatch } from '../payment/payment.service.js';
import { PaymentBatch, PaymentBatchState } from '../payment/payment-batch.entity.js';
import { release } from '../recovery/deduction.service.js';
import type { ReconcilePaymentBatchInput } from './bank.input.js';
import { answerProblems, type BankAnswer } from './reconciliation.rules.js';

/**
 * Records what became of the payments of a batch that went to the bank: paid on a day, or rejected with the reason, which makes them due again in their month,
 * for another batch. The batch is reconciled when every payment is answered. Refuses STALE, WRONG_STATE, and INVALID for an answer that cannot be right; then none counts.
 */
export function reconcilePaymentBatch(context: Context, input: ReconcilePaymentBatchInput): Promise<Payload<'batch', PaymentBatch>> {
  return mutate(context, 'batch', async () => {
    const { em, today } = context;
    await holdPayments(context);
    const batch = await held(context, PaymentBatch, namedBatch(input.id));
    if (batch.version !== input.version) refuseStale();
    refuseUnanswerable(batch, 'id');
    const answers = input.answers.map((answer) => ({ ...answer, paymentId: answer.paymentId.toLowerCase() }));
    const waiting = await em.execute<{ id: string }[]>("select id from payment where batch_id = ? and state = 'BATCHED'", [batch.id]);
    const known = new Set(waiting.map(({ id }) => id));
    const problems = answerProblems(answers, known, { exportedOn: batch.exportedOn as string, today });
    if (problems.length) throw new Refusal(problems);
    return settleBatch(context, batch, answers);
  });
}

/** Refuses WRONG_STATE where the bank cannot answer for a batch. */
export function refuseUnanswerable({ state }: PaymentBatch, field: string): void {
  if (state === PaymentBatchState.EXPORTED) return;
  refuse(
    ProblemCode.WRONG_STATE,
    'Bankas atbildi salīdzina ar sarakstu, kas nosūtīts bankai un vēl nav pilnībā salīdzināts.',
    'The bank answers for a batch that went to it and is not reconciled yet.',
    field,
  );
}

/**
 * Writes answers that are right. What was kept back of a rejected payment is owed again. A rejected payment is due again, but not where its decision was revoked
 * for the month meanwhile: then it is cancelled, and what the decision that holds now grants for that month is paid on that one.
 */
export async function settleBatch(context: Context, batch: PaymentBatch, answers: readonly BankAnswer[]): Promise<PaymentBatch> {
  const { em } = context;
  const rejected = answers.filter(({ paidOn }) => !paidOn).map(({ paymentId }) => paymentId);
  await em.execute(settle, [JSON.stringify(answers.map(rowOf))], 'run');
  await release(context, rejected);
  await settleRejected(context, rejected);
  const [left] = await em.execute<{ n: number }[]>("select count(*)::int as n from payment where batch_id = ? and state = 'BATCHED'", [
    batch.id,
  ]);
  const done = left?.n === 0;
  if (done) batch.state = PaymentBatchState.RECONCILED;
  await em.flush();
  if (!done) {
    const [row] = await em.execute<{ version: number }[]>('update payment_batch set version = version + 1 where id = ? returning version', [
      batch.id,
    ]);
    em.clear();
    Object.assign(batch, { version: row?.version });
  }
  await context.audit.write(em, { action: 'payment.reconcile', object: `payment-batch:${batch.id}`, fields: ['payments', 'state'] });
  return batch;
}

const settle = `update payment p
   set state = case when a.paid_on is not null then 'PAID' when d.state = 'REVOKED' and p.month >= date_trunc('month', d.revoked_from) then 'CANCELLED' else 'DUE' end,
       paid_on = a.paid_on, deducted = case when a.paid_on is null then 0 else p.deducted end,
       batch_id = case when a.paid_on is null then null else p.batch_id end, rejected_reason = coalesce(a.rejected_reason, p.rejected_reason),
       rejected_code = case when a.paid_on is null then a.rejected_code else p.rejected_code end
  from jsonb_to_recordset(?::jsonb) as a(id uuid, paid_on date, rejected_reason text, rejected_code text), decision d
 where p.id = a.id and d.id = p.decision_id`;

const rowOf = ({ paymentId, paidOn, rejectedReason, rejectedCode }: BankAnswer) => ({
  id: paymentId,
  paid_on: paidOn ?? null,
  rejected_reason: rejectedReason?.trim() || null,
  rejected_code: rejectedCode ?? null,
});
