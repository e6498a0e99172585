import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EmergencyTerms, emergencyProblems, mostEmergencyHours } from './emergency-access.rules.js';

describe('the terms of an emergency access', () => {
  const right: EmergencyTerms = { personId: 'p', reason: 'Klients ir bezsamaņā', hours: 4 };

  it.each<[Partial<EmergencyTerms>, string[]]>([
    [{}, []],
    [{ hours: 1 }, []],
    [{ hours: 12 }, []],
    [{ personId: null, reference: 'P-000001' }, []],
    [{ personId: null }, ['personId']],
    [{ personId: ' ' }, ['personId']],
    [{ reference: 'P-000001' }, ['personId']],
    [{ reason: '   steidzami   ' }, ['reason']],
    [{ hours: 0 }, ['hours']],
    [{ hours: 13 }, ['hours']],
    [{ personId: null, reason: '', hours: -1 }, ['personId', 'reason', 'hours']],
  ])('with %j have problems in %j', (change, fields) => {
    expect(emergencyProblems({ ...right, ...change }).map((one) => one.field)).toEqual(fields);
  });

  it('never last longer than a night', () => {
    fc.assert(
      fc.property(fc.integer(), (hours) => {
        expect(emergencyProblems({ ...right, hours }).length === 0).toBe(hours >= 1 && hours <= mostEmergencyHours);
      }),
    );
  });
});
