import { describe, expect, it } from '@jest/globals';
import { formulaIn, meansRows, monthsBefore } from './means-view.js';

const months = monthsBefore('2026-01-15');
const income = (id: string, source: string, monthly: string[], evidence = 'DECLARED') => ({ person: { id }, source, monthly, evidence });
const difference = (id: string, source: string, month: string) => ({
  person: { id },
  source,
  month,
  register: 'REVENUE',
  declared: '0.00',
  told: '80.00',
  difference: '80.00',
  note: '',
});

describe('the means of a household', () => {
  it('are those of the three full months before the application, also over a new year', () => {
    expect(months).toEqual(['2025-10-01', '2025-11-01', '2025-12-01']);
  });

  it('stand by member and source; who has none has a row that says so', () => {
    const rows = meansRows(['anna', 'juris'], [income('anna', 'WAGE', ['1.00', '2.00', '3.00'])], [], months);
    expect(rows.map(({ personId, source }) => [personId, source])).toEqual([
      ['anna', 'WAGE'],
      ['juris', null],
    ]);
    expect(rows[0]?.cells.map(({ declared }) => declared)).toEqual(['1.00', '2.00', '3.00']);
  });

  it('add up two incomes of one source to the cent, and name both kinds of evidence', () => {
    const [row] = meansRows(
      ['anna'],
      [income('anna', 'WAGE', ['0.10', '0.00', '5.00']), income('anna', 'WAGE', ['0.20', '0.00', '0.00'], 'DOCUMENT')],
      [],
      months,
    );
    expect(row?.cells.map(({ declared }) => declared)).toEqual(['0.30', '0.00', '5.00']);
    expect(row?.evidences).toEqual(['DECLARED', 'DOCUMENT']);
  });

  it('show what a register tells beside its month, also of a source that nobody declared', () => {
    const rows = meansRows(
      ['anna'],
      [income('anna', 'PENSION', ['9.00', '9.00', '9.00'])],
      [difference('anna', 'WAGE', '2025-11-01')],
      months,
    );
    expect(rows.map(({ source, differs }) => [source, differs])).toEqual([
      ['PENSION', false],
      ['WAGE', true],
    ]);
    expect(rows[1]?.cells.map(({ declared, difference: told }) => [declared, told?.told ?? null])).toEqual([
      [null, null],
      [null, '80.00'],
      [null, null],
    ]);
  });

  it('keep an income of somebody who is not in the household in sight', () => {
    expect(meansRows(['anna'], [income('gone', 'WAGE', ['1.00', '1.00', '1.00'])], [], months).map(({ personId }) => personId)).toEqual([
      'anna',
      'gone',
    ]);
  });

  it('are calculated by formulas with a comma in Latvian', () => {
    expect(formulaIn('187.00 − 247.48 = −60.48 → 0.00', 'lv')).toBe('187,00 − 247,48 = −60,48 → 0,00');
    expect(formulaIn('187.00 × 1.5', 'en')).toBe('187.00 × 1.5');
  });
});
