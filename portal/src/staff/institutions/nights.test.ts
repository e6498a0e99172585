import { describe, expect, it } from '@jest/globals';
import { recordedOn, withNight } from './nights.js';

const one = { personId: 'a', name: 'P-1', night: '2026-11-22', repeated: false };

describe('nights of a round', () => {
  it('stand once for a person and a night, the latest first', () => {
    const two = { ...one, personId: 'b', name: 'P-2' };
    const nights = withNight(withNight([], one), two);
    expect(nights).toEqual([two, one]);
    expect(withNight(nights, { ...one, repeated: true })).toBe(nights);
  });

  it('are told apart by the night', () => {
    const before = { ...one, night: '2026-11-21' };
    const nights = withNight(withNight([], one), before);
    expect(recordedOn(nights, '2026-11-21')).toEqual([before]);
    expect(recordedOn(nights, null)).toEqual([]);
  });
});
