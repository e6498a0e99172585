import { describe, expect, it } from '@jest/globals';
import { monthsBefore, plantedWith, type RecordedPerson, simulatedOf } from './simulated.js';

const months = ['2026-08', '2026-09', '2026-10'];
/** An id with which so much is planted. */
const idWith = (at: number) => `${at.toString(16).padStart(6, '0')}00-0000-5000-8000-000000000000`;
const person = (id: string, change: Partial<RecordedPerson> = {}): RecordedPerson => ({
  id,
  householdId: 'household',
  residence: { municipality: '0002000', since: '2010-01-01' },
  adult: true,
  pensioner: false,
  unemployedSince: null,
  declared: [{ source: 'WAGE', monthly: [10_000, 20_000, 30_000] }],
  ...change,
});

describe('the pretended registers', () => {
  it('contradict four of twelve people, each always in the same', () => {
    expect(Array.from({ length: 24 }, (_, at) => plantedWith(idWith(at))).slice(0, 5)).toEqual([
      'MORE_INCOME',
      'LESS_INCOME',
      'LIVES_ELSEWHERE',
      'UNEMPLOYMENT',
      null,
    ]);
    expect(Array.from({ length: 24 }, (_, at) => plantedWith(idWith(at))).filter(Boolean)).toHaveLength(8);
  });

  it('tell of the others what the records say', () => {
    expect(
      simulatedOf(person(idWith(4), { declared: [...person('').declared, { source: 'ALIMONY', monthly: [1, 2, 3] }] }), months),
    ).toEqual({
      residence: { municipality: '0002000', addressKey: 'household', since: '2010-01-01' },
      deceasedOn: null,
      incomes: months.map((month, at) => ({ month, source: 'WAGE', amount: [10_000, 20_000, 30_000][at] })),
      unemployedSince: null,
    });
  });

  it('know more, less, another address, or unemployment', () => {
    expect(simulatedOf(person(idWith(0)), months).incomes.at(-1)).toEqual({ month: '2026-10', source: 'WAGE', amount: 18_000 });
    expect(simulatedOf(person(idWith(1)), months).incomes[1]).toMatchObject({ month: '2026-09', amount: 15_000 });
    expect(simulatedOf(person(idWith(2)), months).residence).toMatchObject({ municipality: '0001000', addressKey: idWith(2) });
    expect(simulatedOf(person(idWith(3)), months).unemployedSince).toBe('2026-08-15');
    expect(simulatedOf(person(idWith(3), { unemployedSince: '2026-01-01' }), months).unemployedSince).toBeNull();
  });

  it('know a pension of who is of pension age and has declared nothing yet, and no residence of who has none', () => {
    const silent = simulatedOf(person(idWith(5), { declared: [], pensioner: true, residence: null }), months);
    expect(silent.incomes.map(({ source }) => source)).toEqual(['PENSION', 'PENSION', 'PENSION']);
    expect(silent.residence).toBeNull();
  });

  it.each([
    ['2026-11-22', ['2026-08', '2026-09', '2026-10']],
    ['2026-11-01', ['2026-08', '2026-09', '2026-10']],
    ['2026-02-01', ['2025-11', '2025-12', '2026-01']],
  ])('look at the three months before %s', (until, expected) => {
    expect(monthsBefore(until)).toEqual(expected);
  });
});
