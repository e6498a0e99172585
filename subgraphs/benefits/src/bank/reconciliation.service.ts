import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { held } from '../held.js';
import { holdPayments, namedBatch } from '../payment/payment.service.js';
import { PaymentBatch, PaymentBatchState } from '../payment/payment-batch.entity.js';
import type { BankAnswerInput, ReconcilePaymentBatchInput } from './bank.input.js';
import { answerProblems } from './reconciliation.rules.js';

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
    if (batch.state !== PaymentBatchState.EXPORTED) {
      refuse(
        ProblemCode.WRONG_STATE,
        'Bankas atbildi salīdzina ar sarakstu, kas nosūtīts bankai un vēl nav pilnībā salīdzināts.',
        'The bank answers for a batch that went to it and is not reconciled yet.',
        'id',
      );
    }
    const answers = input.answers.map((answer) => ({ ...answer, paymentId: answer.paymentId.toLowerCase() }));
    const waiting = await em.execute<{ id: string }[]>("select id from payment where batch_id = ? and state = 'BATCHED'", [batch.id]);
    const known = new Set(waiting.map(({ id }) => id));
    const problems = answerProblems(answers, known, { exportedOn: batch.exportedOn as string, today });
    if (problems.length) throw new Refusal(problems);
    await em.execute(settle, [JSON.stringify(answers.map(rowOf))], 'run');
    const done = answers.length === waiting.length;
    if (done) batch.state = PaymentBatchState.RECONCILED;
    await em.flush();
    if (!done) {
      const [row] = await em.execute<{ version: number }[]>(
        'update payment_batch set version = version + 1 where id = ? returning version',
        [batch.id],
      );
      em.clear();
      Object.assign(batch, { version: row?.version });
    }
    await context.audit.write(em, { action: 'payment.prepare', object: `payment-batch:${batch.id}`, fields: ['payments', 'state'] });
    return batch;
  });
}

const settle = `update payment p
   set state = case when a.paid_on is null then 'DUE' else 'PAID' end, paid_on = a.paid_on,
       batch_id = case when a.paid_on is null then null else p.batch_id end, rejected_reason = coalesce(a.rejected_reason, p.rejected_reason)
  from jsonb_to_recordset(?::jsonb) as a(id uuid, paid_on date, rejected_reason text) where p.id = a.id`;

const rowOf = ({ paymentId, paidOn, rejectedReason }: BankAnswerInput) => ({
  id: paymentId,
  paid_on: paidOn ?? null,
  rejected_reason: rejectedReason?.trim() || null,
});
