import { describe, expect, it } from '@jest/globals';
import { dueDayOf, needsProblems, requestProblems, surveyProblems, urgencyOf } from './service-request.rules.js';

const today = '2026-11-22';
const town = '0002000';
const right = {
  request: { requestedOn: '2026-11-20', serviceType: 'home-care' },
  isService: true,
  person: { residence: town },
  municipality: town,
  today,
};

describe('a request for a service', () => {
  it('is right for who is declared in the municipality', () => {
    expect(requestProblems(right)).toEqual([]);
    expect(requestProblems({ ...right, request: { ...right.request, requestedOn: today } })).toEqual([]);
  });

  it.each(['shelter', 'night-shelter', 'crisis-centre', 'child-crisis-centre'])('for a %s needs no residence', (serviceType) => {
    for (const residence of [null, '0025000'])
      expect(requestProblems({ ...right, request: { ...right.request, serviceType }, person: { residence } })).toEqual([]);
  });

  it.each([
    ['INVALID', 'requestedOn', { ...right, request: { ...right.request, requestedOn: '2026-11-23' } }],
    ['NOT_FOUND', 'serviceType', { ...right, isService: false }],
    ['NOT_FOUND', 'personId', { ...right, person: null }],
    ['INVALID', 'personId', { ...right, person: { residence: null } }],
    ['INVALID', 'personId', { ...right, person: { residence: '0025000' } }],
  ])('is refused: %s %s', (code, field, question) => {
    expect(requestProblems(question)).toEqual([expect.objectContaining({ code, field })]);
  });

  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2026-11-20', '2026-12-20'],
  ])('of %s is due on %s', (requestedOn, dueOn) => {
    expect(dueDayOf(requestedOn)).toBe(dueOn);
  });
});

describe('a needs card', () => {
  const card = { on: '2026-11-21', score: 0, level: 1, findings: 'Palīdzība mājās' };

  it('is right from the day of the request to today, for each level', () => {
    for (const level of [1, 2, 3, 4]) expect(needsProblems({ ...card, level }, '2026-11-21', today)).toEqual([]);
    expect(needsProblems({ ...card, on: today }, '2026-11-21', today)).toEqual([]);
  });

  it.each([
    ['on', { ...card, on: '2026-11-23' }],
    ['on', { ...card, on: '2026-11-19' }],
    ['score', { ...card, score: -1 }],
    ['level', { ...card, level: 0 }],
    ['level', { ...card, level: 5 }],
    ['findings', { ...card, findings: '' }],
  ])('is refused, naming %s', (field, wrong) => {
    expect(needsProblems(wrong, '2026-11-20', today)).toEqual([expect.objectContaining({ code: 'INVALID', field })]);
  });

  it('says how urgent it is: the more care is needed, the sooner', () => {
    expect([1, 2, 3, 4].map(urgencyOf)).toEqual([3, 3, 2, 1]);
  });
});

it('a survey is answered with 1 to 5', () => {
  for (const score of [1, 5]) expect(surveyProblems(score)).toEqual([]);
  for (const score of [0, 6]) expect(surveyProblems(score)).toMatchObject([{ code: 'INVALID', field: 'score' }]);
});
