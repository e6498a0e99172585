import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPeriod, type PeriodQuestion, paymentMonths, periodOf } from './period.rules.js';

const asked: PeriodQuestion = {
  submittedOn: '2025-06-10',
  from: null,
  months: null,
  mostMonths: null,
  statusMonths: 3,
  statusUntil: null,
};
const answer = (change: Partial<PeriodQuestion>): unknown => {
  const period = periodOf({ ...asked, ...change });
  return isPeriod(period) ? `${period.from} ${period.months} ${period.until}` : `${period.code} ${period.field}`;
};

describe('the period of a monthly benefit', () => {
  it.each<[string, Partial<PeriodQuestion>, string]>([
    ['begins with the month after the application and lasts as the status', {}, '2025-07-01 3 2025-10-01'],
    ['of an application in December begins in January', { submittedOn: '2025-12-31' }, '2026-01-01 3 2026-04-01'],
    ['may begin in the month of the application', { from: '2025-06-01' }, '2025-06-01 3 2025-09-01'],
    ['does not begin before it', { from: '2025-05-01' }, 'INVALID from'],
    ['may begin three months after it', { from: '2025-09-01' }, '2025-09-01 3 2025-12-01'],
    ['does not begin later', { from: '2025-10-01' }, 'INVALID from'],
    ['begins on the first of a month', { from: '2025-07-02' }, 'INVALID from'],
    ['may be shorter', { months: 1 }, '2025-07-01 1 2025-08-01'],
    ['is not longer than the status', { months: 4 }, 'INVALID months'],
    ['has at least a month', { months: 0 }, 'INVALID months'],
    ['is not negative', { months: -1 }, 'INVALID months'],
    ['is not longer than its rule', { statusMonths: null, mostMonths: 2, months: 3 }, 'INVALID months'],
    ['lasts as its rule where no status counts', { statusMonths: null, mostMonths: 12 }, '2025-07-01 12 2026-07-01'],
    ['ends with a status held already', { statusMonths: null, mostMonths: 6, statusUntil: '2025-09-01' }, '2025-07-01 2 2025-09-01'],
    ['counts no month begun of such a status', { statusMonths: null, statusUntil: '2025-09-15' }, '2025-07-01 2 2025-09-01'],
    ['needs a status that is not over', { statusMonths: null, statusUntil: '2025-07-01' }, 'INVALID from'],
    ['needs a status that is not long over', { statusMonths: null, statusUntil: '2025-06-20' }, 'INVALID from'],
  ])('%s', (_name, change, expected) => {
    expect(answer(change)).toBe(expected);
  });

  it('is paid in as many months, each once, within it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (month, months) => {
        const period = periodOf({ ...asked, submittedOn: `2025-${String(month).padStart(2, '0')}-28`, months, statusMonths: 12 });
        if (!isPeriod(period)) throw new Error(period.code);
        const paid = paymentMonths(period);
        expect(new Set(paid).size).toBe(months);
        expect(paid.every((day) => day >= period.from && day < period.until)).toBe(true);
      }),
    );
  });
});
