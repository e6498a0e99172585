import { describe, expect, it } from '@jest/globals';
import { byRequest, mergeNewestFirst } from './merge.js';

const entries = (...days: number[]) => days.map((day) => ({ at: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z` }));
const daysOf = (list: readonly { at: string }[]) => list.map(({ at }) => Number(at.slice(8, 10)));

describe('the audit of several domains in one order', () => {
  it('puts the newest first, whichever domain it is of', () => {
    const merged = mergeNewestFirst([
      { entries: entries(20, 11), more: false },
      { entries: entries(18, 12), more: false },
    ]);
    expect(daysOf(merged)).toEqual([20, 18, 12, 11]);
  });

  it('leaves out what is older than where a domain with more entries has come to', () => {
    const merged = mergeNewestFirst([
      { entries: entries(20, 19), more: true },
      { entries: entries(21, 5), more: false },
    ]);
    expect(daysOf(merged)).toEqual([21, 20, 19]);
  });

  it('is empty where nobody looked', () => {
    expect(mergeNewestFirst([{ entries: [], more: false }])).toEqual([]);
  });
});

describe('what one request did', () => {
  const entry = (requestId: string, domain: string, action: string, ...fields: string[]) => ({
    at: '2026-11-22T10:00:00.000Z',
    domain,
    subject: 'demo:director',
    role: 'director',
    purpose: null,
    requestId,
    action,
    fields,
  });

  it('is one line in a domain, with every action and field once', () => {
    const looks = byRequest([
      entry('a', 'registry', 'person.identity.read', 'givenName', 'sex'),
      entry('b', 'registry', 'person.age.read', 'age'),
      entry('a', 'registry', 'person.contact.read', 'phone', 'sex'),
      entry('a', 'services', 'case.read', 'cases'),
    ]);
    expect(looks.map(({ domain, actions, fields }) => ({ domain, actions, fields }))).toEqual([
      { domain: 'registry', actions: ['person.identity.read', 'person.contact.read'], fields: ['givenName', 'sex', 'phone'] },
      { domain: 'registry', actions: ['person.age.read'], fields: ['age'] },
      { domain: 'services', actions: ['case.read'], fields: ['cases'] },
    ]);
  });
});
