import { describe, expect, it } from '@jest/globals';
import { recordingProblems } from './indicator-recording.rules.js';

describe('what an indicator reached', () => {
  const good = { bound: false, plan: { fromYear: 2023, untilYear: 2027 }, year: 2025, evidence: 'Pārskats', today: '2026-11-22' };
  it.each([
    [{}, []],
    [{ year: 2022 }, []],
    [{ year: 2026 }, []],
    [{ year: 2027 }, ['year']],
    [{ year: 2021 }, ['year']],
    [{ year: 2028 }, ['year']],
    [{ evidence: ' ' }, ['evidence']],
    [{ bound: true, year: 2021 }, ['indicatorId', 'year']],
  ])('with %j is refused at %j', (change, fields) => {
    expect(recordingProblems({ ...good, ...change }).map(({ field }) => field)).toEqual(fields);
  });
});
