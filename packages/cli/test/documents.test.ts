import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partnerDocumentsFolder, readSupergraphs, readTrustedDocuments, supergraphFolder } from '@atbalsts/gateway';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDocuments, listDocuments, makeDataFolder, removeDocuments } from '../src/index.js';

let work: string;
let folder: string;
let partner: string;
beforeAll(async () => {
  partner = (await readSupergraphs(supergraphFolder)).PARTNER;
});
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'atbalsts-documents-'));
  folder = join(work, 'store');
  makeDataFolder(folder);
});
afterEach(() => rmSync(work, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(work, name);
  writeFileSync(path, text);
  return path;
};
const good = 'query Mine { referrals(first: 10) { nodes { id state } } }';

describe('atbalsts documents', () => {
  it('adds files, which the gateway then knows; once more changes nothing', async () => {
    const [added] = await addDocuments(folder, [file('mine.graphql', `\n${good}\n\n`)], partner);
    expect(added).toEqual({ name: 'mine', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await readTrustedDocuments(folder)).has(good)).toBe(true);
    expect(await addDocuments(folder, [join(work, 'mine.graphql')], partner)).toEqual([added]);
    expect(await listDocuments(folder)).toEqual([added]);
    await removeDocuments(folder, ['mine']);
    expect(await listDocuments(folder)).toEqual([]);
    expect((await readTrustedDocuments(folder)).has(good)).toBe(false);
  });

  it.each([
    ['mine.graphql', 'query Mine { persons { totalCount } }', /mine\.graphql: Cannot query field "persons"/],
    [
      'mine.graphql',
      'query Mine { referrals { nodes { person { householdd } } } }',
      /mine\.graphql: Cannot query field "householdd"[^?]*$/,
    ],
    ['mine.graphql', '{ viewer { subject } }', /one operation, with a name/],
    ['mine.graphql', 'query A { viewer { subject } } query B { viewer { subject } }', /exactly one operation/],
    ['mine.graphql', 'query Mine {', /Syntax Error/],
    ['mine.graphql', `query Mine { ${Array.from({ length: 400 }, (_, i) => `a${i}: viewer { subject }`).join(' ')} }`, /too much|at most/],
    ['Mine Own.graphql', good, /small letters, digits and hyphens/],
    ['mine.txt', good, /named NAME\.graphql/],
  ])('refuses %s holding %s, and says why', async (name, text, reason) => {
    await expect(addDocuments(folder, [file('fine.graphql', good), file(name, text)], partner)).rejects.toThrow(reason);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses another text under a name that partners know, and what is not there', async () => {
    await addDocuments(folder, [file('mine.graphql', good)], partner);
    const other = file('mine.graphql', 'query Mine { viewer { subject } }');
    await expect(addDocuments(folder, [other], partner)).rejects.toThrow(/another document named mine/);
    expect(readFileSync(join(folder, 'mine.graphql'), 'utf8').trim()).toBe(good);
    await expect(addDocuments(folder, [join(work, 'none.graphql')], partner)).rejects.toThrow(/cannot be read/);
    await expect(removeDocuments(folder, ['mine', 'yours'])).rejects.toThrow(/no document yours\. Documents: mine/);
    expect(await listDocuments(folder)).toHaveLength(1);
  });

  it('would take every document that the gateway comes with', async () => {
    const files = (await listDocuments(partnerDocumentsFolder)).map(({ name }) => join(partnerDocumentsFolder, `${name}.graphql`));
    expect(await addDocuments(folder, files, partner)).toHaveLength(files.length);
  });
});

describe('the data folder', () => {
  it('is made with everything above it, and taken where it is there', () => {
    makeDataFolder(join(work, 'a', 'b', 'c'));
    makeDataFolder(join(work, 'a', 'b', 'c'));
    expect(readdirSync(join(work, 'a', 'b'))).toEqual(['c']);
  });

  it.each([
    ['a file', () => file('plain', ''), /plain is no folder/],
    ['under a file', () => join(file('plain', ''), 'x'), /cannot be used \(ENOTDIR\)/],
    ...(process.platform === 'linux' ? [['where nothing can be made', () => '/proc/x', /\/proc\/x cannot be made/] as const] : []),
  ] as [string, () => string, RegExp][])('that is %s is one clear error', (_, path, says) => {
    expect(() => makeDataFolder(path())).toThrow(says);
  });
});
