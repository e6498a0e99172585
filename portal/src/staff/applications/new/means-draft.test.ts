import { describe, expect, it } from '@jest/globals';
import { draftOf, emptyIncome, isMoneyOnly, moneyOf, withRegisters } from './means-draft.js';

const months = ['2026-08-01', '2026-09-01', '2026-10-01'] as const;
const declared = draftOf([
  { person: { id: 'anna' }, source: 'WAGE', evidence: 'DECLARED', monthly: ['1.00', '2.00', '3.00'] },
  { person: { id: 'anna' }, source: 'ALIMONY', evidence: 'DOCUMENT', monthly: ['5.00', '5.00', '5.00'] },
]);
const told = (source: string, month: string, amount: string) => ({
  outcome: 'ANSWERED',
  person: { id: 'anna' },
  answer: { incomes: [{ source, month, amount }] },
});

describe('a declaration being written', () => {
  it('begins with what was declared before', () => {
    expect(declared.map(({ key, personId, source, monthly }) => [key, personId, source, monthly[2]])).toEqual([
      [0, 'anna', 'WAGE', '3.00'],
      [1, 'anna', 'ALIMONY', '5.00'],
    ]);
  });

  it('takes over what a register tells of a source, with the register as evidence, and leaves the rest', () => {
    const lines = withRegisters(declared, [told('WAGE', '2026-09-01', '80.00'), told('WAGE', '2026-10-01', '90.00')], [...months]);
    expect(lines.map(({ source, evidence, monthly }) => [source, evidence, monthly])).toEqual([
      ['ALIMONY', 'DOCUMENT', ['5.00', '5.00', '5.00']],
      ['WAGE', 'REGISTER', ['', '80.00', '90.00']],
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
  });

  it('adds up what registers tell of one source in one month, whether in one answer or in two', () => {
    const twoEmployers = {
      outcome: 'ANSWERED',
      person: { id: 'anna' },
      answer: {
        incomes: [
          { source: 'WAGE', month: '2026-10-01', amount: '400.00' },
          { source: 'WAGE', month: '2026-10-01', amount: '300.00' },
        ],
      },
    };
    const wage = (answers: Parameters<typeof withRegisters>[1]) =>
      withRegisters(declared, answers, [...months]).find(({ source }) => source === 'WAGE')?.monthly;
    expect(wage([twoEmployers])).toEqual(['', '', '700.00']);
    expect(wage([twoEmployers, told('WAGE', '2026-10-01', '0.10')])).toEqual(['', '', '700.10']);
  });

  it('does not take a month that does not count, nor an answer without income', () => {
    expect(
      withRegisters(
        declared,
        [told('WAGE', '2026-11-01', '80.00'), { outcome: 'NOT_KNOWN', person: { id: 'anna' }, answer: null }],
        [...months],
      ),
    ).toEqual(declared);
  });

  it('takes nothing typed for nothing earned, and only money for money', () => {
    expect([moneyOf(''), moneyOf('12,5'), moneyOf('x')]).toEqual(['0.00', '12.50', 'x']);
    expect(isMoneyOnly([{ ...emptyIncome(0, 'anna'), monthly: ['', '1,20', '3'] }])).toBe(true);
    expect(isMoneyOnly([{ ...emptyIncome(0, 'anna'), monthly: ['', 'daudz', ''] }])).toBe(false);
  });
});
