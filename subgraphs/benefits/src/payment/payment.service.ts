import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { held, holdBack, type Named } from '../held.js';
import { keepBack, release } from '../recovery/deduction.service.js';
import { batchApprovalProblem, monthProblem } from './payment.rules.js';
import { PaymentBatch, PaymentBatchState } from './payment-batch.entity.js';

/** Who moves payments of a town waits for who moves them now: payments are many rows, and two that took them in another order would block each other. */
export const holdPayments = (context: Context): Promise<void> => holdBack(context, `payments of ${context.municipality}`);

/** How a mutation names a batch. */
export const namedBatch = (id: string): Named => ({
  id,
  field: 'id',
  missing: { lv: 'Tāda izmaksu saraksta jūsu pašvaldībā nav.', en: 'There is no such payment batch in your municipality.' },
});

/** What preparing a batch gives back: the batch, and how many payments came into it. */
export type PreparedBatch = Payload<'batch', PaymentBatch> & { added: number };

/**
 * Puts every payment of a month that is due into a new batch: one statement moves them and makes the batch, so that each is in exactly one, however
 * often and concurrently it is called. Where nothing is due there is no batch, and nothing was added. What becomes due later comes into a batch of its own:
 * a batch never changes under who is to approve it by who did not prepare it.
 */
export async function preparePaymentBatch(context: Context, month: string): Promise<PreparedBatch> {
  let added = 0;
  const payload = await mutate(context, 'batch', async () => {
    const { em, municipality, employee, today } = context;
    const wrong = monthProblem(month, today);
    if (wrong) throw new Refusal([wrong]);
    await holdPayments(context);
    const id = newId();
    const [made] = await em.execute<{ added: number }[]>(
      `with moved as (
         update payment set state = 'BATCHED', batch_id = ?::uuid where municipality = ? and month = ?::date and state = 'DUE' returning 1)
       insert into payment_batch (id, municipality, number, month, state, prepared_by, prepared_on, version)
       select ?::uuid, ?, number_of('IZM-' || ? || '-', nextval('payment_batch_number')), ?::date, '${PaymentBatchState.PREPARED}', ?::uuid, ?::date, 1
        where exists (select from moved)
       returning (select count(*)::int from moved) as added`,
      [id, municipality, month, id, municipality, today.slice(0, 4), month, employee, today],
    );
    if (!made) return null;
    added = made.added;
    await keepBack(context, id);
    await context.audit.write(em, { action: 'payment.prepare', object: `payment-batch:${id}`, fields: ['payments'] });
    return em.findOneOrFail(PaymentBatch, { id });
  });
  return { ...payload, added };
}

/**
 * Approves a batch: never by who prepared it (FOUR_EYES). A payment that is wholly kept back for an overpayment is paid by that; where none is left
 * for the bank, the batch is done. Refuses STALE and WRONG_STATE.
 */
export function approvePaymentBatch(context: Context, id: string, version: number): Promise<PreparedBatch> {
  return withNothingAdded(
    mutate(context, 'batch', async () => {
      const { em, employee, today } = context;
      await holdPayments(context);
      const batch = await held(context, PaymentBatch, namedBatch(id));
      const wrong = batchApprovalProblem(batch, { employee, version });
      if (wrong) throw new Refusal([wrong]);
      batch.approvedById = employee;
      batch.approvedOn = today;
      batch.state = PaymentBatchState.APPROVED;
      if (!(await payKeptBack(context, id))) batch.state = PaymentBatchState.RECONCILED;
      await em.flush();
      await context.audit.write(em, { action: 'payment.approve', object: `payment-batch:${id}`, fields: ['approvedBy', 'state'] });
      return batch;
    }),
  );
}

/**
 * Cancels what is not on its way to the bank: payments due, and those in a batch that nobody has approved yet, which so becomes another version of itself.
 * What is in an approved batch goes; it is an overpayment.
 * @param from the first month that is cancelled; every month where left out
 */
export async function cancelPayments(context: Context, decisionIds: readonly string[], from: string | null = null): Promise<void> {
  await holdPayments(context);
  const cancelled = await context.em.execute<{ id: string }[]>(
    `with cancelled as (
       select p.id, p.batch_id from payment p left join payment_batch b on b.id = p.batch_id
        where p.decision_id = any (?::uuid[]) and p.month >= coalesce(?::date, '-infinity')
          and (p.state = 'DUE' or (p.state = 'BATCHED' and b.state = 'PREPARED'))),
     changed as (update payment_batch set version = version + 1 where id in (select batch_id from cancelled))
     update payment set state = 'CANCELLED', batch_id = null, deducted = 0 where id in (select id from cancelled) returning id`,
    [`{${decisionIds.join(',')}}`, from],
  );
  await release(
    context,
    cancelled.map(({ id }) => id),
  );
}

/** Payments of a batch of which nothing is left to pay are paid by what is kept back. True where others are left for the bank. */
async function payKeptBack({ em, today }: Context, batchId: string): Promise<boolean> {
  await em.execute("update payment set state = 'PAID', paid_on = ? where batch_id = ? and deducted = amount", [today, batchId], 'run');
  const [row] = await em.execute<{ left: boolean }[]>(
    "select exists (select from payment where batch_id = ? and state = 'BATCHED') as left",
    [batchId],
  );
  return row?.left ?? false;
}

async function withNothingAdded(payload: Promise<Payload<'batch', PaymentBatch>>): Promise<PreparedBatch> {
  return { ...(await payload), added: 0 };
}
