import { createHash } from 'node:crypto';

/** An entry as it is hashed: every column, times as seconds since 1970 in text, so that no driver rounds a microsecond. */
export interface HashedEntry {
  id: string;
  seq: string;
  /** Seconds since 1970-01-01 UTC with six digits, as PostgreSQL's extract(epoch from at) writes them. */
  at: string;
  municipality: string;
  subject: string;
  role: string;
  action: string;
  person_id: string | null;
  object: string | null;
  fields: (string | null)[];
  purpose: string | null;
  request_id: string;
}

/** The columns of an entry in the form in which they are hashed: for a select list on `audit_entry e`. */
export const hashedColumns = `e.id::text as id, e.seq::text as seq, extract(epoch from e.at)::text as at, e.municipality, e.subject, e.role, e.action,
  e.person_id::text as person_id, e.object, e.fields, e.purpose, e.request_id`;

/** A block as it is hashed. */
export interface HashedBlock {
  domain: string;
  number: number;
  /** Hexadecimal. */
  previous: string;
  /** As an entry's `at`. */
  sealedAt: string;
  entryIds: readonly string[];
  /** 32 bytes for each entry. */
  entryHashes: Buffer;
  lastSeq: number;
  floorSeq: number;
  headSeq: number;
  headXid: number;
}

/** What stands before the first block. */
export const noBlock = '0'.repeat(64);

/**
 * SHA-256 of an entry over its canonical form: a JSON array of all columns in the order of the table, seq last; null as null, numbers as text.
 * A JSON array of strings has one way to be written only, so two entries that differ never have one form.
 */
export function entryHash(entry: HashedEntry): Buffer {
  const { id, at, municipality, subject, role, action, person_id, object, fields, purpose, request_id, seq } = entry;
  return sha256(['entry', 1, id, at, municipality, subject, role, action, person_id, object, fields, purpose, request_id, seq]);
}

/** SHA-256 of a block, in hexadecimal: over the domain, the hash of the block before, and everything the block says. */
export function blockHash(block: HashedBlock): string {
  const { domain, number, previous, sealedAt, entryIds, entryHashes, lastSeq, floorSeq, headSeq, headXid } = block;
  const parts = [domain, number, previous, sealedAt, entryIds, entryHashes.toString('hex'), lastSeq, floorSeq, headSeq, headXid];
  return sha256(['block', 1, ...parts]).toString('hex');
}

const sha256 = (parts: readonly unknown[]): Buffer => createHash('sha256').update(JSON.stringify(parts), 'utf8').digest();
