import type { Cents } from '@atbalsts/database';

/** Up to which monthly income (null: any) which share of the price is paid, in thousandths. */
export interface FeeBand {
  upTo: Cents | null;
  share: number;
}

/** What a fee is worked out from: the rule of the municipality on the first day of the month. */
export interface FeeTerms {
  unitPrice: Cents;
  bands: readonly FeeBand[];
  /** What must remain to the client of the monthly income. */
  keeps: Cents;
  /** Never more in a month. */
  ceiling: Cents;
}

/** The share of the price that somebody with this income pays, in thousandths: that of the first band that reaches it; all of it beyond the last. */
export const shareOf = (bands: readonly FeeBand[], income: Cents): number =>
  bands.find(({ upTo }) => upTo === null || income <= upTo)?.share ?? 1000;

/** Whether bands can be a rule: incomes and shares rise, so that more income never means a lower fee. */
export function bandsAreRising(bands: readonly FeeBand[]): boolean {
  return bands.every(({ upTo, share }, at) => {
    const next = bands[at + 1];
    const inRange = Number.isInteger(share) && share >= 0 && share <= 1000;
    return inRange && (!next || (upTo !== null && share <= next.share && (next.upTo === null || next.upTo > upTo)));
  });
}

/**
 * The fee of a month in cents: the client's share of price times units, rounded half up once; never above the ceiling, and never so much that less than
 * the protected sum remains.
 * @param units at most two decimals
 */
export function feeOf({ unitPrice, bands, keeps, ceiling }: FeeTerms, units: number, income: Cents): Cents {
  const exact = BigInt(Math.round(units * 100)) * BigInt(unitPrice) * BigInt(shareOf(bands, income));
  const share = Number((exact + 50_000n) / 100_000n);
  return Math.min(share, ceiling, Math.max(0, income - keeps));
}

/** What an account is made of: invoices and what was paid. */
export interface Settled {
  invoiced: Cents;
  paid: Cents;
  owed: Cents;
  credit: Cents;
}

/** How receipts pay invoices, the oldest first: what is paid of each, in their order, and what stands to the client's credit. */
export function settle(invoices: readonly Cents[], received: Cents): Settled & { paidOf: Cents[] } {
  let left = received;
  const paidOf = invoices.map((amount) => {
    const paid = Math.min(amount, left);
    left -= paid;
    return paid;
  });
  const sum = (amounts: readonly Cents[]) => amounts.reduce((total, amount) => total + amount, 0);
  const invoiced = sum(invoices);
  const paid = sum(paidOf);
  return { invoiced, paid, owed: invoiced - paid, credit: left, paidOf };
}

/** The assessment that holds for a month: the last made by its first day, else the first made within it. */
export function assessmentFor<T extends { from: string }>(assessments: readonly T[], month: string, until: string): T | null {
  const ordered = [...assessments].sort((a, b) => (a.from < b.from ? -1 : 1));
  return ordered.filter(({ from }) => from <= month).at(-1) ?? ordered.find(({ from }) => from < until) ?? null;
}
