import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Payment } from '../payment/payment.entity.js';
import { Recovery, RecoveryDeduction, RecoveryMonth } from './recovery.entity.js';

/** The recovery that a decision established, by decision; null for one that established none. */
export const recoveryOf: BatchLoad<string, Recovery | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Recovery, { decisionId: { $in: [...ids] } }), (recovery) => recovery.decisionId);

/** The months of recoveries, by recovery. */
export const monthsOf: BatchLoad<string, RecoveryMonth[]> = async ({ em }, ids) => {
  const rows = await em.execute<{ id: string; month: string; amount: string }[]>(
    `select recovery_id as id, month::text as month, amount from recovery_month where recovery_id = any (?::uuid[]) and amount > 0 order by month`,
    [`{${ids.join(',')}}`],
  );
  return groupedInOrder(ids, rows, ({ id }) => id).map((months) =>
    months.map(({ month, amount }) => Object.assign(new RecoveryMonth(), { month, amount: Number(amount) })),
  );
};

/** The ledgers of recoveries, by recovery, the oldest line first. */
export const deductionsOf: BatchLoad<string, RecoveryDeduction[]> = async ({ em }, ids) => {
  const rows = await em.execute<{ id: string; paymentId: string; amount: string; deductedOn: string; releasedOn: string | null }[]>(
    `select l.recovery_id as id, l.payment_id as "paymentId", l.amount, l.deducted_on::text as "deductedOn", l.released_on::text as "releasedOn"
       from recovery_deduction l join payment p on p.id = l.payment_id where l.recovery_id = any (?::uuid[]) order by l.deducted_on, p.month, l.id`,
    [`{${ids.join(',')}}`],
  );
  return groupedInOrder(ids, rows, ({ id }) => id).map((lines) =>
    lines.map(({ paymentId, amount, deductedOn, releasedOn }) =>
      Object.assign(new RecoveryDeduction(), { paymentId, amount: Number(amount), deductedOn, releasedOn }),
    ),
  );
};

/** Payments by id. */
export const paymentById: BatchLoad<string, Payment | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Payment, { id: { $in: [...ids] } }), (payment) => payment.id);
