import type { Case } from './course.js';

/** Benefits whose amount no receipts decide: by a formula, or a fixed sum. */
const withoutReceipts: readonly string[] = ['gmi', 'funeral', 'childbirth', 'anniversary', 'trustee', 'politically-repressed'];

/** What was claimed with an application that nobody has decided yet, in cents. */
const undecided = 4500;

/**
 * The receipts of an application, in cents; null where the benefit repays none. Where a case does not say, they are what was granted: the towns' rules
 * (assumed, in the benefits domain) repay receipts whole, except health care, up to a ceiling. The tests compare.
 */
export function receiptsOf({ type, ground = 'STANDARD', claimedCosts, once, monthly, refused }: Case): number | null {
  if (claimedCosts !== undefined) return claimedCosts;
  if (withoutReceipts.includes(type) || (type === 'housing-allowance' && ground === 'STANDARD')) return null;
  return refused ? null : (once ?? monthly?.amount ?? undecided);
}
