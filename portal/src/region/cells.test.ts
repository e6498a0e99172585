import { describe, expect, it } from '@jest/globals';
import { cellOf, mostOf, shadeOf } from './cells.js';

describe('a cell of the comparison', () => {
  it('says why there is no number, and never a zero in its place', () => {
    expect(cellOf(undefined)).toEqual({ kind: 'NOT_PUBLISHED' });
    expect(cellOf({ value: null, suppressed: true })).toEqual({ kind: 'WITHHELD' });
    expect(cellOf({ value: null, suppressed: false })).toEqual({ kind: 'NOT_COUNTED' });
    expect(cellOf({ value: 0, suppressed: false })).toEqual({ kind: 'VALUE', value: 0 });
  });

  it('for each thousand inhabitants needs to know them, and stays withheld', () => {
    expect(cellOf({ value: 200, suppressed: false, perThousand: 2.51 }, true)).toEqual({ kind: 'VALUE', value: 2.51 });
    expect(cellOf({ value: 200, suppressed: false, perThousand: null }, true)).toEqual({ kind: 'NO_POPULATION' });
    expect(cellOf({ value: null, suppressed: true, perThousand: null }, true)).toEqual({ kind: 'WITHHELD' });
  });

  it('is shaded in five equal steps up from zero', () => {
    expect([0, 1, 20, 21, 99, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 2, 5, 5]);
    expect(shadeOf(3, 0)).toBe(0);
    expect(mostOf([cellOf({ value: 7, suppressed: false }), cellOf(undefined)])).toBe(7);
    expect(mostOf([])).toBe(0);
  });
});
