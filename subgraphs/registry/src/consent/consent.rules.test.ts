import { describe, expect, it } from '@jest/globals';
import { type ConsentTerms, consentProblems, giverProblems } from './consent.rules.js';

const today = '2026-11-22';
const terms: ConsentTerms = { purpose: 'Atelpas brīdis', from: '2026-01-01', until: '2027-01-01', personId: 'p', capacity: 'SELF' };
const parent = { givenById: 'q', capacity: 'PARENT' } as const;

describe('the terms of a consent', () => {
  it.each<[string, string, Partial<ConsentTerms>, string[]]>([
    ['an adult', '2008-11-22', {}, []],
    ['a child', '2008-11-23', {}, ['capacity']],
    ['a child, from a day on which it is of age', '2008-11-23', { from: '2026-11-23' }, []],
    ['an adult, from a day on which it was a child', '2008-11-22', { from: '2020-01-01' }, []],
    ['anybody, from before the birth', '1990-01-01', { from: '1989-12-31' }, ['from']],
    ['a child, from before the birth, as if it had no age yet', '2015-01-01', { from: '2014-12-31' }, ['from', 'capacity']],
    ['a child by a parent', '2015-01-01', parent, []],
    ['an adult by a parent', '2008-11-22', parent, ['capacity']],
    ['a child by a trustee', '2015-01-01', { ...parent, capacity: 'TRUSTEE' }, ['capacity']],
    ['a child by itself as its parent', '2015-01-01', { ...parent, givenById: 'p' }, ['givenById']],
    ['an adult by another as itself', '1990-01-01', { givenById: 'q' }, ['capacity']],
    ['an adult, for nothing and no time', '1990-01-01', { purpose: ' ', until: '2026-01-01' }, ['purpose', 'until']],
  ])('of %s', (_who, birthDate, change, fields) => {
    expect(consentProblems({ ...terms, ...change }, birthDate, today).map((p) => p.field)).toEqual(fields);
  });
});

describe('who consents on behalf of another', () => {
  it.each([
    ['PARENT', '1990-01-01', true, null, 0],
    ['PARENT', '1990-01-01', false, null, 1],
    ['PARENT', '1990-01-01', false, true, 0],
    ['PARENT', '1990-01-01', true, false, 1],
    ['GUARDIAN', '1990-01-01', false, true, 0],
    ['GUARDIAN', '1990-01-01', true, null, 1],
    ['GUARDIAN', '1990-01-01', true, false, 1],
    ['TRUSTEE', '1990-01-01', false, true, 0],
    ['TRUSTEE', '1990-01-01', true, null, 1],
    ['TRUSTEE', '2008-11-23', true, true, 1],
    ['PARENT', '2008-11-23', true, true, 1],
  ] as const)(
    'as %s, born on %s, of the same household: %p, recorded as acting: %p, has %i problems',
    (capacity, birthDate, sharesHousehold, represents, problems) => {
      expect(giverProblems(capacity, { birthDate, sharesHousehold, represents }, today)).toHaveLength(problems);
    },
  );
});
