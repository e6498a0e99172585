import { describe, expect, it } from '@jest/globals';
import { filtered, inDueOrder, neighbours, together } from './queue-view.js';

const one = (number: string, dueOn: string | null, more: Partial<{ state: string; submittedOn: string; code: string }> = {}) => ({
  id: number,
  number,
  dueOn,
  state: more.state ?? 'MEANS_DECLARED',
  submittedOn: more.submittedOn ?? '2026-11-01',
  benefitType: { code: more.code ?? 'gmi' },
});
const numbers = (list: readonly { number: string }[]) => list.map(({ number }) => number);
const today = '2026-11-22';

describe('the queue of applications', () => {
  const late = one('3', '2026-11-21');
  const todays = one('2', '2026-11-22');
  const week = one('1', '2026-11-28', { code: 'housing-allowance' });
  const after = one('4', '2026-11-29', { state: 'PROPOSED' });
  const old = one('6', null, { submittedOn: '2026-10-01', state: 'SUBMITTED' });
  const young = one('5', null, { submittedOn: '2026-11-20', state: 'SUBMITTED' });
  const all = [young, after, old, week, todays, late];

  it('has what is due first at its head, and what has no term at its end, the longest waiting first', () => {
    expect(numbers(inDueOrder(all))).toEqual(['3', '2', '1', '4', '6', '5']);
  });

  it('knows late, this week and no term apart: a term ends with its day', () => {
    const due = (filter: 'ALL' | 'OVERDUE' | 'WEEK' | 'NONE') =>
      numbers(filtered(inDueOrder(all), { state: null, benefit: null, due: filter }, today));
    expect(due('OVERDUE')).toEqual(['3']);
    expect(due('WEEK')).toEqual(['2', '1']);
    expect(due('NONE')).toEqual(['6', '5']);
    expect(due('ALL')).toHaveLength(6);
  });

  it('is filtered by state and benefit together', () => {
    expect(numbers(filtered(all, { state: 'PROPOSED', benefit: null, due: 'ALL' }, today))).toEqual(['4']);
    expect(numbers(filtered(all, { state: 'MEANS_DECLARED', benefit: 'housing-allowance', due: 'ALL' }, today))).toEqual(['1']);
    expect(filtered(all, { state: 'PROPOSED', benefit: 'housing-allowance', due: 'ALL' }, today)).toEqual([]);
  });

  it('shows an application of two lists once, at its first place', () => {
    expect(numbers(together([late, week], [week, old], [late]))).toEqual(['3', '1', '6']);
  });

  it('knows who comes before and after, and nobody for one that is not in it', () => {
    expect(neighbours(['a', 'b', 'c'], 'b')).toEqual({ at: 1, previous: 'a', next: 'c' });
    expect(neighbours(['a', 'b', 'c'], 'a')).toEqual({ at: 0, previous: null, next: 'b' });
    expect(neighbours(['a', 'b', 'c'], 'x')).toEqual({ at: -1, previous: null, next: null });
  });
});
