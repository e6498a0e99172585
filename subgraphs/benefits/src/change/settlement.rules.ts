import type { Cents, IsoDate } from '@atbalsts/reference';

/** What is known of one month of decisions that changed one another. */
export interface MonthAccount {
  /** The first day of the month. */
  month: IsoDate;
  /** What the decision in force grants for it. */
  granted: Cents;
  /** What has gone or will go for it on any of the decisions, before deductions. */
  gone: Cents;
  /** What was found to be paid too much for it already. */
  claims: readonly { recoveryId: string; amount: Cents }[];
}

/** What is still to do so that each month comes to what is granted for it. */
export interface Settlement {
  /** What is still to be paid, by month. */
  pay: { month: IsoDate; amount: Cents }[];
  /** By how much an earlier claim is taken back, since it was not too much after all. */
  forgive: { recoveryId: string; month: IsoDate; amount: Cents }[];
  /** What is too much, by month. */
  overpaid: { month: IsoDate; amount: Cents }[];
}

/**
 * Settles months: what has gone less what is claimed back must come to what is granted. Where it is too little, what is still open of a claim on that month
 * is taken back first, and the rest is paid; where it is too much, that is an overpayment. Nothing is ever negative.
 * @param balances what is still open of each recovery
 */
export function settle(accounts: readonly MonthAccount[], balances: ReadonlyMap<string, Cents>): Settlement {
  const open = new Map(balances);
  const done: Settlement = { pay: [], forgive: [], overpaid: [] };
  for (const { month, granted, gone, claims } of accounts) {
    let missing = granted - gone + claims.reduce((sum, { amount }) => sum + amount, 0);
    if (missing < 0) done.overpaid.push({ month, amount: -missing });
    if (missing <= 0) continue;
    for (const { recoveryId, amount } of claims) {
      const back = Math.min(missing, amount, open.get(recoveryId) ?? 0);
      if (back <= 0) continue;
      done.forgive.push({ recoveryId, month, amount: back });
      open.set(recoveryId, (open.get(recoveryId) ?? 0) - back);
      missing -= back;
    }
    if (missing > 0) done.pay.push({ month, amount: missing });
  }
  return done;
}

/** The state of a recovery by its figures. */
export function recoveryState({ amount, balance }: { amount: Cents; balance: Cents }): 'OPEN' | 'RECOVERED' | 'CANCELLED' {
  if (amount === 0) return 'CANCELLED';
  return balance === 0 ? 'RECOVERED' : 'OPEN';
}
