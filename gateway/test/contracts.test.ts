import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { breakingChanges, contractBreaks } from '../src/audiences/breaking.js';
import { composeSupergraphs } from '../src/audiences/compose.js';
import { compareContract, contractAdvice, contractLines, readAllowList } from '../src/audiences/contract.js';
import { realSupergraphs } from './real-subgraphs.js';
import { toySdls } from './toy-subgraphs.js';

const listOf = (file: string) => readFileSync(new URL(`../contracts/${file}`, import.meta.url), 'utf8');

describe('the contracts of the graph', () => {
  it.each([
    ['REGIONAL', 'regional.allow.txt'],
    ['PARTNER', 'partner.allow.txt'],
  ] as const)('open to %s what its allow-list names, nothing more and nothing less', (audience, file) => {
    expect(contractAdvice(`gateway/contracts/${file}`, compareContract(listOf(file), realSupergraphs[audience]))).toBeNull();
  });

  it('give the region no type that carries a person, and no value that could', () => {
    const regional = contractLines(realSupergraphs.REGIONAL);
    expect(regional.filter((line) => /^(Person|Household|Residence|Consent|Referral|Placement|Employee|Audit)/.test(line))).toEqual([]);
    expect(regional).not.toContain('scalar PersonalCode');
  });

  it('give a partner no way to a person but its own referral, and no id of a person', () => {
    const partner = contractLines(realSupergraphs.PARTNER);
    expect(partner.filter((line) => line.startsWith('Query.'))).toEqual([
      'Query.referral(id)',
      'Query.referrals(after, first, state)',
      'Query.serviceTypes',
      'Query.viewer',
    ]);
    expect(partner).not.toContain('Person.id');
  });
});

describe('the comparison with an allow-list', () => {
  const supergraphs = composeSupergraphs(toySdls);
  const list = '# who\nViewer.subject # the token\n\nQuery.viewer\nQuery.town(code)\nQuery.towns\nQuery.viewer\n';

  it('reads lines without their comments', () => {
    expect(readAllowList(list)).toEqual(['Viewer.subject', 'Query.viewer', 'Query.town(code)', 'Query.towns', 'Query.viewer']);
  });

  it('says what is open and unlisted, what is listed and closed, and what stands there twice', () => {
    const difference = compareContract(list, supergraphs.REGIONAL);
    expect(difference).toEqual({
      unlisted: ['Query.serviceTypes', 'Town.code', 'Town.label', 'Town.openedOn', 'Town.staffing(on)', 'scalar Date'],
      absent: ['Query.towns'],
      repeated: ['Query.viewer'],
    });
    expect(contractAdvice('regional.allow.txt', difference)).toMatch(
      /not in regional\.allow\.txt\. Should this audience really see them\?.*\n {2}Town\.staffing\(on\).*not open.*\n {2}Query\.towns\n/s,
    );
  });

  it('names enum values, input fields and arguments too', () => {
    expect(contractLines(supergraphs.STAFF)).toEqual(
      expect.arrayContaining(['MeansInput.members', 'Sex.FEMALE', 'Query.add(amount, on)', 'scalar PersonalCode']),
    );
  });
});

describe('the check for breaking changes', () => {
  const before = composeSupergraphs(toySdls);
  const changed = (from: string, to: string) => composeSupergraphs(toySdls.map((one) => ({ ...one, sdl: one.sdl.replace(from, to) })));

  it('finds nothing between a graph and itself, nor where something is added', () => {
    expect(contractBreaks(before, before)).toEqual([]);
    expect(
      contractBreaks(before, changed('  refused: String\n', '  refused: String\n  more(on: Date): String @tag(name: "partner")\n')),
    ).toEqual([]);
  });

  it('names every graph in which a field was lost', () => {
    const lost = changed('label: String @tag(name: "regional")', 'name: String @tag(name: "regional")');
    expect(contractBreaks(before, lost).map(({ audience, kind, description }) => [audience, kind, description])).toEqual([
      ['STAFF', 'FIELD_REMOVED', 'Town.label was removed.'],
      ['REGIONAL', 'FIELD_REMOVED', 'Town.label was removed.'],
    ]);
  });

  it('takes a tag that was taken away for a breaking change of that graph alone', () => {
    const closed = changed('label: String @tag(name: "regional")', 'label: String');
    expect(contractBreaks(before, closed)).toEqual([
      { audience: 'REGIONAL', kind: 'FIELD_REMOVED', description: 'Town.label was removed.' },
    ]);
  });

  it('finds an argument that became required and a value that may now be null', () => {
    expect(breakingChanges(before.STAFF, changed('person(id: ID!)', 'person(id: ID!, on: Date!)').STAFF)).toEqual([
      { kind: 'REQUIRED_ARG_ADDED', description: expect.stringContaining('on') },
    ]);
    expect(breakingChanges(before.STAFF, changed('sequence: Int!', 'sequence: Int').STAFF)).toEqual([
      { kind: 'FIELD_CHANGED_KIND', description: expect.stringContaining('Person.sequence') },
    ]);
  });
});
