import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, easterSunday, holidaysOf, isWorkingDay } from './public-holidays.js';
import { serviceTermOn, serviceTerms } from './service-terms.js';

describe('the public holidays of Latvia', () => {
  it.each([
    [2000, '2000-04-23'],
    [2019, '2019-04-21'],
    [2022, '2022-04-17'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('know Easter of %i', (year, sunday) => {
    expect(easterSunday(year)).toBe(sunday);
  });

  it.each([
    ['2026-04-03', 'Good Friday', false],
    ['2026-04-06', 'Easter Monday', false],
    ['2026-05-24', 'Whit Sunday', false],
    ['2026-11-18', 'the Proclamation, a Wednesday', false],
    ['2025-05-05', 'Monday after a 4 May on a Sunday', false],
    ['2024-05-06', 'Monday after a 4 May on a Saturday', false],
    ['2023-11-20', 'Monday after an 18 November on a Saturday', false],
    ['2025-06-23', 'Midsummer Eve', false],
    ['2023-05-29', 'the day for the hockey team', false],
    ['2024-05-29', 'the same day a year later', true],
    ['2026-05-02', 'a Saturday', false],
    ['2021-05-03', 'the Monday after a 1 May on a Saturday, which does not move', true],
    ['2026-11-23', 'a Monday', true],
  ])('%s, %s: worked %s', (day, _what, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it('are at least fourteen a year, each in its year', () => {
    for (let year = 2015; year <= 2045; year++) {
      const days = [...holidaysOf(year)];
      expect(days.length).toBeGreaterThanOrEqual(14);
      expect(days.every((day) => day.startsWith(String(year)))).toBe(true);
    }
  });

  it.each([
    ['2026-11-09', 10, '2026-11-24'], // over 18 November
    ['2026-12-18', 10, '2027-01-07'], // over Christmas and New Year
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-21', 1, '2026-11-23'],
  ])('%s and %i working days is %s', (day, n, due) => {
    expect(addWorkingDays(day, n)).toBe(due);
  });

  it('whatever the day and the number: the term ends on a working day, later days end no earlier, and one more day is later', () => {
    const days = fc.integer({ min: 0, max: 9000 }).map((n) => new Date(Date.UTC(2015, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 30 }), (a, b, n) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(isWorkingDay(addWorkingDays(first, n))).toBe(true);
        expect(addWorkingDays(first, n) <= addWorkingDays(second, n)).toBe(true);
        expect(addWorkingDays(first, n) < addWorkingDays(first, n + 1)).toBe(true);
      }),
    );
  });
});

describe('terms of services', () => {
  it('are dated: another holds on another day, none where none is known', () => {
    expect(serviceTermOn('OFFER_ANSWER', '2024-12-31')?.amount).toBe(3);
    expect(serviceTermOn('OFFER_ANSWER', '2025-01-01')?.amount).toBe(5);
    expect(serviceTermOn('OFFER_ANSWER', '2009-12-31')).toBeNull();
  });

  it('never hold twice on a day', () => {
    for (const { code, validFrom, validUntil } of serviceTerms) {
      const others = serviceTerms.filter((term) => term.code === code && term.validFrom !== validFrom);
      for (const other of others)
        expect(other.validFrom >= (validUntil ?? '9999-12-31') || (other.validUntil ?? '9999-12-31') <= validFrom).toBe(true);
    }
  });
});
