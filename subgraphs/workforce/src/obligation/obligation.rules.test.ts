import { specialistKinds } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { supervisionOwed, trainingOwed } from './obligation.rules.js';

describe('what is asked of an employee in a year', () => {
  it.each([
    ['SOCIAL_WORKER', 2400],
    ['SENIOR_SOCIAL_WORKER', 2400],
    ['SOCIAL_ASSISTANCE_ORGANISER', 1600],
    ['SOCIAL_CARER', 1600],
    ['CARER', 800],
  ] as const)('is training by kind: %s', (kind, required) => {
    expect(trainingOwed(kind, required - 1)).toMatchObject({ required, met: false });
    expect(trainingOwed(kind, required)).toMatchObject({ required, met: true });
  });

  it('is nothing where no norm is known', () => {
    expect(trainingOwed('OTHER', 0)).toBeNull();
    expect(supervisionOwed('CARER', 0, 0)).toBeNull();
  });

  it('is supervision of 9 hours alone or 18 in a group', () => {
    expect(supervisionOwed('SOCIAL_WORKER', 900, 0)?.met).toBe(true);
    expect(supervisionOwed('SOCIAL_WORKER', 899, 0)?.met).toBe(false);
    expect(supervisionOwed('SOCIAL_WORKER', 0, 1800)?.met).toBe(true);
    expect(supervisionOwed('SOCIAL_WORKER', 0, 1700)?.met).toBe(false);
    expect(supervisionOwed('SOCIAL_WORKER', 450, 900)).toMatchObject({ done: 1800, met: true });
  });

  it('never gets further away by more hours', () => {
    const hours = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(fc.constantFrom(...specialistKinds), hours, hours, hours, (kind, a, b, more) => {
        if (trainingOwed(kind, a)?.met) expect(trainingOwed(kind, a + more)?.met).toBe(true);
        if (supervisionOwed(kind, a, b)?.met)
          expect(supervisionOwed(kind, a + more, b)?.met && supervisionOwed(kind, a, b + more)?.met).toBe(true);
      }),
    );
  });
});
