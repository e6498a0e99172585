import { describe, expect, it } from '@jest/globals';
import { constraintOf, isExclusionViolation, isPermissionViolation, isRetryable, isUniqueViolation, sqlStateOf } from './violations.js';

const error = (fields: object, options?: ErrorOptions) => Object.assign(new Error('x', options), fields);

describe('errors of the database', () => {
  it('are told apart by their state, also where another error wraps them', () => {
    const own = error({ code: '23P01', constraint: 'placement_bed' });
    for (const wrapped of [own, error({ previous: own }), error({}, { cause: error({ code: 'INTERNAL_SERVER_ERROR' }, { cause: own }) })]) {
      expect(isExclusionViolation(wrapped)).toBe(true);
      expect(isUniqueViolation(wrapped)).toBe(false);
      expect(constraintOf(wrapped)).toBe('placement_bed');
    }
    expect(isPermissionViolation(error({ code: '42501' }))).toBe(true);
    expect([isRetryable(error({ code: '40P01' })), isRetryable(error({ code: '23505' }))]).toEqual([true, false]);
  });

  it.each([null, undefined, 'text', 7, error({}), error({ code: 'ECONNREFUSED' }), error({ code: 23505 })])(
    'are not seen in %p',
    (other) => {
      expect([sqlStateOf(other), constraintOf(other), isUniqueViolation(other)]).toEqual([undefined, undefined, false]);
    },
  );

  it('that are their own cause do not turn in a circle', () => {
    const round = error({});
    round.cause = round;
    expect(sqlStateOf(round)).toBeUndefined();
  });
});
