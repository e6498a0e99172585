/** A grant whose amount is to be found: paid so many times, at least and at most so many cents each time, about as much as its weight says. */
export interface Share {
  times: number;
  weight: number;
  min: number;
  max: number;
}

/**
 * Amounts in cents, one for each share, such that the sum of times × amount is exactly the total. They lie near weight × one common factor.
 * Throws RangeError where no amounts within the bounds come to the total; a share paid once should be among them to take up the last cents.
 */
export function amountsFor(total: number, shares: readonly Share[]): number[] {
  const at = (factor: number) => shares.map(({ weight, min, max }) => Math.min(max, Math.max(min, Math.round(weight * factor))));
  const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount, i) => sum + amount * (shares[i] as Share).times, 0);
  let low = 0;
  let high = 1;
  while (sumOf(at(high)) < total && high < 1e9) high *= 2;
  for (let step = 0; step < 45; step++) {
    const middle = (low + high) / 2;
    if (sumOf(at(middle)) > total) high = middle;
    else low = middle;
  }
  const amounts = at(low);
  let rest = total - sumOf(amounts);
  for (let moved = true; rest !== 0 && moved; ) {
    moved = false;
    for (const [i, { times, max }] of shares.entries()) {
      if (rest < times || (amounts[i] as number) >= max) continue;
      amounts[i] = (amounts[i] as number) + 1;
      rest -= times;
      moved = true;
      if (rest === 0) break;
    }
  }
  if (rest !== 0) throw new RangeError(`${total} cents cannot be shared out: ${rest} are left over`);
  return amounts;
}

/** How many households of 1, 2, ... persons make exactly so many families with so many persons; about as the weights say. */
export function sizesFor(families: number, persons: number, weights: readonly number[]): number[] {
  if (persons < families || persons > families * weights.length)
    throw new RangeError(`${families} families cannot have ${persons} persons`);
  const counts = weights.map((weight) => Math.floor(weight * families));
  counts[0] = (counts[0] as number) + families - counts.reduce((a, b) => a + b, 0);
  let missing = persons - counts.reduce((sum, count, i) => sum + count * (i + 1), 0);
  for (let i = 0; missing !== 0; i = (i + 1) % (counts.length - 1)) {
    const [from, to] = missing > 0 ? [i, i + 1] : [i + 1, i];
    if (!counts[from]) continue;
    const moved = Math.max(1, Math.floor(Math.min(Math.abs(missing), counts[from] as number) / 8));
    counts[from] = (counts[from] as number) - moved;
    counts[to] = (counts[to] as number) + moved;
    missing -= Math.sign(missing) * moved;
  }
  return counts;
}

/** Takes items whose sizes sum exactly to the total, in their order as far as it goes. Throws RangeError where they cannot. */
export function takeExactly<T>(items: readonly T[], total: number, sizeOf: (item: T) => number): T[] {
  const taken: T[] = [];
  let left = total;
  for (const item of items) {
    if (sizeOf(item) > left) continue;
    taken.push(item);
    left -= sizeOf(item);
    if (left === 0) return taken;
  }
  throw new RangeError(`${left} of ${total} are missing`);
}
