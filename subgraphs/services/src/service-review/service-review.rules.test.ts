import { describe, expect, it } from '@jest/globals';
import { agreementProblems, nextReviewProblems, reviewProblems, serviceEndProblems } from './service-review.rules.js';

const today = '2026-11-22';
const fields = (problems: { code: string; field: string | null }[]) => problems.map(({ code, field }) => `${code} ${field}`);

describe('what follows a grant', () => {
  it.each([
    ['the next day', '2026-11-23', []],
    ['the last day of the term', '2027-05-22', []],
    ['the day itself', '2026-11-22', ['INVALID reviewOn']],
    ['a day past the term', '2027-05-23', ['INVALID reviewOn']],
  ])('is reviewed on %s', (_name, reviewOn, wrong) => {
    expect(fields(nextReviewProblems(reviewOn, '2026-11-22', 6, 'reviewOn'))).toEqual(wrong);
  });

  const agreement = { agreedOn: '2026-11-20', terms: 'Aprūpe trīs reizes nedēļā' };
  it.each([
    ['right', agreement, '2026-11-20', null, []],
    ['of the future', { ...agreement, agreedOn: '2026-11-23' }, '2026-11-20', null, ['INVALID agreedOn']],
    ['before the decision', agreement, '2026-11-21', null, ['INVALID agreedOn']],
    ['before the one that counts', agreement, '2026-11-01', '2026-11-21', ['INVALID agreedOn']],
    ['empty', { ...agreement, terms: ' ' }, '2026-11-20', null, ['INVALID terms']],
  ])('an agreement is %s', (_name, given, decidedOn, before, wrong) => {
    expect(fields(agreementProblems(given, decidedOn, before, today))).toEqual(wrong);
  });

  const review = { on: '2026-11-20', findings: 'Der' };
  it.each([
    ['right', review, null, []],
    ['of the future', { ...review, on: '2026-11-23' }, null, ['INVALID on']],
    ['before the service', { ...review, on: '2026-10-31' }, null, ['INVALID on']],
    ['before the latest one', review, '2026-11-21', ['INVALID on']],
    ['empty', { ...review, findings: '' }, null, ['INVALID findings']],
  ])('a review is %s', (_name, given, last, wrong) => {
    expect(fields(reviewProblems(given, '2026-11-01', last, today))).toEqual(wrong);
  });

  const end = { on: '2026-11-20', reason: 'MOVED', note: null };
  const standing = { from: '2026-11-01', until: '2027-01-01', deliveredOn: '2026-11-19' };
  it.each([
    ['right', end, standing, []],
    ['today', { ...end, on: today }, standing, []],
    ['before anything was given', { ...end, on: '2026-11-01' }, { ...standing, deliveredOn: null }, []],
    ['before a service that is still to begin', { ...end, on: '2026-12-01' }, { ...standing, from: '2026-12-01', deliveredOn: null }, []],
    ['tomorrow, today being the last day', { ...end, on: '2026-11-23' }, { ...standing, deliveredOn: today }, []],
    ['of the future', { ...end, on: '2026-11-24' }, standing, ['INVALID on']],
    ['before the beginning', { ...end, on: '2026-10-31' }, { ...standing, deliveredOn: null }, ['INVALID on']],
    ['past its time', { ...end, on: '2026-11-10' }, { ...standing, until: '2026-11-09', deliveredOn: null }, ['INVALID on']],
    ['before a delivery', { ...end, on: '2026-11-19' }, standing, ['INVALID on']],
    ['for another reason that nobody wrote', { ...end, reason: 'OTHER', note: ' ' }, standing, ['INVALID note']],
  ])('an end is %s', (_name, given, stands, wrong) => {
    expect(fields(serviceEndProblems(given, stands, today))).toEqual(wrong);
  });
});
