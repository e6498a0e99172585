import { describe, expect, it } from '@jest/globals';
import { type SubmissionQuestion, submissionProblems } from './application.rules.js';

const right: SubmissionQuestion = {
  submission: { householdId: 'h', submittedOn: '2025-06-10', payeeAccount: null, legalGround: 'STANDARD' },
  type: { municipality: null, validFrom: null, validUntil: null, needsResidence: true },
  applicant: { residence: '0002000', household: 'h', circumstances: [] },
  municipality: '0002000',
  today: '2025-06-10',
};
const problemsOf = (change: Partial<SubmissionQuestion>) =>
  submissionProblems({ ...right, ...change }).map(({ code, field }) => `${code} ${field}`);
const applicant = (change: object) => ({ applicant: { residence: '0002000', household: 'h', circumstances: [], ...change } });
const type = (change: object) => ({ type: { municipality: null, validFrom: null, validUntil: null, needsResidence: true, ...change } });
const submission = (change: object) => ({ submission: { ...right.submission, ...change } });

describe('an application', () => {
  it.each<[string, Partial<SubmissionQuestion>, string[]]>([
    ['right in everything', {}, []],
    ['of tomorrow', submission({ submittedOn: '2025-06-11' }), ['INVALID submittedOn']],
    ['to a wrong account', submission({ payeeAccount: 'LV00BANK0000435195001' }), ['INVALID payeeAccount']],
    ['for a benefit nobody knows', { type: null }, ['NOT_FOUND benefitType']],
    ['for a benefit of another town', type({ municipality: '0025000' }), ['NOT_FOUND benefitType']],
    ['for a benefit that begins later', type({ validFrom: '2025-06-11' }), ['NOT_FOUND benefitType']],
    ['on the first day of a benefit', type({ validFrom: '2025-06-10' }), []],
    ['on the first day on which a benefit is no longer granted', type({ validUntil: '2025-06-10' }), ['NOT_FOUND benefitType']],
    ['of nobody', { applicant: null }, ['NOT_FOUND applicantId']],
    ['for another household', applicant({ household: 'x' }), ['INVALID householdId']],
    ['of who belongs to no household', applicant({ household: null }), ['INVALID householdId']],
    ['of who lives in another town', applicant({ residence: '0025000' }), ['INVALID applicantId']],
    ['of who has no residence', applicant({ residence: null }), ['INVALID applicantId']],
    ['of who has no residence, for help that needs none', { ...applicant({ residence: null }), ...type({ needsResidence: false }) }, []],
    ['on the ground of Ukraine by somebody else', submission({ legalGround: 'UKRAINE_SUPPORT' }), ['INVALID legalGround']],
    [
      'on the ground of Ukraine by a civilian without residence',
      { ...submission({ legalGround: 'UKRAINE_SUPPORT' }), ...applicant({ residence: null, circumstances: ['UKRAINIAN_CIVILIAN'] }) },
      [],
    ],
  ])('%s has the problems', (_name, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  it('tells every problem in Latvian and in English', () => {
    const found = submissionProblems({
      ...right,
      ...submission({ submittedOn: '2026-01-01', payeeAccount: 'x' }),
      ...applicant({ household: null, residence: null }),
    });
    expect(found).toHaveLength(4);
    for (const { text } of found) expect(text.lv.length > 10 && text.en.length > 10).toBe(true);
  });
});
