import { TargetGroup } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ClientGroupKind } from './client-group.entity.js';
import { clientGroupProblems, groupsOf } from './client-group.rules.js';

const today = '2026-11-22';
const [openedOn, from] = ['2026-02-01', '2026-03-01'];
const fields = (kind: string, targetGroup: string, day = from) =>
  clientGroupProblems({ kind: kind as ClientGroupKind, from: day }, { targetGroup: targetGroup as TargetGroup, openedOn }, today).map(
    ({ field }) => field,
  );

describe('as what somebody is a client', () => {
  it.each([
    ['HEALTH_PROBLEMS', 'UNEMPLOYED', from, []],
    ['VIOLENCE_OR_CRISIS', 'UKRAINE_CIVILIAN', from, []],
    ['FOSTER_FAMILY', 'FAMILY_WITH_CHILDREN', from, []],
    ['SINGLE_PARENT', 'VIOLENCE', openedOn, []],
    ['UNEMPLOYED', 'UNEMPLOYED', today, []],
    ['SINGLE_PARENT', 'UNEMPLOYED', from, ['kind']],
    ['CARE_LEAVER', 'FORMER_PRISONER', from, ['kind']],
    ['UNEMPLOYED', 'UNEMPLOYED', '2026-01-31', ['from']],
    ['UNEMPLOYED', 'ELDERLY', '2026-11-23', ['kind', 'from']],
  ])('%s in a case of %s from %s: wrong is %j', (kind, targetGroup, day, wrong) => {
    expect(fields(kind, targetGroup, day)).toEqual(wrong);
  });

  it('has a target group for each kind, and no other passes', () => {
    const [kinds, targets] = [Object.values(ClientGroupKind), Object.values(TargetGroup)];
    for (const kind of kinds) expect(groupsOf[kind].length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom(...targets), (kind, target) => {
        expect(fields(kind, target).length === 0).toBe(groupsOf[kind].includes(target));
      }),
    );
  });
});
