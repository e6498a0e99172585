import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allSeen,
  type FoundIncomeDifference,
  incomeDifferences,
  incomeNote,
  incomesByRegisters,
  type MemberDeclared,
  type MemberTold,
  recordDifferences,
  recordNote,
} from './difference.rules.js';

const months = ['2025-03', '2025-04', '2025-05'];
const recorded = { residence: '0002000', unemployed: false };
const told = (register: MemberTold['register'], facts: MemberTold['told'] = {}, personId = 'anna'): MemberTold => ({
  personId,
  register,
  told: facts,
  recorded,
});
const wages = (...monthly: number[]): MemberDeclared => ({ personId: 'anna', source: 'WAGE', monthly });
const inRegister = (...amounts: number[]) =>
  told('REVENUE', { incomes: amounts.map((amount, at) => ({ month: months[at] as string, source: 'WAGE' as const, amount })) });

describe('a difference between declared and register', () => {
  it.each<[string, MemberDeclared[], MemberTold[], [string, number, number][]]>([
    ['the same in every month', [wages(100, 200, 300)], [inRegister(100, 200, 300)], []],
    ['a cent in one month', [wages(100, 200, 300)], [inRegister(100, 201, 300)], [['2025-04', 200, 201]]],
    [
      'another employer not declared',
      [wages(100, 200, 300)],
      [inRegister(100, 700, 800)],
      [
        ['2025-04', 200, 700],
        ['2025-05', 300, 800],
      ],
    ],
    [
      'nothing declared',
      [],
      [inRegister(100, 0, 300)],
      [
        ['2025-03', 0, 100],
        ['2025-05', 0, 300],
      ],
    ],
    [
      'a register that does not know the person',
      [wages(100, 0, 300)],
      [told('REVENUE')],
      [
        ['2025-03', 100, 0],
        ['2025-05', 300, 0],
      ],
    ],
    ['two wages declared, added', [wages(60, 100, 300), wages(40, 100, 0)], [inRegister(100, 200, 300)], []],
    ['no register asked', [wages(100, 200, 300)], [], []],
    ['only a register that does not speak of wages', [wages(100, 200, 300)], [told('SOCIAL_INSURANCE', { incomes: [] })], []],
    ["somebody else's wages", [wages(100, 200, 300)], [{ ...inRegister(), personId: 'zenta' }], []],
    ['maintenance, of which no register speaks', [{ ...wages(9, 9, 9), source: 'ALIMONY' }], [inRegister()], []],
  ])('is found month by month: %s', (_name, declared, answers, expected) => {
    expect(incomeDifferences(months, declared, answers).map(({ month, declared: d, told: t }) => [month, d, t])).toEqual(expected);
  });

  it('says in words what it means, in both languages', () => {
    expect(incomeNote({ declared: 0, told: 5_005 })).toEqual({
      lv: 'Nav deklarēts: reģistrā ir 50.05 euro.',
      en: 'Not declared: the register has 50.05 euro.',
    });
    expect(incomeNote({ declared: 100, told: 0 }).en).toBe('Not in the register: 1.00 euro are declared.');
    expect(incomeNote({ declared: 100, told: 101 }).en).toBe('The register has 0.01 euro more.');
    expect(incomeNote({ declared: 101, told: 100 }).en).toBe('The register has 0.01 euro less.');
  });

  const cents = fc.integer({ min: 0, max: 100_000 });
  const three = fc.tuple(cents, cents, cents);
  it('is never found where the register tells what was declared, and by its sum tells the two totals apart', () => {
    fc.assert(
      fc.property(three, three, (a, b) => {
        expect(incomeDifferences(months, [wages(...a)], [inRegister(...a)])).toEqual([]);
        const sum = (found: FoundIncomeDifference[]) => found.reduce((total, one) => total + one.told - one.declared, 0);
        const total = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
        expect(sum(incomeDifferences(months, [wages(...a)], [inRegister(...b)]))).toBe(total(b) - total(a));
      }),
    );
  });

  it('disappears when the incomes are taken as the registers tell them', () => {
    fc.assert(
      fc.property(three, three, three, (declaredWage, declaredOther, registered) => {
        const declared = [wages(...declaredWage), { ...wages(...declaredOther), source: 'ALIMONY' }];
        const taken = incomesByRegisters(months, declared, [inRegister(...registered)]);
        const total = taken.flatMap(({ monthly }) => monthly).reduce((all, one) => all + one, 0);
        expect(total).toBe([...declaredOther, ...registered].reduce((all, one) => all + one, 0));
      }),
    );
  });

  it('has been seen only where it is the same to the cent', () => {
    const found = { incomes: incomeDifferences(months, [wages(1, 2, 3)], [inRegister(1, 2, 4)]), records: [] };
    expect(allSeen(found, found)).toBe(true);
    expect(allSeen({ incomes: [], records: [] }, found)).toBe(true);
    expect(allSeen(found, { incomes: [], records: [] })).toBe(false);
    expect(allSeen({ incomes: incomeDifferences(months, [wages(1, 2, 3)], [inRegister(1, 2, 5)]), records: [] }, found)).toBe(false);
    const reread = JSON.parse(JSON.stringify(found.incomes.map((one) => Object.fromEntries(Object.entries(one).reverse()))));
    expect(allSeen(found, { incomes: reread, records: [] })).toBe(true);
  });
});

describe('a difference between register and record', () => {
  it.each<[string, MemberTold, [string, string | null, string | null][]]>([
    ['all as recorded', told('POPULATION', { residence: '0002000', withApplicant: true, deceasedOn: null }), []],
    ['another municipality', told('POPULATION', { residence: '0025000' }), [['RESIDENCE', '0002000', '0025000']]],
    ['no residence', told('POPULATION', { residence: null }), [['RESIDENCE', '0002000', null]]],
    ['another address', told('POPULATION', { residence: '0002000', withApplicant: false }), [['ADDRESS', null, null]]],
    ['an address that cannot be compared', told('POPULATION', { residence: '0002000', withApplicant: null }), []],
    ['a death', told('POPULATION', { residence: '0002000', deceasedOn: '2025-05-01' }), [['DECEASED', null, '2025-05-01']]],
    ['unemployment not recorded', told('EMPLOYMENT', { unemployedSince: '2025-01-01' }), [['UNEMPLOYMENT', null, '2025-01-01']]],
    [
      'unemployment not registered',
      { ...told('EMPLOYMENT', { unemployedSince: null }), recorded: { residence: null, unemployed: true } },
      [['UNEMPLOYMENT', 'UNEMPLOYED', null]],
    ],
    ['a register that does not know the person', told('POPULATION'), []],
  ])('is found: %s', (_name, answer, expected) => {
    const found = recordDifferences([answer]);
    expect(found.map(({ kind, recorded: r, told: t }) => [kind, r, t])).toEqual(expected);
    for (const one of found) for (const text of Object.values(recordNote(one))) expect(text).not.toMatch(/null|undefined|^$/);
  });
});
