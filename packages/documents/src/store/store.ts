import type { EntityManager } from '@mikro-orm/postgresql';
import type { Spool } from '../spool.js';

/** Which bytes. */
export interface Stored {
  id: string;
  municipality: string;
}

/** Where the bytes of documents are kept. The row of the document is written by who calls it, in the same transaction. */
export interface ContentStore {
  readonly name: 'POSTGRESQL' | 'S3';
  /** Keeps the bytes; writing again replaces them. */
  put(em: EntityManager, document: Stored, bytes: Spool): Promise<void>;
  /** The bytes, part by part. Throws ContentMissing where there are none. */
  get(em: EntityManager, document: Stored): AsyncIterable<Uint8Array>;
  /** Removes them; safe to repeat. */
  remove(em: EntityManager, document: Stored): Promise<void>;
}

/** The bytes of a document are not where they should be. */
export class ContentMissing extends Error {}
