import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figureOf, type PublishedRow, perThousandOf, sumOf, type TownFigure } from './region-figures.rules.js';

const row = (year: number, change: Partial<PublishedRow> = {}): PublishedRow => ({
  town: 'a',
  year,
  value: 10,
  suppressed: false,
  previous: 8,
  previousSuppressed: false,
  ...change,
});

describe('a published figure beside others', () => {
  it.each([
    [[row(2022)], 2022, 10, false],
    [[row(2022)], 2021, 8, false],
    [[row(2021, { value: 7 }), row(2022)], 2021, 7, false],
    [[row(2021, { value: null, suppressed: true }), row(2022)], 2021, null, true],
    [[row(2021), row(2022, { previous: null, previousSuppressed: true })], 2021, null, true],
  ] as const)('of %j in %i is %p, withheld %p', (rows, year, value, suppressed) => {
    expect(figureOf(rows, 'a', year)).toEqual({ town: 'a', year, value, suppressed });
  });

  it('is none where nobody published it', () => {
    expect(figureOf([row(2022)], 'a', 2023)).toBeNull();
    expect(figureOf([row(2022)], 'b', 2022)).toBeNull();
    expect(figureOf([row(2022, { value: null })], 'a', 2022)).toBeNull();
  });

  it.each([
    [100, false, 50_000, 2],
    [0, false, 50_000, 0],
    [100, false, null, null],
    [null, true, 50_000, null],
    [3, true, 50_000, null],
  ])('of %p, withheld %p, over %p inhabitants is %p for each thousand', (value, suppressed, inhabitants, per) => {
    expect(perThousandOf(value, suppressed, inhabitants)).toBe(per);
  });

  it('is in no sum where a town withholds its own; else the sum is that of what is shown', () => {
    const figure = fc.record({
      town: fc.string(),
      year: fc.constant(2022),
      value: fc.integer({ min: 0, max: 1e6 }),
      suppressed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 8 }), (all) => {
        const figures: TownFigure[] = all.map((one) => ({ ...one, value: one.suppressed ? null : one.value }));
        const sum = sumOf(2022, figures, () => 1000);
        const withheld = figures.some(({ suppressed }) => suppressed);
        expect(sum.suppressed).toBe(withheld);
        expect(sum.value).toBe(withheld || figures.length === 0 ? null : figures.reduce((n, { value }) => n + (value ?? 0), 0));
        if (withheld) expect(sum.perThousand).toBeNull();
      }),
    );
  });
});
