import { describe, expect, it } from '@jest/globals';
import { callProblems } from './open-call.rules.js';

const both = { lv: 'Teksts', en: 'Text' };
const good = {
  code: 'latgale-2027-1',
  title: both,
  eligibleApplicants: both,
  year: 2027,
  round: 1,
  opensOn: '2026-12-01',
  closesOn: '2027-02-01',
  maxMonths: 24,
  ceiling: 100_000_00,
  fundingRatePercent: 100,
  infrastructureMaxPercent: 5,
  source: 'Programma',
};

describe('a call to be opened', () => {
  it.each([
    [{}, []],
    [{ code: 'Latgale 2027' }, ['code']],
    [{ title: { lv: 'x', en: ' ' } }, ['title.en']],
    [{ source: '' }, ['source']],
    [{ maxMonths: 0 }, ['maxMonths']],
    [{ ceiling: 0 }, ['ceiling']],
    [{ fundingRatePercent: 101 }, ['fundingRatePercent']],
    [{ infrastructureMaxPercent: -1 }, ['infrastructureMaxPercent']],
    [{ closesOn: '2026-12-01' }, ['closesOn']],
    [{ opensOn: '2026-01-01', closesOn: '2026-11-22' }, ['closesOn']],
    [{ round: 0, year: 1 }, ['year', 'round']],
  ])('%j is refused at %j', (change, fields) => {
    expect(callProblems({ ...good, ...change }, '2026-11-22').map((one) => one.field)).toEqual(fields);
  });
});
