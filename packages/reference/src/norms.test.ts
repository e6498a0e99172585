import { describe, expect, it } from '@jest/globals';
import { isSocialWorkSpecialist, norms, requiredSpecialists, specialistKinds, trainingNorm } from './norms.js';
import { projectCall } from './programme.js';
import { centsOf, dayAfter, holdsOn, labelOf } from './values.js';

describe('norms', () => {
  it('ask for one specialist for each full thousand inhabitants', () => {
    expect([0, 999, 1000, 79999, 80000].map(requiredSpecialists)).toEqual([0, 0, 1, 79, 80]);
  });

  it('count as specialists the five kinds of the 2022 results', () => {
    expect(specialistKinds.filter(isSocialWorkSpecialist)).toEqual([
      'SENIOR_SOCIAL_WORKER',
      'SOCIAL_WORKER',
      'SOCIAL_CARER',
      'SOCIAL_REHABILITATOR',
      'SOCIAL_ASSISTANCE_ORGANISER',
    ]);
  });

  it('ask for 24, 16 or 8 hours of training a year, with a citation, and for nothing that nobody asks', () => {
    expect(trainingNorm('SOCIAL_WORKER')).toEqual({ hours: 24, citation: expect.stringContaining('Nr. 291') });
    expect(trainingNorm('SOCIAL_ASSISTANCE_ORGANISER')?.hours).toBe(16);
    expect(trainingNorm('CARER')?.hours).toBe(8);
    expect(trainingNorm('PSYCHOLOGIST')).toBeUndefined();
  });

  it('give supervision, caseload and terms', () => {
    expect(norms.supervision).toMatchObject({ individualHours: 9, groupHours: 18 });
    expect(norms.caseload).toMatchObject({ from: 20, to: 22, norm: 22 });
    expect(norms.terms).toMatchObject({ statusMonths: 3, statusMonthsWithoutWorkingAge: 6, incomeMonths: 3 });
  });
});

describe('the call for projects', () => {
  it('keeps its ceiling as printed in lats and gives it in Euro cents', () => {
    expect(projectCall).toMatchObject({
      maxMonths: 24,
      printedCeiling: { amount: 100000, currency: 'LVL' },
      ceiling: 14228718,
      infrastructureMaxPercent: 5,
    });
  });
});

describe('values', () => {
  it('turn printed Euro into whole cents', () => {
    expect([87.5, 128.06, 56.07, 0.1 + 0.2].map(centsOf)).toEqual([8750, 12806, 5607, 30]);
  });

  it('step over months, years and leap days', () => {
    expect(['2022-12-31', '2024-02-28', '2023-02-28'].map(dayAfter)).toEqual(['2023-01-01', '2024-02-29', '2023-03-01']);
  });

  it('hold from the first day up to, not including, the last', () => {
    const period = { validFrom: '2022-01-01', validUntil: '2022-02-01' };
    expect(['2021-12-31', '2022-01-01', '2022-01-31', '2022-02-01'].map((day) => holdsOn(period, day))).toEqual([false, true, true, false]);
  });

  it('speak Latvian unless asked otherwise', () => {
    expect([labelOf({ lv: 'jā', en: 'yes' }), labelOf({ lv: 'jā', en: 'yes' }, 'EN')]).toEqual(['jā', 'yes']);
  });
});
