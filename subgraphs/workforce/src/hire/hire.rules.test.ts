import { describe, expect, it } from '@jest/globals';
import { hireProblems, tidyName } from './hire.rules.js';

const good = { name: 'Anna Bērzkalne', fte: 1, from: '2026-01-06' };

describe('a hire', () => {
  it.each([
    [{}, []],
    [{ from: '2027-11-22' }, []],
    [{ from: '2027-11-23' }, ['from']],
    [{ from: '1926-01-06' }, ['from']],
    [{ name: '  ' }, ['name']],
    [{ name: '...' }, ['name']],
    [{ fte: 1.6 }, ['fte']],
    [{ name: '', fte: 0, from: '2030-01-01' }, ['name', 'fte', 'from']],
  ])('%j is refused at %j', (change, fields) => {
    expect(hireProblems({ ...good, ...change }, '2027-11-22').map((one) => one.field)).toEqual(fields);
  });

  it('keeps the name without stray blanks', () => {
    expect(tidyName('  Anna   Marija\tBērzkalne ')).toBe('Anna Marija Bērzkalne');
  });
});
