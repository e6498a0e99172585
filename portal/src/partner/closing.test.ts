import { describe, expect, it } from '@jest/globals';
import { closedSince, lastDay, openUntil, sameStanding } from './closing.js';

const consent = (scopes: string[], until: string, withdrawnAt: string | null = null) => ({ scopes, until, withdrawnAt });

describe('what a partner may see', () => {
  it('is open until the longest consent for that part ends, and no withdrawn one opens anything', () => {
    const open = openUntil([
      consent(['IDENTITY', 'NEEDS'], '2026-12-01'),
      consent(['NEEDS'], '2027-03-01'),
      consent(['PLAN'], '2028-01-01', '2026-11-01T10:00:00Z'),
    ]);
    expect([...open]).toEqual([
      ['IDENTITY', '2026-12-01'],
      ['NEEDS', '2027-03-01'],
    ]);
  });

  it('ends with the day before the first day on which it no longer holds', () => {
    expect([lastDay('2027-08-22'), lastDay('2027-03-01'), lastDay('2028-01-01')]).toEqual(['2027-08-21', '2027-02-28', '2027-12-31']);
  });

  it('tells what closed since the last look: everything, a part, or nothing', () => {
    const before = { state: 'ACCEPTED', open: ['IDENTITY', 'NEEDS'] as const };
    expect(closedSince(null, before)).toEqual({ all: false, parts: [] });
    expect(closedSince(before, before)).toEqual({ all: false, parts: [] });
    expect(closedSince(before, { state: 'ACCEPTED', open: ['IDENTITY'] })).toEqual({ all: false, parts: ['NEEDS'] });
    expect(closedSince(before, { state: 'CONSENT_WITHDRAWN', open: [] })).toEqual({ all: true, parts: [] });
    expect(closedSince({ state: 'CONSENT_WITHDRAWN', open: [] }, { state: 'CONSENT_WITHDRAWN', open: [] }).all).toBe(false);
  });

  it('stands as it did while the state and each part’s last day are the same, in whatever order the consents come', () => {
    const [identity, needs] = [consent(['IDENTITY'], '2026-12-01'), consent(['NEEDS'], '2027-03-01')];
    const before = { state: 'ACCEPTED', person: { consents: [identity, needs] } };
    expect(sameStanding(before, { state: 'ACCEPTED', person: { consents: [needs, identity] } })).toBe(true);
    expect(sameStanding(before, { state: 'ENDED', person: { consents: [identity, needs] } })).toBe(false);
    expect(sameStanding(before, { state: 'ACCEPTED', person: { consents: [identity] } })).toBe(false);
    expect(sameStanding(before, { state: 'ACCEPTED', person: { consents: [identity, consent(['NEEDS'], '2027-04-01')] } })).toBe(false);
    expect(sameStanding(before, { state: 'ACCEPTED', person: { consents: null } })).toBe(false);
  });
});
