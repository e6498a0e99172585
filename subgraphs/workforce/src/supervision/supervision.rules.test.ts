import { describe, expect, it } from '@jest/globals';
import { supervisionProblems } from './supervision.rules.js';

const good = { on: '2026-05-04', hours: 2, sameDayHundredths: 0, employed: true };
const fields = (change: object) => supervisionProblems({ ...good, ...change }, '2026-11-22').map((one) => one.field);

describe('supervision to be recorded', () => {
  it.each([
    [{}, []],
    [{ on: '2026-11-22' }, []],
    [{ on: '2026-11-23' }, ['on']],
    [{ employed: false }, ['on']],
    [{ hours: 0 }, ['hours']],
    [{ hours: 24 }, []],
    [{ hours: 1.005 }, ['hours']],
    [{ hours: 2, sameDayHundredths: 2201 }, ['hours']],
    [{ hours: -1, employed: false }, ['on', 'hours']],
  ])('%j is refused at %j', (change, expected) => {
    expect(fields(change)).toEqual(expected);
  });
});
