import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actsOn, endProblems, type Kind, kindRules, type NewRepresentation, representationProblems } from './representation.rules.js';

const today = '2026-11-22';
const right: NewRepresentation = {
  personId: 'child',
  representativeId: 'adult',
  kind: 'GUARDIAN',
  from: '2020-01-01',
  until: null,
  evidence: 'Bāriņtiesas lēmums',
  birthDate: '2012-05-05',
  representativeBirthDate: '1980-01-01',
  representativeIsWard: false,
};

describe('a representation that is recorded', () => {
  it.each<[string, Partial<NewRepresentation>, string[]]>([
    ['is right', {}, []],
    [
      'of a parent who is a child is right',
      { kind: 'PARENT', representativeBirthDate: '1996-01-01', birthDate: '2012-05-05', from: '2012-05-05' },
      [],
    ],
    ['of a guardian who is a child', { representativeBirthDate: '2002-01-02' }, ['representativeId']],
    ['of a guardian who comes of age that day is right', { representativeBirthDate: '2002-01-01' }, []],
    ['of a parent younger than the child', { kind: 'PARENT', representativeBirthDate: '2013-01-01' }, ['representativeId']],
    ['of oneself', { representativeId: 'child' }, ['representativeId']],
    ['of an adult by a guardian', { birthDate: '2002-01-01' }, ['kind']],
    ['of a child by a trustee', { kind: 'TRUSTEE' }, ['kind']],
    ['of an adult by a trustee is right', { kind: 'TRUSTEE', birthDate: '2002-01-01' }, []],
    ['by somebody under a trustee', { representativeIsWard: true }, ['representativeId']],
    ['in the future', { from: '2026-11-23' }, ['from']],
    ['before the birth', { from: '2012-05-04' }, ['from']],
    ['that ends as it begins', { until: '2020-01-01' }, ['until']],
    ['on nothing', { evidence: ' ' }, ['evidence']],
  ])('%s', (_what, change, fields) => {
    expect(representationProblems({ ...right, ...change }, today).map((p) => p.field)).toEqual(fields);
  });
});

describe('who acts on a day', () => {
  it.each([
    ['GUARDIAN', '2019-12-31', false],
    ['GUARDIAN', '2020-01-01', true],
    ['GUARDIAN', '2030-05-04', true],
    ['GUARDIAN', '2030-05-05', false],
    ['TRUSTEE', '2030-05-04', false],
    ['TRUSTEE', '2030-05-05', true],
  ] as const)('as %s over somebody born on 2012-05-05, on %s: %p', (kind, on, acts) => {
    expect(actsOn({ kind, from: '2020-01-01', until: null }, '2012-05-05', on)).toBe(acts);
  });

  it('acts on no day outside the period, and over nobody both as a child and as an adult', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(kindRules) as Kind[])), day, day, day, day, (kind, birth, from, until, on) => {
        const acts = actsOn({ kind, from, until }, birth, on);
        if (acts) expect(from <= on && on < until).toBe(true);
        expect(acts && actsOn({ kind: kind === 'TRUSTEE' ? 'PARENT' : 'TRUSTEE', from, until }, birth, on)).toBe(false);
      }),
    );
  });
});

describe('the end of a representation', () => {
  const held = { kind: 'GUARDIAN', from: '2020-01-01', until: null } as const;
  it.each([
    ['2021-01-01', null, []],
    ['2020-01-01', null, ['INVALID']],
    ['2026-11-23', null, ['INVALID']],
    ['2021-01-01', '2021-01-01', ['WRONG_STATE']],
    ['2021-01-01', '2022-01-01', []],
  ])('on %s of one that lasts until %s has problems %j', (on, until, codes) => {
    expect(endProblems({ ...held, until }, on, 'Spriedums', today).map((p) => p.code)).toEqual(codes);
  });
});
