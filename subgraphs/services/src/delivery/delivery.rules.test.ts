import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deliveryProblems, grantProblems, isSame } from './delivery.rules.js';

const today = '2026-11-22';
const right = { key: 'k-1', referralId: 'r', on: '2026-11-20', units: 4, unit: 'HOUR' };

describe('a delivery', () => {
  it.each([
    ['of today', { ...right, on: today }],
    ['of a request', { ...right, referralId: null, requestId: 'q' }],
    ['of a quarter of an hour', { ...right, units: 0.25 }],
    ['of the least that is counted', { ...right, units: 0.01 }],
    ['of the most that is counted', { ...right, units: 999_999.99 }],
  ])('is right: %s', (_name, delivery) => {
    expect(deliveryProblems(delivery, today)).toEqual([]);
  });

  it.each([
    ['key', { ...right, key: ' ' }],
    ['referralId', { ...right, referralId: null }],
    ['referralId', { ...right, requestId: 'q' }],
    ['on', { ...right, on: '2026-11-23' }],
    ['units', { ...right, units: 0 }],
    ['units', { ...right, units: -1 }],
    ['units', { ...right, units: 0.001 }],
    ['units', { ...right, units: 1_000_000 }],
  ])('is refused, naming %s', (field, delivery) => {
    expect(deliveryProblems(delivery, today)).toEqual([expect.objectContaining({ code: 'INVALID', field })]);
  });

  it('takes every number of hundredths that the column holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (hundredths) => {
        expect(deliveryProblems({ ...right, units: hundredths / 100 }, today)).toEqual([]);
      }),
    );
  });

  it('is the same when day, units and unit are', () => {
    expect(isSame(right, { ...right, units: 4.0 })).toBe(true);
    for (const change of [{ on: '2026-11-19' }, { units: 4.01 }, { unit: 'VISIT' }])
      expect(isSame(right, { ...right, ...change })).toBe(false);
  });
});

describe('a delivery of a service that the town gives', () => {
  const granted = { state: 'GRANTED', from: '2026-04-01', until: '2026-05-01' };

  it('lies within the half-open period, also when the service has ended since', () => {
    for (const on of ['2026-04-01', '2026-04-30']) {
      expect(grantProblems(on, granted)).toEqual([]);
      expect(grantProblems(on, { ...granted, state: 'ENDED' })).toEqual([]);
    }
    expect(grantProblems('2030-01-01', { ...granted, until: null })).toEqual([]);
    for (const on of ['2026-03-31', '2026-05-01']) expect(grantProblems(on, granted)).toMatchObject([{ code: 'INVALID', field: 'on' }]);
  });

  it.each(['SUBMITTED', 'ASSESSED', 'PROPOSED', 'WAITING', 'REFUSED'])('is of none that is %s', (state) => {
    expect(grantProblems('2026-04-02', { ...granted, state })).toMatchObject([{ code: 'WRONG_STATE', field: 'requestId' }]);
  });
});
