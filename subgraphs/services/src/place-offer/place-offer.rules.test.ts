import { describe, expect, it } from '@jest/globals';
import { answerByOf, answerProblems, holdsPlace, isSamePlace, isUnexplainedJump, offerState, placeProblems } from './place-offer.rules.js';

describe('an offer', () => {
  it.each([
    ['OFFERED', '2026-11-21', 'OFFERED', true],
    ['OFFERED', '2026-11-22', 'OFFERED', true],
    ['OFFERED', '2026-11-23', 'LAPSED', false],
    ['ACCEPTED', '2026-12-31', 'ACCEPTED', true],
    ['DECLINED', '2026-11-21', 'DECLINED', false],
    ['WITHDRAWN', '2026-12-31', 'WITHDRAWN', false],
    ['LAPSED', '2026-11-01', 'LAPSED', false],
  ] as const)('recorded as %s and to be answered by 22 November is on %s %s', (recorded, today, state, holds) => {
    const offer = { recorded, answerBy: '2026-11-22' };
    expect([offerState(offer, today), holdsPlace(offer, today)]).toEqual([state, holds]);
  });

  it('is answered within the working days of the term', () => {
    expect(answerByOf('2026-11-20', { amount: 5 })).toBe('2026-11-27');
    expect(answerByOf('2026-12-22', { amount: 3 })).toBe('2026-12-29');
  });

  it('is declined with a reason', () => {
    expect(answerProblems({ accepted: true })).toEqual([]);
    expect(answerProblems({ accepted: false, reason: 'Par tālu' })).toEqual([]);
    expect(answerProblems({ accepted: false, reason: ' ' })).toMatchObject([{ code: 'INVALID', field: 'reason' }]);
  });
});

describe('a free place', () => {
  it('has a key and a description', () => {
    expect(placeProblems({ key: 'a', description: 'Vieta' })).toEqual([]);
    expect(placeProblems({ key: ' ', description: '' }).map(({ field }) => field)).toEqual(['key', 'description']);
  });

  it('is the same under a key where everything else is', () => {
    const known = { serviceTypeCode: 'home-care', from: '2026-12-01', description: 'Vieta' };
    const sent = { serviceType: 'home-care', from: '2026-12-01', description: ' Vieta ' };
    expect(isSamePlace(known, sent)).toBe(true);
    for (const change of [{ serviceType: 'social-taxi' }, { from: '2026-12-02' }, { description: 'Cita' }])
      expect(isSamePlace(known, { ...sent, ...change })).toBe(false);
  });
});

it.each([
  [{ position: 1, hasAccepted: false, reasons: null }, false],
  [{ position: 2, hasAccepted: false, reasons: null }, true],
  [{ position: 2, hasAccepted: false, reasons: ' ' }, true],
  [{ position: 2, hasAccepted: true, reasons: null }, false],
  [{ position: 2, hasAccepted: false, reasons: 'Dzīvība apdraudēta' }, false],
  [{ position: null, hasAccepted: false, reasons: null }, false],
])('a grant %j is an unexplained jump: %s', (grant, isJump) => {
  expect(isUnexplainedJump(grant)).toBe(isJump);
});
