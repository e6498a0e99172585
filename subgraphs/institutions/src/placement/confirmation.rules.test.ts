import { ProblemCode } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import { type Confirmable, confirmationDue, confirmationProblem } from './confirmation.rules.js';

const emergency: Confirmable = { emergency: 'Ugunsgrēks', admittedBy: 'anna', admittedOn: '2026-11-22', confirmedOn: null };

describe('confirming a placement', () => {
  it.each<[string, Partial<Confirmable>, string, ProblemCode | null]>([
    ['is for another person than who admitted', {}, 'biruta', null],
    ['is not for who admitted', {}, 'anna', ProblemCode.FOUR_EYES],
    ['needs an emergency', { emergency: null }, 'biruta', ProblemCode.WRONG_STATE],
    ['happens once', { confirmedOn: '2026-11-22' }, 'biruta', ProblemCode.WRONG_STATE],
    ['tells who admitted first that nothing is left to confirm', { confirmedOn: '2026-11-22' }, 'anna', ProblemCode.WRONG_STATE],
    ['is done late rather than never', { admittedOn: '2026-01-01' }, 'biruta', null],
  ])('%s', (_, change, subject, code) => {
    expect(confirmationProblem({ ...emergency, ...change }, subject)?.code ?? null).toBe(code);
  });

  it('is due by the end of the day after the entry, and only for an emergency', () => {
    expect(confirmationDue(emergency)).toBe('2026-11-23');
    expect(confirmationDue({ ...emergency, admittedOn: '2026-12-31' })).toBe('2027-01-01');
    expect(confirmationDue({ ...emergency, emergency: null })).toBeNull();
  });
});
