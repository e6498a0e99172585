import { describe, expect, it } from '@jest/globals';
import {
  addEuro,
  dayOf,
  daysBetween,
  formatDay,
  formatDayLong,
  formatDayShort,
  formatDistance,
  formatEuro,
  formatMoment,
  formatMonth,
  formatNumber,
  formatPeriod,
  formatShare,
  parseEuro,
  plain,
  yearInRiga,
} from './format.js';

/** No-break spaces as plain ones, so that the expectations can be read. */
const spaced = (text: string) => text.replace(/\u00a0/g, ' ');

describe('dates', () => {
  it('are written as Latvian writes them, with the full stop after the year', () => {
    expect(formatDay('2026-11-22', 'lv')).toBe('22.11.2026.');
    expect(formatDayShort('2026-01-05', 'lv')).toBe('05.01.2026.');
    expect(formatDayLong('2026-11-22', 'lv')).toBe('svētdiena, 2026. gada 22. novembris');
    expect(formatMonth('2026-11', 'lv')).toBe('2026. gada novembris');
    expect(formatMonth('2026-11', 'lv', true)).toBe('2026. gada novembrī');
    expect(formatMonth('2026-03-15', 'lv', true)).toBe('2026. gada martā');
  });

  it('are written in English for who reads English', () => {
    expect(spaced(formatDay('2026-11-22', 'en'))).toBe('22 November 2026');
    expect(formatDayShort('2026-01-05', 'en')).toBe('05/01/2026');
    expect(formatDayLong('2026-11-22', 'en')).toBe('Sunday, 22 November 2026');
  });

  it('of a moment are those of Riga, whatever zone the browser stands in', () => {
    expect(spaced(formatMoment('2026-07-01T21:30:00Z', 'lv'))).toBe('02.07.2026. 00:30');
    expect(dayOf('2026-12-31T22:30:00Z')).toBe('2027-01-01');
  });

  it('of a period without an end begin with "no"', () => {
    expect(spaced(formatPeriod('2026-02-01', null, 'lv'))).toBe('no 01.02.2026.');
    expect(formatPeriod('2026-02-01', '2026-03-31', 'lv')).toBe('01.02.2026.–31.03.2026.');
    expect(formatPeriod('2026-02-01', '2026-02-01', 'lv')).toBe('01.02.2026.');
  });

  it('are told by their distance with the right plural', () => {
    const say = (day: string) => spaced(formatDistance(day, '2026-11-22', 'lv'));
    expect([say('2026-11-22'), say('2026-11-23'), say('2026-11-21')]).toEqual(['šodien', 'rīt', 'vakar']);
    expect(say('2026-12-13')).toBe('pēc 21 dienas');
    expect(say('2026-11-11')).toBe('pirms 11 dienām');
    expect(spaced(formatDistance('2026-11-19', '2026-11-22', 'en'))).toBe('3 days ago');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

describe('the year', () => {
  it('is that of Riga, where it begins two hours before that of UTC', () => {
    expect(yearInRiga('2026-12-31T22:30:00Z')).toBe(2027);
    expect(yearInRiga('2026-12-31T21:30:00Z')).toBe(2026);
  });
});

describe('money', () => {
  it('has its thousands apart, a comma and the currency behind it in Latvian', () => {
    expect(spaced(formatEuro('1234.56', 'lv'))).toBe('1 234,56 EUR');
    expect(spaced(formatEuro('1234567.00', 'lv'))).toBe('1 234 567,00 EUR');
    expect(spaced(formatEuro('-9.05', 'lv'))).toBe('−9,05 EUR');
    expect(spaced(formatEuro('1234.56', 'en'))).toBe('EUR 1,234.56');
  });

  it('is read as people type it, and refused where it is not money', () => {
    expect(['1 234,5', '109', '0,07', '12.30 EUR', '007'].map(parseEuro)).toEqual(['1234.50', '109.00', '0.07', '12.30', '7.00']);
    expect(['', 'abc', '1,234', '1.2.3', '--4'].map(parseEuro)).toEqual([null, null, null, null, null]);
  });
});

describe('sums', () => {
  it('are added in whole cents, also below zero and beyond what a number keeps', () => {
    expect(addEuro('400.00', '300.00')).toBe('700.00');
    expect(addEuro('0.10', '0.20')).toBe('0.30');
    expect(addEuro('0.05', '-0.10')).toBe('-0.05');
    expect(addEuro('999999999999.99', '0.01')).toBe('1000000000000.00');
  });

  it('are refused where one is no money', () => {
    expect(() => addEuro('1.00', 'daudz')).toThrow('Not money: daudz');
  });
});

describe('numbers and words', () => {
  it('have a comma in Latvian and a point in English', () => {
    expect(spaced(formatNumber(12345.67, 'lv', 2))).toBe('12 345,67');
    expect(spaced(formatNumber(1234, 'lv'))).toBe('1 234');
    expect(formatNumber(12345.67, 'en', 2)).toBe('12,345.67');
    expect(spaced(formatShare(0.125, 'lv'))).toBe('12,5 %');
  });

  it('are compared without diacritics and case', () => {
    expect(plain('Šķēle Ģirts')).toBe('skele girts');
  });
});
