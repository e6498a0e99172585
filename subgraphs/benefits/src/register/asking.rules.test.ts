import { stateRegisters } from '@atbalsts/registers';
import { describe, expect, it } from '@jest/globals';
import { daysFor, monthsBefore, questionsFor } from './asking.rules.js';

describe('what the registers are asked', () => {
  it.each([
    ['REVENUE', '2025-06-10', '2025-03-01', '2025-06-01'],
    ['SOCIAL_INSURANCE', '2025-06-01', '2025-03-01', '2025-06-01'],
    ['REVENUE', '2026-01-31', '2025-10-01', '2026-01-01'],
    ['REVENUE', '2025-03-31', '2024-12-01', '2025-03-01'],
    ['POPULATION', '2025-06-30', '2025-06-30', '2025-07-01'],
    ['EMPLOYMENT', '2024-02-28', '2024-02-28', '2024-02-29'],
  ] as const)('is of %s, for an application of %s, from %s until before %s', (register, submittedOn, from, until) => {
    expect(daysFor(register, submittedOn)).toEqual({ from, until });
  });

  it('is of the three full months before the application', () => {
    expect(monthsBefore('2025-02-28')).toEqual(['2024-11', '2024-12', '2025-01']);
  });

  it.each([
    [0, ['POPULATION', 'SOCIAL_INSURANCE']],
    [12, ['POPULATION', 'SOCIAL_INSURANCE']],
    [13, ['POPULATION', 'SOCIAL_INSURANCE', 'REVENUE']],
    [14, ['POPULATION', 'SOCIAL_INSURANCE', 'REVENUE']],
    [15, [...stateRegisters]],
    [90, [...stateRegisters]],
  ])('of a person of %i years is no more than can have an answer', (age, registers) => {
    expect(questionsFor([{ age }], stateRegisters).map(({ register }) => register)).toEqual(registers);
  });

  it('is asked once, however often a register is named', () => {
    expect(questionsFor([{ age: 40 }, { age: 41 }], ['REVENUE', 'REVENUE'])).toHaveLength(2);
  });
});
