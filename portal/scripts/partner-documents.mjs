// Writes the texts that the partners' part of the portal sends, as it sends them, into generated/documents/: one file for each operation, named by
// the operation and the first letters of its hash, so that a changed operation is a new document beside the one that open pages still send.
// Where partners run trusted documents only, they are put among these with `atbalsts documents add portal/generated/documents/*.graphql`.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InMemoryCache } from '@apollo/client';
import { getOperationAST, print } from 'graphql';

const folder = fileURLToPath(new URL('../generated/documents/', import.meta.url));
const typed = fileURLToPath(new URL('../src/gql/partner/graphql.ts', import.meta.url));
const line = /^export const \w+ = (\{.*\}) as unknown as /gm;

/** `PartnerRecordDelivery` as `portal-record-delivery`. */
const nameOf = (operation) =>
  `portal-${operation
    .replace(/^Partner/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()}`;

/** Every operation of the partners' screens, as the client sends it: with the type names that its cache asks for. */
export function partnerDocuments() {
  const cache = new InMemoryCache();
  return [...readFileSync(typed, 'utf8').matchAll(line)]
    .map(([, json]) => JSON.parse(json))
    .filter((document) => getOperationAST(document))
    .map((document) => {
      const text = print(cache.transformDocument(document)).trim();
      const hash = createHash('sha256').update(text).digest('hex');
      return { name: `${nameOf(getOperationAST(document).name.value)}-${hash.slice(0, 8)}`, text };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of partnerDocuments()) writeFileSync(`${folder}${name}.graphql`, `${text}\n`);
}
