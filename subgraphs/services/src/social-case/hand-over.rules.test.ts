import { describe, expect, it } from '@jest/globals';
import { handoverProblems } from './hand-over.rules.js';

const today = '2026-11-22';
const before = { responsibleId: 'aa', openedOn: '2026-01-10', handedOverOn: null };
const right = { responsibleId: 'bb', on: '2026-02-01', reason: 'Pārcelts uz citu teritoriju' };

describe('the handover of a case', () => {
  it('is right to another employee with a reason, from the day of opening to today', () => {
    for (const on of ['2026-01-10', '2026-02-01', today]) expect(handoverProblems({ ...right, on }, before, today)).toEqual([]);
  });

  it.each([
    ['on', { ...right, on: '2026-11-23' }, before],
    ['on', { ...right, on: '2026-01-09' }, before],
    ['on', right, { ...before, handedOverOn: '2026-02-02' }],
    ['reason', { ...right, reason: ' ' }, before],
    ['responsibleId', { ...right, responsibleId: 'AA' }, before],
  ])('is refused, naming %s', (field, handover, stands) => {
    expect(handoverProblems(handover, stands, today)).toEqual([expect.objectContaining({ code: 'INVALID', field })]);
  });
});
