import { describe, expect, it } from '@jest/globals';
import { changeOf, figurePath, greatestOf, isHeading, isSame, tallyOf } from './figures.js';

const row = { key: 'total', parent: null, value: 200, suppressed: false, previous: 160, previousSuppressed: false, measure: 'PERSONS' };

describe('a figure of the report', () => {
  it('changes by so much and by a share, and by no share from nothing', () => {
    expect(changeOf(row)).toEqual({ by: 40, share: 0.25 });
    expect(changeOf({ value: 5, previous: 0 })).toEqual({ by: 5, share: null });
    expect(changeOf({ value: 0.3, previous: 0.1 })?.by).toBe(0.2);
    expect(changeOf({ value: null, previous: 3 })).toBeNull();
  });

  it('is a heading only where rows below it carry the figures', () => {
    const heading = { ...row, key: 'men', value: null };
    expect(isHeading(heading, [heading, { ...row, parent: 'men' }])).toBe(true);
    expect(isHeading(heading, [heading, row])).toBe(false);
    expect(isHeading({ ...heading, suppressed: true }, [{ ...row, parent: 'men' }])).toBe(false);
    expect(isHeading(row, [{ ...row, parent: 'total' }])).toBe(false);
  });

  it('is drawn against the greatest of its own measure in either year', () => {
    const greatest = greatestOf([row, { ...row, value: 3, previous: 210 }, { ...row, measure: 'EUR', value: 9, previous: null }]);
    expect([...greatest]).toEqual([
      ['PERSONS', 210],
      ['EUR', 9],
    ]);
  });

  it('has an address of its own', () => {
    expect(figurePath(2022, 'shelter', 'total')).toBe('/report/2022/shelter/total');
  });
});

describe('the records behind a figure', () => {
  it('are counted where they have no amount, however few of them were loaded', () => {
    expect(tallyOf([null, undefined], 200)).toEqual({ by: 'count', found: 200, whole: true });
    expect(tallyOf([], 0)).toEqual({ by: 'count', found: 0, whole: true });
  });

  it('are summed exactly where they have one, and say whether all of them are there', () => {
    expect(tallyOf([0.1, 0.2], 2)).toEqual({ by: 'sum', found: 0.3, whole: true });
    expect(tallyOf([109, 216.06], 9337)).toEqual({ by: 'sum', found: 325.06, whole: false });
  });

  it('make the figure to the cent', () => {
    expect(isSame(1246287.0000000077, 1246287)).toBe(true);
    expect(isSame(1246287.01, 1246287)).toBe(false);
  });
});
