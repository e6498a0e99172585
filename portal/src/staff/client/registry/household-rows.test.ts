import { describe, expect, it } from '@jest/globals';
import {
  headMoves,
  isChanged,
  livesAlone,
  membersOf,
  rowsOf,
  targetOf,
  twoVersions,
  withJoining,
  withLeaving,
  withRelation,
} from './household-rows.js';

const somebody = (personId: string) => ({ personId, name: personId, reference: `P-${personId}`, age: 40 });
const opened = () =>
  rowsOf([
    { ...somebody('child'), relation: 'CHILD' },
    { ...somebody('mother'), relation: 'HEAD' },
  ]);

describe('the lines of a household', () => {
  it('begin with the head, unchanged', () => {
    expect(opened().map(({ personId }) => personId)).toEqual(['mother', 'child']);
    expect(isChanged(opened())).toBe(false);
  });

  it('take somebody out and back in, and send who stays', () => {
    const without = withLeaving(opened(), 'child', true);
    expect(isChanged(without)).toBe(true);
    expect(membersOf(without)).toEqual([{ personId: 'mother', relation: 'HEAD' }]);
    expect(isChanged(withLeaving(without, 'child', false))).toBe(false);
  });

  it('add somebody once, and forget who was added and taken out again', () => {
    const joining = { ...somebody('father'), elsewhere: { reference: 'M-000007', members: 2 } };
    const added = withJoining(withJoining(opened(), joining), joining);
    expect(added).toHaveLength(3);
    expect(added[2]).toMatchObject({ personId: 'father', relation: null, was: null, elsewhere: { reference: 'M-000007', members: 2 } });
    expect(membersOf(added)).toHaveLength(2);
    expect(withLeaving(added, 'father', true)).toEqual(opened());
  });

  it('bring back, as they were, who left in this form and is found again', () => {
    const back = withJoining(withLeaving(opened(), 'child', true), { ...somebody('child'), elsewhere: null });
    expect(back).toEqual(opened());
  });

  it('tell who lived alone when the form was opened, whoever is added or taken out since', () => {
    const joining = { ...somebody('son'), elsewhere: { reference: 'M-000007', members: 3 } };
    const alone = rowsOf([{ ...somebody('mother'), relation: 'HEAD' }]);
    expect(livesAlone(withJoining(alone, joining))).toBe(true);
    expect(livesAlone(withJoining([], joining))).toBe(true);
    expect(livesAlone(withLeaving(opened(), 'child', true))).toBe(false);
  });

  it('ask anew what the head until then is to a new head', () => {
    const moved = withRelation(opened(), 'child', 'HEAD');
    expect(moved.map(({ personId, relation }) => [personId, relation])).toEqual([
      ['mother', null],
      ['child', 'HEAD'],
    ]);
    expect(headMoves(moved)).toBe(true);
    expect(headMoves(withRelation(opened(), 'child', 'OTHER'))).toBe(false);
  });
});

describe('two versions of a household', () => {
  it('name everybody of either one, and who differs', () => {
    const mine = withJoining(withLeaving(opened(), 'child', true), { ...somebody('father'), elsewhere: null });
    const now = [
      { ...somebody('mother'), relation: 'HEAD' as const },
      { ...somebody('child'), relation: 'CHILD' as const },
      { ...somebody('aunt'), relation: 'OTHER' as const },
    ];
    expect(twoVersions(now, withRelation(mine, 'father', 'SPOUSE'))).toEqual([
      { personId: 'mother', name: 'mother', now: 'HEAD', mine: 'HEAD', differs: false },
      { personId: 'child', name: 'child', now: 'CHILD', mine: null, differs: true },
      { personId: 'aunt', name: 'aunt', now: 'OTHER', mine: null, differs: true },
      { personId: 'father', name: 'father', now: null, mine: 'SPOUSE', differs: true },
    ]);
  });
});

describe('Which household is named to the graph', () => {
  it('is the one that was seen, with its own version; a new one has neither', () => {
    expect(targetOf({ id: 'h1', version: 3 })).toEqual({ householdId: 'h1', version: 3 });
    expect(targetOf(null)).toBeNull();
  });

  it('is none where the version is not known: that is not a new household', () => {
    expect(targetOf({ id: 'h1', version: null })).toBeUndefined();
  });
});
