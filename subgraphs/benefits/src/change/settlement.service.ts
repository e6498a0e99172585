import { newId } from '@atbalsts/database';
import type { Context } from '@atbalsts/graphql';
import type { Decision } from '../decision/decision.entity.js';
import { paymentMonths } from '../decision/period.rules.js';
import { PaymentState } from '../payment/payment.entity.js';
import { type MonthAccount, type Settlement, settle } from './settlement.rules.js';

/** Which months of which chain are settled, on which decision. */
export interface SettledMonths {
  chainId: string;
  /** The decision in force: what is missing is paid on it. */
  decision: Pick<Decision, 'id' | 'outcome' | 'monthlyAmount' | 'from' | 'months'>;
  applicantId: string;
  /** The first month that is settled. */
  from: string;
  /** The first month that is not settled any more; all that follow are where left out. */
  until?: string;
}

/**
 * Brings the months of a chain of decisions from a month on to what the decision in force grants: pays what is missing, takes back claims that turned out
 * not to be too much, and establishes a recovery of what is. Whoever calls it holds the payments of the town and has cancelled what is not to be paid any more.
 */
export async function settleMonths(context: Context, { chainId, decision, applicantId, from, until }: SettledMonths): Promise<void> {
  const { accounts, balances } = await accountsOf(context, chainId, decision, { from, until: until ?? '9999-12-01' });
  const { pay, forgive, overpaid } = settle(accounts, balances);
  await payMissing(context, decision.id, pay);
  await takeBack(context, forgive);
  await establish(context, { decisionId: decision.id, applicantId, overpaid });
}

async function accountsOf(
  { em }: Context,
  chainId: string,
  decision: SettledMonths['decision'],
  settled: { from: string; until: string },
): Promise<{ accounts: MonthAccount[]; balances: Map<string, number> }> {
  const gone = await em.execute<{ month: string; amount: string }[]>(
    `select p.month::text as month, sum(p.amount)::bigint as amount from payment p join decision d on d.id = p.decision_id
      where (d.id = ? or d.chain_id = ?) and p.month >= ?::date and p.month < ?::date and p.state <> '${PaymentState.CANCELLED}' group by p.month`,
    [chainId, chainId, settled.from, settled.until],
  );
  const claims = await em.execute<{ recoveryId: string; month: string; amount: string; balance: string }[]>(
    `select r.id as "recoveryId", m.month::text as month, m.amount, r.balance from recovery r join decision d on d.id = r.decision_id
       join recovery_month m on m.recovery_id = r.id
      where (d.id = ? or d.chain_id = ?) and m.month >= ?::date and m.month < ?::date and m.amount > 0 order by r.established_on desc, r.id desc`,
    [chainId, chainId, settled.from, settled.until],
  );
  const { from, months, monthlyAmount } = decision;
  const granted = new Map<string, number>();
  if (from !== null && months !== null) for (const month of paymentMonths({ from, months })) granted.set(month, monthlyAmount ?? 0);
  const amounts = new Map(gone.map(({ month, amount }) => [month, Number(amount)]));
  const all = [...new Set([...granted.keys(), ...amounts.keys()])].filter((month) => month >= settled.from && month < settled.until).sort();
  return {
    accounts: all.map((month) => ({
      month,
      granted: granted.get(month) ?? 0,
      gone: amounts.get(month) ?? 0,
      claims: claims.filter((claim) => claim.month === month).map(({ recoveryId, amount }) => ({ recoveryId, amount: Number(amount) })),
    })),
    balances: new Map(claims.map(({ recoveryId, balance }) => [recoveryId, Number(balance)])),
  };
}

async function payMissing({ em, municipality }: Context, decisionId: string, pay: Settlement['pay']): Promise<void> {
  if (pay.length === 0) return;
  await em.execute(
    `insert into payment (id, municipality, decision_id, month, part, amount, state)
     select n.id, ?, ?::uuid, n.month, 1 + coalesce((select max(p.part) from payment p where p.decision_id = ?::uuid and p.month = n.month), 0),
            n.amount, '${PaymentState.DUE}'
       from jsonb_to_recordset(?::jsonb) as n(id uuid, month date, amount bigint)`,
    [municipality, decisionId, decisionId, JSON.stringify(pay.map((one) => ({ id: newId(), ...one })))],
    'run',
  );
}

async function takeBack({ em }: Context, forgive: Settlement['forgive']): Promise<void> {
  if (forgive.length === 0) return;
  await em.execute(
    `with back as (
       select * from jsonb_to_recordset(?::jsonb) as b("recoveryId" uuid, month date, amount bigint)),
     months as (
       update recovery_month m set amount = m.amount - b.amount from back b where m.recovery_id = b."recoveryId" and m.month = b.month),
     sums as (select "recoveryId" as id, sum(amount)::bigint as amount from back group by 1)
     update recovery r set amount = r.amount - s.amount, balance = r.balance - s.amount,
            state = case when r.amount = s.amount then 'CANCELLED' when r.balance = s.amount then 'RECOVERED' else 'OPEN' end
       from sums s where r.id = s.id`,
    [JSON.stringify(forgive)],
    'run',
  );
}

async function establish(
  { em, municipality, today }: Context,
  { decisionId, applicantId, overpaid }: { decisionId: string; applicantId: string; overpaid: Settlement['overpaid'] },
): Promise<void> {
  if (overpaid.length === 0) return;
  const id = newId();
  const amount = overpaid.reduce((sum, one) => sum + one.amount, 0);
  await em.execute(
    `insert into recovery (id, municipality, decision_id, applicant_id, amount, balance, state, established_on) values (?, ?, ?, ?, ?, ?, 'OPEN', ?)`,
    [id, municipality, decisionId, applicantId, amount, amount, today],
    'run',
  );
  await em.execute(
    `insert into recovery_month (recovery_id, month, municipality, amount)
     select ?::uuid, month, ?, amount from jsonb_to_recordset(?::jsonb) as m(month date, amount bigint)`,
    [id, municipality, JSON.stringify(overpaid)],
    'run',
  );
}
