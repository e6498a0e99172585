import { describe, expect, it } from '@jest/globals';
import { owedByKind, workByKind } from './owed.js';

const one = (id: string, kind: string, met: boolean) => ({ employee: { id, name: `${id} Bērziņa`, kind }, met });

describe('hours that are owed', () => {
  it('are grouped by kind of specialist, who lacks hours first, and nobody is there twice', () => {
    const groups = owedByKind([
      { label: 'Patversme', employees: [one('b', 'CARER', true), one('a', 'SOCIAL_WORKER', true), one('c', 'SOCIAL_WORKER', false)] },
      { label: 'Sociālā māja', employees: [one('b', 'CARER', true)] },
    ]);
    expect(groups.map(({ kind, missing, owed }) => [kind, missing, owed.map(({ employee }) => employee.id)])).toEqual([
      ['SOCIAL_WORKER', 1, ['c', 'a']],
      ['CARER', 0, ['b']],
    ]);
    expect(groups[1]?.owed[0]?.units).toEqual(['Patversme', 'Sociālā māja']);
  });
});

describe('work to be handed over', () => {
  it('is counted by kind with its nearest day', () => {
    const work = [
      { kind: 'CASE', on: '2026-12-01' },
      { kind: 'CASE', on: '2026-11-25' },
      { kind: 'CARE_TASK', on: null },
    ];
    expect(workByKind(work)).toEqual([
      { kind: 'CASE', count: 2, nearest: '2026-11-25' },
      { kind: 'CARE_TASK', count: 1, nearest: null },
    ]);
  });
});
