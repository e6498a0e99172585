import { describe, expect, it } from '@jest/globals';
import { type AbsenceFacts, absenceProblems } from './absence.rules.js';

const employed = [{ from: '2020-01-01', until: null }];
const good: AbsenceFacts = {
  from: '2026-12-01',
  until: '2026-12-15',
  employments: employed,
  standsIn: [],
  openCases: 0,
  substitute: null,
  latest: '2027-11-22',
};
const substitute = { self: false, employments: employed, absences: [] };

describe('an absence of an employee', () => {
  it.each<[string, Partial<AbsenceFacts>, string[]]>([
    ['needs nobody where nothing is left behind', {}, []],
    ['needs somebody where cases are', { openCases: 2 }, ['INVALID substituteId']],
    ['is covered by a substitute', { openCases: 2, substitute }, []],
    ['is not covered by oneself', { openCases: 2, substitute: { ...substitute, self: true } }, ['INVALID substituteId']],
    ['is not covered by a stranger', { substitute: undefined }, ['NOT_FOUND substituteId']],
    [
      'is not covered by who is away on one of the days',
      { substitute: { ...substitute, absences: [{ from: '2026-12-14', until: '2026-12-20' }] } },
      ['INVALID substituteId'],
    ],
    [
      'is covered by who is back on the first day',
      { substitute: { ...substitute, absences: [{ from: '2026-11-01', until: '2026-12-01' }] } },
      [],
    ],
    [
      'is not covered by who leaves meanwhile',
      { substitute: { ...substitute, employments: [{ from: '2020-01-01', until: '2026-12-10' }] } },
      ['INVALID substituteId'],
    ],
    ['leaves nobody without their own substitute', { standsIn: [{ from: '2026-12-10', until: '2026-12-20' }] }, ['INVALID from']],
    ['ends after it begins', { until: '2026-12-01' }, ['INVALID until']],
    ['is entered a year ahead at most', { from: '2027-12-01', until: '2027-12-02' }, ['INVALID from']],
    ['lasts three years at most', { until: '2029-12-02' }, ['INVALID until']],
    ['lies within the employment', { employments: [{ from: '2020-01-01', until: '2026-12-10' }] }, ['INVALID from']],
    [
      'may lie across a promotion',
      {
        employments: [
          { from: '2020-01-01', until: '2026-12-10' },
          { from: '2026-12-10', until: null },
        ],
      },
      [],
    ],
  ])('%s', (_, change, expected) => {
    expect(absenceProblems({ ...good, ...change }).map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
  });
});
