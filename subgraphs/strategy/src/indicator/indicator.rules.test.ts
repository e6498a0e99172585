import { describe, expect, it } from '@jest/globals';
import { belongsToYear, targetMet } from './indicator.rules.js';

describe('an indicator', () => {
  it.each([
    [87, 79, true],
    [79, 79, true],
    [78.9, 79, false],
    [0, 0, true],
    [null, 79, null],
    [87, null, null],
  ])('that shows %p against %p is met: %p', (actual, target, met) => {
    expect(targetMet(actual, target)).toBe(met);
  });

  it.each([
    [2021, false],
    [2022, true],
    [2023, true],
    [2024, true],
    [2025, false],
  ])('of a plan for 2023 and 2024 belongs to the report of %i: %p', (year, belongs) => {
    expect(belongsToYear({ fromYear: 2023, untilYear: 2024 }, year)).toBe(belongs);
  });
});
