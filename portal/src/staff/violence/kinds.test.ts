import { describe, expect, it } from '@jest/globals';
import { choicesOf, isRecord, kindsSent } from './kinds.js';

const since = (day: string) => `no ${day}`;

describe('a report of violence', () => {
  it('says that the kind is not known where none was said', () => {
    expect(kindsSent([])).toEqual(['UNKNOWN']);
    expect(kindsSent(['PHYSICAL', 'CONTROL'])).toEqual(['PHYSICAL', 'CONTROL']);
  });

  it('names records for a case, a referral and a stay alone', () => {
    expect((['CASE', 'REFERRAL', 'PLACEMENT'] as const).every(isRecord)).toBe(true);
    expect((['POLICE', 'ORPHANS_COURT', 'MEDICAL_HELP', 'OTHER'] as const).some(isRecord)).toBe(false);
  });

  it('offers the records of the client by kind', () => {
    const records = {
      cases: [{ id: 'c', number: 'L-1', openedOn: '2026-01-02' }],
      referrals: [{ id: 'r', purpose: 'Krīzes istaba', organisation: { name: 'Otrais krasts' } }],
      currentPlacement: { id: 'p', from: '2026-11-01', facility: { name: 'Patversme' } },
    };
    expect(choicesOf('CASE', records, since)).toEqual([{ id: 'c', label: 'L-1, no 2026-01-02' }]);
    expect(choicesOf('REFERRAL', records, since)).toEqual([{ id: 'r', label: 'Otrais krasts: Krīzes istaba' }]);
    expect(choicesOf('PLACEMENT', records, since)).toEqual([{ id: 'p', label: 'Patversme, no 2026-11-01' }]);
    expect(choicesOf('PLACEMENT', { currentPlacement: null }, since)).toEqual([]);
  });
});
