import { describe, expect, it } from '@jest/globals';
import { changeOf, offersChange, strangers } from './change-view.js';

const monthly = { id: 'd1', state: 'NOTIFIED', outcome: 'GRANT', from: '2026-10-01' };

describe('a change of a running benefit', () => {
  it('is offered on a granted monthly benefit that holds', () => {
    for (const state of ['APPROVED', 'NOTIFIED', 'UPHELD']) expect(offersChange({ ...monthly, state })).toBe(true);
  });

  it('is not offered on a refusal, a one-off benefit, a challenged, a revoked or an unapproved decision', () => {
    expect(offersChange({ ...monthly, outcome: 'REFUSE' })).toBe(false);
    expect(offersChange({ ...monthly, from: null })).toBe(false);
    for (const state of ['CHALLENGED', 'REVOKED', 'PROPOSED', 'RETURNED']) expect(offersChange({ ...monthly, state })).toBe(false);
  });

  it('is found among the applications of the client by the decision it changes, unless it was withdrawn', () => {
    const own = { id: 'a1', number: 'SP-1', state: 'DECIDED', changes: null };
    const withdrawn = { id: 'a3', number: 'SP-3', state: 'WITHDRAWN', changes: { id: 'd1' } };
    const waiting = { id: 'a2', number: 'SP-2', state: 'MEANS_DECLARED', changes: { id: 'd1' } };
    expect(changeOf([withdrawn, waiting, own], 'd1')).toBe(waiting);
    expect(changeOf([withdrawn, own], 'd1')).toBeNull();
    expect(changeOf([waiting, own], 'd2')).toBeNull();
  });

  it('names the lines of whom the household has lost, and not those that are nobody’s yet', () => {
    const lines = [
      { key: 0, personId: 'anna' },
      { key: 1, personId: 'janis' },
      { key: 2, personId: null },
    ];
    expect(strangers(lines, ['anna'])).toEqual([1]);
    expect(strangers(lines, ['anna', 'janis'])).toEqual([]);
  });
});
