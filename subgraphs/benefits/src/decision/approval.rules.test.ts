import { describe, expect, it } from '@jest/globals';
import { approvalProblem, caseWorkerProblem } from './approval.rules.js';

const proposal = { state: 'PROPOSED', version: 1, proposedById: 'organiser' };

describe('approving', () => {
  it.each([
    ['a proposal by another person', proposal, { employee: 'head', version: 1 }, undefined],
    ['an old version', proposal, { employee: 'head', version: 2 }, 'STALE'],
    ['an old version by who proposed it', proposal, { employee: 'organiser', version: 2 }, 'STALE'],
    ['what is approved already', { ...proposal, state: 'APPROVED' }, { employee: 'head', version: 1 }, 'WRONG_STATE'],
    ['what was returned', { ...proposal, state: 'RETURNED' }, { employee: 'organiser', version: 1 }, 'WRONG_STATE'],
    ['one’s own proposal', proposal, { employee: 'organiser', version: 1 }, 'FOUR_EYES'],
  ])('%s', (_name, decision, by, code) => {
    expect(approvalProblem(decision, by)?.code).toBe(code);
  });

  it('is not for the case worker', () => {
    expect(caseWorkerProblem('head', new Set(['head']))?.code).toBe('FOUR_EYES');
    expect(caseWorkerProblem('head', new Set(['another']))).toBeNull();
    expect(caseWorkerProblem('head', new Set())).toBeNull();
  });
});
