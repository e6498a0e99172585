import type { Cents } from '@atbalsts/reference';

/**
 * How a fraction of a cent becomes a whole one. Named by the rule version that multiplies, never chosen by the code:
 * `HALF_UP` half a cent and more goes up, `UP` any fraction goes up, `DOWN` any fraction is dropped. Amounts here are never negative.
 */
export type Rounding = 'HALF_UP' | 'UP' | 'DOWN';

/** The rounding where a rule names none. (assumed: neither the law nor Cabinet Regulation 809 names one) */
export const assumedRounding: Rounding = 'HALF_UP';

/** A product of money and a coefficient: the whole cents, and the exact value in euro as a decimal string when rounding changed it. */
export interface Product {
  amount: Cents;
  /** The coefficient as a person writes it, e.g. `2.5`. */
  factor: string;
  /** The exact value in euro, e.g. `114.015`; null when the product is whole cents. */
  exact: string | null;
}

/** Refuses what is not a whole, non-negative number of cents: a programming error, since the Euro scalar gives nothing else. Throws RangeError. */
export function checkCents(value: Cents, what: string): Cents {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} must be a whole number of cents, not negative`);
  return value === 0 ? 0 : value;
}

/** Adds sums of cents and refuses a total that a double does not hold exactly. Throws RangeError. */
export function sumCents(values: readonly Cents[], what: string): Cents {
  return checkCents(
    values.reduce((sum, value) => sum + checkCents(value, what), 0),
    what,
  );
}

/** Divides exactly, then rounds by the named rounding. Both numbers are not negative. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): Cents {
  const whole = dividend / divisor;
  const rest = dividend % divisor;
  const up = rounding === 'UP' ? rest > 0n : rounding === 'HALF_UP' && rest * 2n >= divisor;
  return checkCents(Number(up ? whole + 1n : whole), 'An amount');
}

/** Money times a coefficient in hundredths (250 is 2.5), in whole numbers throughout. Throws RangeError for a coefficient that is negative or not whole hundredths. */
export function multiplyRounded(cents: Cents, hundredths: number, rounding: Rounding): Product {
  const product = BigInt(checkCents(cents, 'An amount')) * BigInt(checkCents(hundredths, 'A coefficient in hundredths'));
  const exact = product % 100n === 0n ? null : plain(product, 4);
  return { amount: divideRounded(product, 100n, rounding), factor: plain(BigInt(hundredths), 2), exact };
}

/** A whole number of parts as a decimal without idle zeros: 250 of hundredths is `2.5`. */
function plain(parts: bigint, places: number): string {
  const digits = String(parts).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

/** Cents as a person reads them in a formula: `109.00`, `−165.00`. */
export function inEuro(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '−' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
