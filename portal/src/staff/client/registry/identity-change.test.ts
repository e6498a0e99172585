import { describe, expect, it } from '@jest/globals';
import { changedParts, changesOf } from './identity-change.js';

const ieva = { givenName: 'Ieva', familyName: 'Ozola', birthDate: '1990-05-04', sex: 'FEMALE' as const };

describe('what is sent of an identity', () => {
  it('is what differs, and nothing where only spaces do', () => {
    expect(changedParts(ieva, { ...ieva, familyName: 'Liepa', givenName: ' Ieva ' })).toEqual({ familyName: 'Liepa' });
    expect(changedParts(ieva, ieva)).toEqual({});
  });

  it('leaves out what is missing, and leaves an emptied name to the graph to refuse', () => {
    expect(changedParts(ieva, { ...ieva, givenName: '' })).toEqual({ givenName: '' });
    expect(changedParts(ieva, { ...ieva, birthDate: null })).toEqual({});
  });
});

describe('the history of an identity', () => {
  it('says of each change what was and what came, the latest first', () => {
    const about = { evidence: 'LM 12', recordedAt: '2024-02-01T09:00:00Z' };
    const former = [
      { ...ieva, givenName: 'leva', until: '2020-03-01', reason: 'CORRECTION' as const, ...about },
      { ...ieva, familyName: 'Ozola', until: '2024-01-15', reason: 'CHANGE' as const, ...about },
    ];
    expect(changesOf(former, { ...ieva, familyName: 'Liepa' })).toEqual([
      { day: '2024-01-15', reason: 'CHANGE', ...about, parts: [{ part: 'familyName', was: 'Ozola', is: 'Liepa' }] },
      { day: '2020-03-01', reason: 'CORRECTION', ...about, parts: [{ part: 'givenName', was: 'leva', is: 'Ieva' }] },
    ]);
    expect(changesOf([], ieva)).toEqual([]);
  });
});
