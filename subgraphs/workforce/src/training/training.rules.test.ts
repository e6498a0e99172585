import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { trainingProblems } from './training.rules.js';

const good = { on: '2026-05-04', topic: 'Riska novērtēšana', hours: 8, sameDayHundredths: 0, employed: true };
const today = '2026-11-22';
const fields = (change: object) => trainingProblems({ ...good, ...change }, today).map((p) => p.field);

describe('training to be recorded', () => {
  it.each([
    [{}, []],
    [{ on: today }, []],
    [{ on: '2026-11-23' }, ['on']],
    [{ employed: false }, ['on']],
    [{ topic: '  ' }, ['topic']],
    [{ hours: 0 }, ['hours']],
    [{ hours: -1 }, ['hours']],
    [{ hours: 24 }, []],
    [{ hours: 24.01 }, ['hours']],
    [{ hours: 1.005 }, ['hours']],
    [{ hours: 8, sameDayHundredths: 1600 }, []],
    [{ hours: 8.25, sameDayHundredths: 1600 }, ['hours']],
    [{ hours: -1, topic: '', employed: false }, ['topic', 'on', 'hours']],
  ])('%j is refused at %j', (change, expected) => {
    expect(fields(change)).toEqual(expected);
  });

  it('is never more than a day has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 2400 }), (hundredths, sameDayHundredths) => {
        expect(fields({ hours: hundredths / 100, sameDayHundredths })).toEqual(hundredths + sameDayHundredths > 2400 ? ['hours'] : []);
      }),
    );
  });
});
