import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { additionProblems, addTrustedDocument, documentHash } from '@atbalsts/gateway';
import { CliError } from './errors.js';

/** One trusted document. */
export interface StoredDocument {
  name: string;
  hash: string;
}

/**
 * Adds files to the documents that partners may run, each under the name of its file. All of them or none: what is wrong with any is told, and nothing is written.
 * @throws CliError naming each file and each reason
 */
export async function addDocuments(folder: string, files: readonly string[], partnerSupergraph: string): Promise<StoredDocument[]> {
  const problems: string[] = [];
  const good: { name: string; text: string }[] = [];
  for (const file of files) {
    const name = basename(file, '.graphql');
    const text = await readFile(file, 'utf8').catch(() => null);
    let reasons: string[] = [];
    if (!file.endsWith('.graphql')) reasons = ['it must be a file named NAME.graphql'];
    else if (text === null) reasons = ['it cannot be read'];
    else if (good.some((other) => other.name === name)) reasons = [`two of the files are named ${name}`];
    else reasons = await additionProblems(folder, name, text, partnerSupergraph);
    problems.push(...reasons.map((reason) => `  ${file}: ${reason}`));
    if (!reasons.length && text !== null) good.push({ name, text });
  }
  if (problems.length) throw new CliError(`Nothing was added:\n${problems.join('\n')}`);
  const added: StoredDocument[] = [];
  for (const { name, text } of good) added.push({ name, hash: await addTrustedDocument(folder, name, text, partnerSupergraph) });
  return added;
}

/** The documents that partners may run, by name. */
export async function listDocuments(folder: string): Promise<StoredDocument[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => ({ name: basename(file, '.graphql'), hash: documentHash(await readFile(join(folder, file), 'utf8')) })),
  );
}

/**
 * Removes documents by name, all or none: partners who still send one are refused (DOCUMENT_UNKNOWN) from the gateway's next start on.
 * @throws CliError naming those that are not there
 */
export async function removeDocuments(folder: string, names: readonly string[]): Promise<void> {
  const known = new Set((await listDocuments(folder)).map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length) throw new CliError(`There is no document ${unknown.join(', ')}. Documents: ${[...known].join(', ')}`);
  for (const name of names) await rm(join(folder, `${name}.graphql`));
}
