import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DocumentKind } from './kind.js';
import { endOfRetention, retentionOf, retentionRules } from './retention.js';

const kinds = Object.values(DocumentKind);

describe('retention', () => {
  it('has a rule for each kind on each day since 1992, with the rule of law', () => {
    for (const kind of kinds) {
      expect(retentionOf(kind, '1992-01-01').basis).not.toBe('');
      expect(retentionRules.filter((rule) => rule.kind === kind).map((rule) => rule.since)).toEqual(
        [...new Set(retentionRules.filter((rule) => rule.kind === kind).map((rule) => rule.since))].sort().reverse(),
      );
    }
  });

  it.each([
    ['RECEIPT', '2021-12-31', 10, '2031-12-31'],
    ['RECEIPT', '2022-01-01', 5, '2027-01-01'],
    ['IDENTITY', '2024-02-29', 1, '2025-02-28'],
    ['COURT_DECISION', '2026-11-22', 10, '2036-11-22'],
  ] as const)('of %s closed on %s is %i years, until %s', (kind, on, years, until) => {
    expect(retentionOf(kind as DocumentKind, on).years).toBe(years);
    expect(endOfRetention(kind as DocumentKind, on)).toBe(until);
  });

  it('says of every term that is not of law that it is assumed', () => {
    expect(retentionRules.every((rule) => rule.assumed)).toBe(true);
  });

  it('never ends before the record is closed', () => {
    const day = fc
      .date({ min: new Date('1992-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(fc.constantFrom(...kinds), day, (kind, on) => endOfRetention(kind, on) >= on));
  });
});
