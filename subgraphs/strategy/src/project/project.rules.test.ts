import { projectCall } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { projectProblems } from './project.rules.js';

const call = { ...projectCall, opensOn: '2026-11-01', closesOn: '2026-12-01' };
const good = {
  title: 'Atelpa',
  summary: 'Vecākiem',
  from: '2027-01-01',
  months: 24,
  amount: 100_000_00,
  totalCosts: 100_000_00,
  infrastructure: 5_000_00,
  registered: true,
};
const today = '2026-11-22';
const broken = (change: object, rules: object = {}) =>
  projectProblems({ ...good, ...change }, { ...call, ...rules }, today).map((one) => `${one.code} ${one.field}`);

describe('a project', () => {
  it.each<[object, object, string[]]>([
    [{}, {}, []],
    [{ months: 25 }, {}, ['INVALID months']],
    [{ months: 0 }, {}, ['INVALID months']],
    [{ amount: call.ceiling, totalCosts: call.ceiling }, {}, []],
    [{ amount: call.ceiling + 1, totalCosts: call.ceiling + 1 }, {}, ['BUDGET_EXCEEDED amount']],
    [{ totalCosts: 99_999_99 }, {}, ['BUDGET_EXCEEDED amount']],
    [{}, { fundingRatePercent: 85 }, ['BUDGET_EXCEEDED amount']],
    [{ infrastructure: 5_000_01 }, {}, ['BUDGET_EXCEEDED infrastructure']],
    [{ infrastructure: -1 }, {}, ['INVALID infrastructure']],
    [{ registered: false }, {}, ['NOT_REGISTERED registration']],
    [{}, { closesOn: today }, ['WRONG_STATE callId']],
    [{}, { opensOn: '2026-11-23' }, ['WRONG_STATE callId']],
    [{}, { opensOn: null, closesOn: null }, []],
    [{ title: ' ', summary: '', from: '2026-11-21' }, {}, ['INVALID title', 'INVALID summary', 'INVALID from']],
    [{ months: 30, registered: false }, {}, ['INVALID months', 'NOT_REGISTERED registration']],
  ])('%j in a call with %j breaks %j', (change, rules, problems) => {
    expect(broken(change, rules)).toEqual(problems);
  });

  it('spends on infrastructure at most the share of the call, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 100 }), fc.nat(), (amount, percent, part) => {
        const infrastructure = part % (amount + 1);
        const found = broken({ amount, totalCosts: amount, infrastructure }, { infrastructureMaxPercent: percent });
        expect(found.length === 0).toBe(infrastructure / amount <= percent / 100 + 1e-12);
      }),
    );
  });
});
