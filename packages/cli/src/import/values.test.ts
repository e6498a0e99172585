import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBasis, readCode, readDate, readMoney, readRelation, readSex } from './values.js';

const readAs = <T>(read: { value: T } | object): T | null => ('value' in read ? (read.value as T) : null);

describe('a cell', () => {
  it.each([
    ['2022-12-31', '2022-12-31'],
    ['31.12.2022', '2022-12-31'],
    ['1.2.2022.', '2022-02-01'],
    ['31.02.2022', null],
    ['12/31/2022', null],
    ['31.12.22', null],
    ['2022-1-1', null],
  ])('%j is the day %p', (text, day) => expect(readAs(readDate(text))).toBe(day));

  it.each([
    ['1234,50', 123_450],
    ['1234.5', 123_450],
    ['1 234,50', 123_450],
    ['1\u00a0234,50 €', 123_450],
    ['0', 0],
    ['12,345', null],
    ['1.234,50', null],
    ['-5', null],
    ['desmit', null],
  ])('%j is %p cents', (text, cents) => expect(readAs(readMoney(text))).toBe(cents));

  it.each([
    ['010180-10000', '010180-10000'],
    ['01018010000', '010180-10000'],
    ['1018010000', null],
    ['010180-1000', null],
  ])('%j is the code %p', (text, code) => expect(readAs(readCode(text))).toBe(code));

  it('is read in Latvian and in English', () => {
    expect(['S', 'sieviete', 'F', 'v', 'Vīrietis', 'male'].map((text) => readAs(readSex(text)))).toEqual([
      'FEMALE',
      'FEMALE',
      'FEMALE',
      'MALE',
      'MALE',
      'MALE',
    ]);
    expect(['Galvenā', 'bērns', 'foster child'].map((text) => readAs(readRelation(text)))).toEqual(['HEAD', 'CHILD', 'FOSTER_CHILD']);
    expect([readAs(readBasis('ārvalsts dokuments')), readAs(readBasis('own statement')), readAs(readBasis('cits'))]).toEqual([
      'FOREIGN_DOCUMENT',
      'OWN_STATEMENT',
      null,
    ]);
  });

  it('of money is what was written, with a comma or a point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('.', ','), (cents, mark) => {
        const text = `${Math.floor(cents / 100)}${mark}${String(cents % 100).padStart(2, '0')}`;
        expect(readAs(readMoney(text))).toBe(cents);
      }),
    );
  });
});
