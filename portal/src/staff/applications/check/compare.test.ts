import { describe, expect, it } from '@jest/globals';
import { comparedWith, incomeLines } from './compare.js';

const earlier = (id: string, submittedOn: string, code: string, ...states: string[]) => ({
  id,
  submittedOn,
  benefitType: { code },
  decisions: states.map((state, at) => ({ id: `${id}-${at}`, state })),
});
const mine = { id: 'now', submittedOn: '2026-11-07', benefitType: { code: 'gmi' } };

describe('the decision that a proposal is compared with', () => {
  it('is the latest on the same benefit that came to something', () => {
    const found = comparedWith(mine, [
      earlier('now', '2026-11-07', 'gmi', 'PROPOSED'),
      earlier('a', '2022-01-01', 'gmi', 'NOTIFIED'),
      earlier('b', '2024-01-01', 'gmi', 'RETURNED', 'APPROVED'),
      earlier('c', '2025-01-01', 'gmi', 'RETURNED'),
      earlier('d', '2026-01-01', 'housing-allowance', 'NOTIFIED'),
      earlier('later', '2026-12-01', 'gmi', 'NOTIFIED'),
    ]);
    expect([found?.application.id, found?.decision.id]).toEqual(['b', 'b-1']);
  });

  it('is the one that a change changes, whatever came after', () => {
    const found = comparedWith({ ...mine, changes: { id: 'a-0' } }, [
      earlier('a', '2022-01-01', 'gmi', 'NOTIFIED'),
      earlier('b', '2024-01-01', 'gmi', 'NOTIFIED'),
    ]);
    expect(found?.application.id).toBe('a');
  });

  it('is none on a first application', () => {
    expect(comparedWith(mine, [earlier('now', '2026-11-07', 'gmi', 'PROPOSED')])).toBeNull();
  });
});

describe('incomes of before and now', () => {
  const income = (id: string, source: string, ...monthly: string[]) => ({ person: { id }, source, monthly });

  it('stand side by side by member and source, those of now first; a gap is a gap', () => {
    const lines = incomeLines(
      [income('anna', 'WAGE', '1.00'), income('anna', 'ALIMONY', '5.00')],
      [income('juris', 'PENSION', '7.00'), income('anna', 'WAGE', '2.00')],
    );
    expect(lines.map(({ key, before, now }) => [key, before, now])).toEqual([
      ['juris PENSION', null, ['7.00']],
      ['anna WAGE', ['1.00'], ['2.00']],
      ['anna ALIMONY', ['5.00'], null],
    ]);
  });
});
