import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { againstNorm, populationFor } from './staffing.rules.js';

const count = { fte: 235.16, employees: 223, specialists: 87, vacantFte: 12 };

describe('staffing against the norm', () => {
  it('asks one specialist for each full thousand', () => {
    expect(againstNorm(count, 79_800)).toEqual({ ...count, specialistsPerThousand: 1.09, required: 79, met: true });
    expect(againstNorm(count, 87_999)).toMatchObject({ required: 87, met: true });
    expect(againstNorm(count, 88_000)).toMatchObject({ required: 88, met: false });
  });

  it('says nothing where the population is not known', () => {
    expect(againstNorm(count, null)).toMatchObject({ specialistsPerThousand: null, required: null, met: null });
  });

  it('uses the population of the year or the latest before it, never a later one', () => {
    const populations = [
      { year: 2021, count: 80_900 },
      { year: 2019, count: 83_200 },
    ];
    expect(populationFor(populations, 2022)).toBe(80_900);
    expect(populationFor(populations, 2020)).toBe(83_200);
    expect(populationFor(populations, 2018)).toBeNull();
    expect(populationFor(null, 2022)).toBeNull();
  });

  it('is met exactly where one more full thousand would have to come for it to be missed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 700_000 }), (specialists, population) => {
        expect(againstNorm({ ...count, specialists }, population).met).toBe(population < (specialists + 1) * 1000);
      }),
    );
  });
});
