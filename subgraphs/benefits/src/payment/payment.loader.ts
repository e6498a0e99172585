import { type Cents, isId } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Payment } from './payment.entity.js';
import { PaymentBatch } from './payment-batch.entity.js';

/** Payments by decision, by month. */
export const paymentsOf: BatchLoad<string, Payment[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(Payment, { decisionId: { $in: [...ids] } }, { orderBy: { month: 'asc', part: 'asc' } }),
    (payment) => payment.decisionId,
  );

/** Batches by id; null for one that does not exist or is not the principal's to see. */
export const batchById: BatchLoad<string, PaymentBatch | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(PaymentBatch, { id: { $in: ids.filter(isId) } }), (batch) => batch.id);

/** How many payments a batch has and what they come to. */
export interface BatchSum {
  count: number;
  /** What goes to the bank: less what is kept back. */
  total: Cents;
  deducted: Cents;
}

/** Number and total of the payments, by batch. */
export const sumOfBatch: BatchLoad<string, BatchSum> = async ({ em }, ids) => {
  const rows = await em.execute<{ id: string; count: number; total: string; deducted: string }[]>(
    `select batch_id as id, count(*)::int as count, sum(amount - deducted)::bigint as total, sum(deducted)::bigint as deducted
       from payment where batch_id = any (?::uuid[]) group by batch_id`,
    [`{${ids.join(',')}}`],
  );
  const sums = new Map(rows.map(({ id, count, total, deducted }) => [id, { count, total: Number(total), deducted: Number(deducted) }]));
  return ids.map((id) => sums.get(id) ?? { count: 0, total: 0, deducted: 0 });
};
