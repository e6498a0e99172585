import { describe, expect, it } from '@jest/globals';
import { decisionProblem, type PromotionFacts, promotionProblems } from './promotion.rules.js';

const good: PromotionFacts = {
  kind: 'SENIOR_SOCIAL_WORKER',
  from: '2027-01-01',
  reason: 'Pieredze',
  employments: [{ kind: 'SOCIAL_WORKER', from: '2020-01-01', until: null }],
  self: false,
  latest: '2027-11-22',
};

describe('a promotion', () => {
  it.each<[string, Partial<PromotionFacts>, string[]]>([
    ['changes an employment', {}, []],
    ['is into something else', { kind: 'SOCIAL_WORKER' }, ['INVALID kind']],
    ['needs an employment', { employments: [] }, ['INVALID from']],
    ['is not on the first day', { from: '2020-01-01' }, ['INVALID from']],
    ['has a reason', { reason: ' ' }, ['INVALID reason']],
    ['is a year ahead at most', { from: '2027-12-01' }, ['INVALID from']],
    ['is not for oneself', { self: true }, ['FOUR_EYES employeeId']],
    [
      'comes before nothing that is planned',
      {
        employments: [
          { kind: 'SOCIAL_WORKER', from: '2020-01-01', until: '2027-06-01' },
          { kind: 'OTHER', from: '2027-06-01', until: null },
        ],
      },
      ['INVALID from'],
    ],
  ])('%s', (_, change, expected) => {
    expect(promotionProblems({ ...good, ...change }).map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
  });

  it.each([
    [{ proposedBy: 'a', state: 'PROPOSED' }, { subject: 'b', self: false }, null],
    [{ proposedBy: 'a', state: 'PROPOSED' }, { subject: 'a', self: false }, 'FOUR_EYES'],
    [{ proposedBy: 'a', state: 'PROPOSED' }, { subject: 'b', self: true }, 'FOUR_EYES'],
    [{ proposedBy: 'a', state: 'CONFIRMED' }, { subject: 'b', self: false }, 'WRONG_STATE'],
  ])('%j decided by %j is %p', (promotion, who, code) => {
    expect(decisionProblem(promotion, who)?.code ?? null).toBe(code);
  });
});
