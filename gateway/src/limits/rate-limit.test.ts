import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Buckets } from './rate-limit.js';

describe('the buckets of a rate limit', () => {
  const at = { ms: 0 };
  const buckets = (perMinute: number, clients?: number) => {
    at.ms = 0;
    return new Buckets(perMinute, () => at.ms, clients);
  };
  const takes = (bucket: Buckets, client: string, times: number) => Array.from({ length: times }, () => bucket.take(client));

  it("lets a minute's worth through at once, and says when to come again", () => {
    const bucket = buckets(60);
    expect(takes(bucket, 'a', 60).every((wait) => wait === 0)).toBe(true);
    expect(bucket.take('a')).toBe(1);
    at.ms = 999;
    expect(bucket.take('a')).toBe(1);
    at.ms = 1_000;
    expect(takes(bucket, 'a', 2)).toEqual([0, 1]);
    at.ms = 61_000;
    expect(takes(bucket, 'a', 61).filter((wait) => wait > 0)).toHaveLength(1);
  });

  it('tells a slow bucket in whole seconds', () => {
    const bucket = buckets(2);
    takes(bucket, 'a', 2);
    expect(bucket.take('a')).toBe(30);
    at.ms = 12_500;
    expect(bucket.take('a')).toBe(18);
  });

  it('keeps clients apart', () => {
    const bucket = buckets(1);
    expect([bucket.take('a'), bucket.take('b'), bucket.take('a')]).toEqual([0, 0, 60]);
  });

  it('is not emptied further by who comes too early, and not refilled by a clock that goes back', () => {
    const bucket = buckets(60);
    takes(bucket, 'a', 200);
    at.ms = 1_000;
    expect(bucket.take('a')).toBe(0);
    at.ms = 0;
    expect(bucket.take('a')).toBe(1);
  });

  it('remembers so many clients and no more, and forgets the one that was silent longest', () => {
    const bucket = buckets(1, 2);
    for (const client of ['a', 'b', 'c']) bucket.take(client);
    expect([bucket.take('b'), bucket.take('c'), bucket.take('a')]).toEqual([60, 60, 0]);
  });

  it('never lets through more than a bucket and what flowed in, whatever the pattern', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.array(fc.nat(5_000), { maxLength: 100 }), (perMinute, waits) => {
        const bucket = buckets(perMinute);
        let through = 0;
        for (const wait of waits) {
          at.ms += wait;
          if (bucket.take('a') === 0) through += 1;
        }
        expect(through).toBeLessThanOrEqual(perMinute + (at.ms * perMinute) / 60_000 + 1e-6);
      }),
    );
  });
});
