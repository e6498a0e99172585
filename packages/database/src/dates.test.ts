import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dayInRiga, daysBetween, isIsoDate, periodContains, periodsOverlap, today } from './dates.js';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('today', () => {
  it.each([
    ['2022-12-31T21:59:59Z', '2022-12-31'],
    ['2022-12-31T22:00:00Z', '2023-01-01'],
    ['2022-06-30T20:59:59Z', '2022-06-30'],
    ['2022-06-30T21:00:00Z', '2022-07-01'],
    ['2022-03-27T00:59:59Z', '2022-03-27'],
    ['2022-10-30T01:00:00Z', '2022-10-30'],
  ])('at %s is %s in Latvia', (moment, expected) => {
    expect(today(() => new Date(moment))).toBe(expected);
    expect(dayInRiga(new Date(moment))).toBe(expected);
  });
});

describe('addMonths', () => {
  it.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-01-15', -1, '2021-12-15'],
    ['2022-05-09', 0, '2022-05-09'],
    ['2020-02-29', 12, '2021-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  it('lands in the right month and never on a later day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const there = addMonths(date, months);
        const index = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7));
        expect(index(there) - index(date)).toBe(months);
        expect(isIsoDate(there)).toBe(true);
        expect(Number(there.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)));
      }),
    );
  });
});

describe('addDays and daysBetween', () => {
  it('undo one another', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it.each(['2022-02-29', '2022-13-01', '22-01-01', '2022-1-1', '', '2022-01-01T00:00:00Z', '2022-00-10'])('refuse %j', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(/not a day/);
  });

  it('refuse a part of a day', () => expect(() => addDays('2022-01-01', 0.5)).toThrow(/whole number/));
});

describe('half-open periods', () => {
  it.each([
    ['2022-01-01', '2022-02-01', '2022-01-01', true],
    ['2022-01-01', '2022-02-01', '2022-01-31', true],
    ['2022-01-01', '2022-02-01', '2022-02-01', false],
    ['2022-01-01', '2022-02-01', '2021-12-31', false],
    ['2022-01-01', null, '2099-01-01', true],
    ['2022-01-01', undefined, '2022-01-01', true],
    ['2022-01-01', '2022-01-01', '2022-01-01', false],
  ])('[%s, %s) on %s: %s', (from, until, on, expected) => expect(periodContains(from, until, on)).toBe(expected));

  it('overlap exactly when some day lies in both', () => {
    const small = fc.integer({ min: 0, max: 12 }).map((n) => addDays('2022-01-01', n));
    const period = fc.record({ from: small, until: fc.option(small) });
    fc.assert(
      fc.property(period, period, (a, b) => {
        const days = Array.from({ length: 30 }, (_, n) => addDays('2022-01-01', n));
        const shared = days.some((on) => periodContains(a.from, a.until, on) && periodContains(b.from, b.until, on));
        expect(periodsOverlap(a, b)).toBe(shared);
        expect(periodsOverlap(b, a)).toBe(shared);
      }),
    );
  });
});
