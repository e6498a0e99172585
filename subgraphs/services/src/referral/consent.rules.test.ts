import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ConsentView, isLive, openedOn, openScopes, type RecordedState, referralState } from './consent.rules.js';

const today = '2026-11-22';
const live: ConsentView = {
  organisationId: 'a',
  scopes: ['IDENTITY', 'NEEDS'],
  from: '2026-01-01',
  until: '2027-01-01',
  withdrawnAt: null,
};

describe('a consent', () => {
  it.each([
    ['on its first day', { ...live, from: today }, true],
    ['on its last day', { ...live, until: '2026-11-23' }, true],
    ['on the first day it no longer holds', { ...live, until: today }, false],
    ['the day before it begins', { ...live, from: '2026-11-23' }, false],
    ['withdrawn a moment ago', { ...live, withdrawnAt: '2026-11-22T09:59:59Z' }, false],
  ])('%s', (_name, consent, holds) => {
    expect(isLive(consent, today)).toBe(holds);
  });

  it('opens what its own scopes name to its own organisation alone', () => {
    expect([...openScopes([live, { ...live, scopes: ['DELIVERY'] }], 'a', today)]).toEqual(['IDENTITY', 'NEEDS', 'DELIVERY']);
    expect([...openScopes([live], 'b', today)]).toEqual([]);
  });

  it.each([
    ['its first day', '2026-01-01', live, true],
    ['the day before', '2025-12-31', live, false],
    ['its last day, long after', '2022-06-30', { ...live, from: '2022-01-01', until: '2022-07-01' }, true],
    ['the day after its last', '2022-07-01', { ...live, from: '2022-01-01', until: '2022-07-01' }, false],
    ['a day of one that was withdrawn later', '2026-02-01', { ...live, withdrawnAt: '2026-11-01T00:00:00Z' }, false],
  ])('opened on %s: what it names, to whom it was given', (_name, on, consent, opened) => {
    expect(openedOn([consent], 'a', 'NEEDS', on)).toBe(opened);
    expect(openedOn([consent], 'a', 'DELIVERY', on)).toBe(false);
    expect(openedOn([consent], 'b', 'NEEDS', on)).toBe(false);
  });
});

describe('a referral', () => {
  it.each<[RecordedState, boolean, string]>([
    ['OFFERED', true, 'OFFERED'],
    ['OFFERED', false, 'CONSENT_WITHDRAWN'],
    ['ACCEPTED', true, 'ACCEPTED'],
    ['ACCEPTED', false, 'CONSENT_WITHDRAWN'],
    ['DECLINED', false, 'DECLINED'],
    ['ENDED', false, 'ENDED'],
  ])('recorded as %s, with a live consent: %s, is %s', (recorded, hasLiveConsent, state) => {
    expect(referralState(recorded, hasLiveConsent)).toBe(state);
  });
});

// An oracle written apart: it counts days from 0 and walks over every consent, scope and day as a bitmap.
const scopes = ['IDENTITY', 'CONTACT', 'NEEDS', 'PLAN', 'DELIVERY'];
const dayOf = (n: number): string => new Date(Date.UTC(2025, 11, 20) + n * 86_400_000).toISOString().slice(0, 10);
const consents = fc.array(
  fc.record({
    organisationId: fc.constantFrom('a', 'b', 'c'),
    mask: fc.integer({ min: 1, max: 31 }),
    from: fc.integer({ min: 0, max: 30 }),
    days: fc.integer({ min: 1, max: 30 }),
    withdrawnOn: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  }),
  { maxLength: 8 },
);

function oracle(
  given: readonly { organisationId: string; mask: number; from: number; days: number; withdrawnOn: number | null }[],
  organisation: string,
  day: number,
) {
  let mask = 0;
  for (const one of given) {
    if (one.organisationId !== organisation || one.withdrawnOn !== null) continue;
    for (let held = 0; held < one.days; held++) if (one.from + held === day) mask |= one.mask;
  }
  return mask;
}

describe('whatever consents there are', () => {
  it('a scope is open if and only if a consent that is not withdrawn names it for the organisation and covers the day', () => {
    fc.assert(
      fc.property(consents, fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 62 }), (given, organisation, day) => {
        const views = given.map((one) => ({
          organisationId: one.organisationId,
          scopes: scopes.filter((_scope, bit) => one.mask & (1 << bit)),
          from: dayOf(one.from),
          until: dayOf(one.from + one.days),
          withdrawnAt: one.withdrawnOn === null ? null : `${dayOf(one.withdrawnOn)}T08:00:00Z`,
        }));
        const open = openScopes(views, organisation, dayOf(day));
        const expected = oracle(given, organisation, day);
        expect(scopes.filter((scope) => open.has(scope))).toEqual(scopes.filter((_scope, bit) => expected & (1 << bit)));
      }),
      { numRuns: 1000 },
    );
  });

  it('withdrawing one never opens anything', () => {
    fc.assert(
      fc.property(consents, fc.nat(), (given, which) => {
        const views = given.map((one) => ({
          organisationId: one.organisationId,
          scopes,
          from: dayOf(one.from),
          until: dayOf(one.from + one.days),
          withdrawnAt: null,
        }));
        const withdrawn = views.map((view, at) =>
          at === which % Math.max(1, views.length) ? { ...view, withdrawnAt: '2026-01-01T00:00:00Z' } : view,
        );
        for (let day = 0; day < 62; day++) {
          const before = openScopes(views, 'a', dayOf(day));
          for (const scope of openScopes(withdrawn, 'a', dayOf(day))) expect(before.has(scope)).toBe(true);
        }
      }),
    );
  });
});
