import { describe, expect, it } from '@jest/globals';
import { visitProblems } from './home-visit.rules.js';

const today = '2026-11-22';
const right = {
  on: '2026-11-20',
  opinions: [
    { employeeId: 'aa', findings: 'Kārtīgi' },
    { employeeId: 'bb', findings: 'Auksti' },
  ],
};
const [first, second] = right.opinions;

describe('a home visit', () => {
  it('is right when it has taken place and everybody has one opinion', () => {
    for (const on of ['2019-01-01', today]) expect(visitProblems({ ...right, on }, today)).toEqual([]);
  });

  it.each([
    ['on', { ...right, on: '2026-11-23' }],
    ['opinions.1.findings', { ...right, opinions: [first, { ...second, findings: '\t' }] }],
    ['opinions.2.employeeId', { ...right, opinions: [first, second, { employeeId: 'AA', findings: 'Vēlreiz' }] }],
  ])('is refused, naming %s', (field, visit) => {
    expect(visitProblems(visit as typeof right, today)).toEqual([expect.objectContaining({ code: 'INVALID', field })]);
  });
});
