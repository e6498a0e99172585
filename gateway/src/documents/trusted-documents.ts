import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, GraphQLError, getOperationAST, parse, validate } from 'graphql';
import { audienceSdl } from '../audiences/supergraph.js';
import { costOf } from '../limits/cost.js';
import { readCostModel } from '../limits/cost-model.js';
import { limits } from '../limits/limits.js';
import { costLimitError, firstExcess } from '../limits/refusal.js';
import { structureExcess } from '../limits/structure.js';

/** The query texts that may run, known by their hash. */
export class TrustedDocuments {
  private readonly hashes: ReadonlySet<string>;

  constructor(texts: Iterable<string>) {
    this.hashes = new Set([...texts].map(documentHash));
  }

  /** Whether a text is one of them, letter by letter; only white space around it does not count. */
  has(text: string): boolean {
    return this.hashes.has(documentHash(text));
  }

  get size(): number {
    return this.hashes.size;
  }
}

/** A document that partners could not run, and why. */
export class DocumentError extends Error {
  constructor(readonly reasons: string[]) {
    super(`The document cannot be added:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
    this.name = 'DocumentError';
  }
}

/** sha256 of a document's text in hexadecimal, without the white space around it: a file ends with a line break, a string in a program does not. */
export function documentHash(text: string): string {
  return createHash('sha256').update(text.trim()).digest('hex');
}

/** Reads the trusted documents of a folder: every `*.graphql` in it. A folder that is not there is an error, so that nobody starts without knowing. */
export async function readTrustedDocuments(folder: string): Promise<TrustedDocuments> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return new TrustedDocuments(await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8'))));
}

/**
 * What keeps a text from being a trusted document of partners: it must be one named operation, valid in their graph, within their limits.
 * @returns reasons; none for a good document
 */
export function documentProblems(text: string, partnerSupergraph: string): string[] {
  const excess = structureExcess(text, limits.PARTNER);
  if (excess) return [costLimitError(excess).message];
  try {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation?.name) return ['it must hold exactly one operation, with a name'];
    const errors = validate(buildSchema(audienceSdl(partnerSupergraph)), document, undefined, { hideSuggestions: true });
    if (errors.length) return errors.map(({ message }) => message);
    const { page: _, ...measured } = costOf(readCostModel(partnerSupergraph), document, operation);
    const over = firstExcess(measured, limits.PARTNER);
    return over ? [costLimitError(over).message] : [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Every reason why a text cannot be added to a folder under a name; none for one that can, also where it is there already. */
export async function additionProblems(folder: string, name: string, text: string, partnerSupergraph: string): Promise<string[]> {
  const reasons = /^[a-z][a-z0-9-]{0,63}$/.test(name) ? [] : ['its name must be of small letters, digits and hyphens, at most 64'];
  reasons.push(...documentProblems(text, partnerSupergraph));
  if (reasons.length) return reasons;
  const present = await readFile(join(folder, `${name}.graphql`), 'utf8').catch(() => null);
  return present === null || documentHash(present) === documentHash(text)
    ? []
    : [`there is another document named ${name}: partners may still send it, so take a new name`];
}

/** Adds a document to a folder under a name; gives its hash. Throws DocumentError with every reason why partners could not run it. */
export async function addTrustedDocument(folder: string, name: string, text: string, partnerSupergraph: string): Promise<string> {
  const reasons = await additionProblems(folder, name, text, partnerSupergraph);
  if (reasons.length) throw new DocumentError(reasons);
  await writeFile(join(folder, `${name}.graphql`), `${text.trim()}\n`);
  return documentHash(text);
}

/** A text that is not one of the trusted documents: DOCUMENT_UNKNOWN, 400. */
export function documentUnknownError(): GraphQLError {
  return new GraphQLError('This query is not among the documents agreed with you', {
    extensions: { code: 'DOCUMENT_UNKNOWN', messageLv: 'Šis vaicājums nav starp ar jums saskaņotajiem', http: { status: 400 } },
  });
}
