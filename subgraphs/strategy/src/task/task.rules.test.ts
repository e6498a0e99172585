import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TypedState, taskChangeProblems, taskStateOn } from './task.rules.js';

describe('the state of a task', () => {
  const term = { fromYear: 2015, untilYear: 2017 };
  it.each([
    [null, '2014-12-31', 'PLANNED'],
    [null, '2015-01-01', 'UNDERWAY'],
    [null, '2017-12-31', 'UNDERWAY'],
    [null, '2018-01-01', 'LATE'],
    ['PLANNED', '2016-06-01', 'PLANNED'],
    ['PLANNED', '2018-01-01', 'LATE'],
    ['UNDERWAY', '2014-06-01', 'UNDERWAY'],
    ['UNDERWAY', '2018-01-01', 'LATE'],
    ['DONE', '2018-01-01', 'DONE'],
    ['DROPPED', '2018-01-01', 'DROPPED'],
  ] as const)('entered %s, on %s: %s', (typed, on, state) => {
    expect(taskStateOn({ ...term, typed }, on)).toBe(state);
  });

  it('is late only after the last year, and then unless it is done or dropped', () => {
    const typed = fc.constantFrom<TypedState | null>(null, 'PLANNED', 'UNDERWAY', 'DONE', 'DROPPED');
    fc.assert(
      fc.property(
        typed,
        fc.integer({ min: 2000, max: 2040 }),
        fc.nat(10),
        fc.integer({ min: 2000, max: 2040 }),
        (entered, fromYear, length, year) => {
          const state = taskStateOn({ typed: entered, fromYear, untilYear: fromYear + length }, `${year}-07-01`);
          expect(state === 'LATE').toBe(year > fromYear + length && entered !== 'DONE' && entered !== 'DROPPED');
        },
      ),
    );
  });
});

describe('a change of a task', () => {
  const now = { fromYear: 2015, untilYear: 2017 };
  it.each([
    [{ state: 'DONE', evidence: 'Akts Nr. 5' }, []],
    [{ evidence: 'Pārskats' }, []],
    [{ state: 'LATE', evidence: 'Nav paspēts' }, ['state']],
    [{ state: 'DONE', evidence: ' ' }, ['evidence']],
    [{ untilYear: 2014, evidence: 'x' }, ['untilYear']],
    [{ fromYear: 2018, evidence: 'x' }, ['untilYear']],
    [{ fromYear: 1700, evidence: 'x' }, ['fromYear']],
    [{ responsible: '', evidence: 'x' }, ['responsible']],
  ] as const)('%j is refused at %j', (change, fields) => {
    expect(taskChangeProblems(change, now).map((p) => p.field)).toEqual(fields);
  });
});
