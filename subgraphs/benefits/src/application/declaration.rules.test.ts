import { describe, expect, it } from '@jest/globals';
import { type DeclarationQuestion, declarationProblems } from './declaration.rules.js';

const right: DeclarationQuestion = {
  incomes: [{ personId: 'a', monthly: [1, 2, 3] }],
  completeOn: null,
  application: { submittedOn: '2025-06-10', applicantId: 'a', legalGround: 'STANDARD' },
  meansTested: true,
  members: ['a', 'b'],
  today: '2025-07-01',
};
const problemsOf = (change: Partial<DeclarationQuestion>) =>
  declarationProblems({ ...right, ...change }).map(({ code, field }) => `${code} ${field}`);

describe('declared means', () => {
  it.each<[string, Partial<DeclarationQuestion>, string[]]>([
    ['of a member', {}, []],
    ['of nobody', { incomes: [] }, []],
    ['of who is not of the household', { incomes: [{ personId: 'c', monthly: [1, 2, 3] }] }, ['INVALID incomes.0.personId']],
    ['of two months', { incomes: [{ personId: 'b', monthly: [1, 2] }] }, ['INVALID incomes.0.monthly']],
    ['of four months', { incomes: [{ personId: 'b', monthly: [1, 2, 3, 4] }] }, ['INVALID incomes.0.monthly']],
    ['of no month', { incomes: [{ personId: 'b', monthly: [] }] }, ['INVALID incomes.0.monthly']],
    ['of two wages of one member', { incomes: [right.incomes, right.incomes].flat() }, []],
    ['complete on the day of the application', { completeOn: '2025-06-10' }, []],
    ['complete today', { completeOn: '2025-07-01' }, []],
    ['complete before the application', { completeOn: '2025-06-09' }, ['INVALID completeOn']],
    ['complete tomorrow', { completeOn: '2025-07-02' }, ['INVALID completeOn']],
    ['of a household without the applicant', { members: ['b'], incomes: [] }, ['INVALID applicationId']],
    ['for a benefit without a means test', { meansTested: false }, ['INVALID applicationId']],
    ['for a Ukrainian civilian', { application: { ...right.application, legalGround: 'UKRAINE_SUPPORT' } }, ['INVALID applicationId']],
  ])('%s have the problems', (_name, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });
});
