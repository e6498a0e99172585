import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profileProblems } from './profile.js';
import { ageBands, countBands, experienceBands, wholeYears } from './profile.rules.js';

describe('years', () => {
  it.each([
    ['1990-11-22', '2026-11-22', 36],
    ['1990-11-23', '2026-11-22', 35],
    ['2000-02-29', '2027-02-28', 26],
    ['2000-02-29', '2027-03-01', 27],
  ])('from %s to %s are %i', (from, on, years) => {
    expect(wholeYears(from, on)).toBe(years);
  });

  it.each([
    ['age', ageBands],
    ['experience', experienceBands],
  ])('fall into one band of %s each', (_, bands) => {
    fc.assert(
      fc.property(fc.array(fc.nat(90)), (years) => {
        expect(countBands(bands, years).reduce((sum, { employees }) => sum + employees, 0)).toBe(years.length);
      }),
    );
  });
});

describe('a profile', () => {
  it.each<[string, string | null, string[]]>([
    ['1980-01-01', null, []],
    ['1980-01-01', '2000-01-01', []],
    ['1980-01-01', '1990-01-01', ['inFieldSince']],
    ['1980-01-01', '2026-12-01', ['inFieldSince']],
    ['2010-01-01', null, ['birthDate']],
    ['1900-01-01', null, ['birthDate']],
  ])('born %s, in the field since %p, is wrong in %p', (born, since, fields) => {
    expect(profileProblems(born, since, '2020-01-01', '2026-11-22').map(({ field }) => field)).toEqual(fields);
  });
});
