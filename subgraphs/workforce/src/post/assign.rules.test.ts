import { describe, expect, it } from '@jest/globals';
import { type AssignmentFacts, assignmentProblems } from './assign.rules.js';

const full = { from: '2020-01-01', until: null, hundredths: 100 };
const good: AssignmentFacts = {
  fte: 0.5,
  from: '2026-05-01',
  move: false,
  employedUntil: null,
  held: [full],
  latest: '2027-11-22',
};

describe('a post to be assigned', () => {
  it.each<[string, Partial<AssignmentFacts>, string[]]>([
    ['fits beside a full one', {}, []],
    ['is too much beside a full one', { fte: 0.51 }, ['fte']],
    ['may be full where it takes the place of the other', { fte: 1, move: true }, []],
    ['does not take the place of one that begins later', { fte: 1, move: true, held: [{ ...full, from: '2026-06-01' }] }, ['fte']],
    [
      'does not take the place of one that begins on the same day',
      { fte: 1, move: true, held: [{ ...full, from: '2026-05-01' }] },
      ['fte'],
    ],
    ['may be full after the other has ended', { fte: 1, held: [{ ...full, until: '2026-05-01' }] }, []],
    ['counts only while the employment lasts', { fte: 1, employedUntil: '2026-06-01', held: [{ ...full, from: '2026-06-01' }] }, []],
    ['needs an employment', { employedUntil: undefined }, ['from']],
    ['begins at most a year ahead', { from: '2027-11-23' }, ['from']],
    ['begins a year ahead at the latest', { from: '2027-11-22' }, []],
    ['needs a size, and an employment', { fte: 0, employedUntil: undefined }, ['fte', 'from']],
  ])('%s', (_what, change, fields) => {
    expect(assignmentProblems({ ...good, ...change }).map((one) => one.field)).toEqual(fields);
  });
});
