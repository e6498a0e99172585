import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MonthAccount, recoveryState, settle } from './settlement.rules.js';

const month = '2025-08-01';
const one = (change: Partial<MonthAccount>) => settle([{ month, granted: 0, gone: 0, claims: [], ...change }], new Map([['r', 40]]));
const nothing = { pay: [], forgive: [], overpaid: [] };

describe('settling a month', () => {
  it.each<[string, Partial<MonthAccount>, Partial<ReturnType<typeof settle>>]>([
    ['that was paid as granted', { granted: 100, gone: 100 }, {}],
    ['that was not paid yet', { granted: 100 }, { pay: [{ month, amount: 100 }] }],
    ['of which a part was paid', { granted: 100, gone: 60 }, { pay: [{ month, amount: 40 }] }],
    ['that was paid one cent too much', { granted: 99, gone: 100 }, { overpaid: [{ month, amount: 1 }] }],
    ['that was paid and is no longer granted', { granted: 0, gone: 100 }, { overpaid: [{ month, amount: 100 }] }],
    ['of which what is too much is claimed already', { granted: 60, gone: 100, claims: [{ recoveryId: 'r', amount: 40 }] }, {}],
    [
      'of which more was claimed than was too much',
      { granted: 90, gone: 100, claims: [{ recoveryId: 'r', amount: 40 }] },
      { forgive: [{ recoveryId: 'r', month, amount: 30 }] },
    ],
    [
      'of which more was claimed, and got back already',
      { granted: 100, gone: 100, claims: [{ recoveryId: 'gone', amount: 40 }] },
      { pay: [{ month, amount: 40 }] },
    ],
    [
      'whose claim is not enough for what is missing',
      { granted: 100, gone: 50, claims: [{ recoveryId: 'r', amount: 10 }] },
      { forgive: [{ recoveryId: 'r', month, amount: 10 }], pay: [{ month, amount: 50 }] },
    ],
  ])('%s', (_name, account, expected) => {
    expect(one(account)).toEqual({ ...nothing, ...expected });
  });

  it('brings every month to what is granted, to the cent, and is never negative', () => {
    const cents = fc.nat(1_000_000);
    const account = fc.record({
      granted: cents,
      gone: cents,
      claims: fc.array(fc.record({ recoveryId: fc.constantFrom('a', 'b'), amount: cents }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(account, { maxLength: 12 }), cents, cents, (months, a, b) => {
        const accounts = months.map((found, at) => ({ ...found, month: `2025-${String(at + 1).padStart(2, '0')}-01` }));
        const done = settle(
          accounts,
          new Map([
            ['a', a],
            ['b', b],
          ]),
        );
        const of = (list: { month: string; amount: number }[], which: string) =>
          list.filter((found) => found.month === which).reduce((sum, { amount }) => sum + amount, 0);
        for (const { month: which, granted, gone, claims } of accounts) {
          const claimed = claims.reduce((sum, { amount }) => sum + amount, 0) - of(done.forgive, which) + of(done.overpaid, which);
          expect(gone + of(done.pay, which) - claimed).toBe(granted);
        }
        for (const { amount } of [...done.pay, ...done.forgive, ...done.overpaid]) expect(amount).toBeGreaterThan(0);
        for (const [id, balance] of [
          ['a', a],
          ['b', b],
        ] as const) {
          const back = done.forgive.filter(({ recoveryId }) => recoveryId === id).reduce((sum, { amount }) => sum + amount, 0);
          expect(back).toBeLessThanOrEqual(balance);
        }
      }),
    );
  });
});

describe('a recovery', () => {
  it.each([
    [{ amount: 100, balance: 100 }, 'OPEN'],
    [{ amount: 100, balance: 1 }, 'OPEN'],
    [{ amount: 100, balance: 0 }, 'RECOVERED'],
    [{ amount: 0, balance: 0 }, 'CANCELLED'],
  ])('of %j is %s', (figures, state) => {
    expect(recoveryState(figures)).toBe(state);
  });
});
