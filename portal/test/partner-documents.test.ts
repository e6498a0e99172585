import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  documentHash,
  documentProblems,
  partnerDocumentsFolder,
  readSupergraphs,
  readTrustedDocuments,
  supergraphFolder,
} from '@atbalsts/gateway';
import { describe, expect, it } from '@jest/globals';
import { partnerDocuments } from '../scripts/partner-documents.mjs';

const advice = 'run: npm run -w portal documents && npx atbalsts documents add portal/generated/documents/*.graphql';

describe('the documents of the partners’ portal', () => {
  it('are all among the trusted documents, letter by letter, so that the portal works where only these run', async () => {
    const trusted = await readTrustedDocuments(partnerDocumentsFolder);
    const sent = partnerDocuments();
    expect(sent.length).toBeGreaterThan(4);
    expect({ missing: sent.filter(({ text }) => !trusted.has(text)).map(({ name }) => name), advice }).toEqual({ missing: [], advice });
  });

  it('are each one operation that is valid in the partners’ graph and within their limits', async () => {
    const { PARTNER } = await readSupergraphs(supergraphFolder);
    expect(partnerDocuments().flatMap(({ name, text }) => documentProblems(text, PARTNER).map((reason) => `${name}: ${reason}`))).toEqual(
      [],
    );
  });

  it('are kept under names that say which version they are', async () => {
    const kept = (await readdir(partnerDocumentsFolder)).filter((file) => file.startsWith('portal-'));
    for (const file of kept) {
      const hash = documentHash(await readFile(join(partnerDocumentsFolder, file), 'utf8'));
      expect(file).toMatch(new RegExp(`-${hash.slice(0, 8)}\\.graphql$`));
    }
  });
});
