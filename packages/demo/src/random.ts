import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Seeded chance: the same seed gives the same demo on every machine. */
export class Random {
  private readonly generator: RandomGenerator;

  constructor(private readonly seed: string) {
    this.generator = xoroshiro128plus(createHash('sha256').update(seed).digest().readInt32LE(0));
  }

  /** A generator of its own for a part of the demo, so that parts do not disturb one another. */
  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    return uniformInt(this.generator, 0, 0x7fffffff) / 0x80000000;
  }

  /** A whole number from min to max, both included. */
  int(min: number, max: number): number {
    return uniformInt(this.generator, min, max);
  }

  /** True with probability p. */
  chance(p: number): boolean {
    return this.next() < p;
  }

  /** One of the values. */
  pick<T>(values: readonly T[]): T {
    if (!values.length) throw new RangeError('nothing to pick from');
    return values[this.int(0, values.length - 1)] as T;
  }

  /** The values in another order. */
  shuffle<T>(values: readonly T[]): T[] {
    const mixed = [...values];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
    }
    return mixed;
  }

  /** n positive whole numbers that sum to the total, none more than about twice another's share. */
  split(total: number, n: number): number[] {
    if (n < 1 || total < n) throw new RangeError(`${total} cannot be split into ${n} positive parts`);
    const weights = Array.from({ length: n }, () => 0.7 + 0.6 * this.next());
    const sum = weights.reduce((a, b) => a + b, 0);
    const parts = weights.map((weight) => Math.max(1, Math.floor((total * weight) / sum)));
    let rest = total - parts.reduce((a, b) => a + b, 0);
    for (let i = 0; rest !== 0; i = (i + 1) % n) {
      const step = rest > 0 ? 1 : (parts[i] as number) > 1 ? -1 : 0;
      parts[i] = (parts[i] as number) + step;
      rest -= step;
    }
    return parts;
  }
}
