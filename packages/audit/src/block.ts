import type { EntityManager } from '@mikro-orm/postgresql';
import type { HashedBlock } from './canonical.js';

/** A sealed block as it stands in the table. */
export interface SealedBlock extends HashedBlock {
  /** Hexadecimal. */
  hash: string;
}

/** Number and hash of the last block of a domain: kept outside, it shows later that the chain was not cut. */
export interface AuditHead {
  domain: string;
  /** 0 where nothing has been sealed yet. */
  number: number;
  hash: string;
}

interface Row {
  number: string;
  previous: Buffer;
  hash: Buffer;
  sealed_at: string;
  entry_ids: string[];
  entry_hashes: Buffer;
  last_seq: string;
  floor_seq: string;
  head_seq: string;
  head_xid: string;
}

// Numbers as text: whoever tampers may write one that no number of a program holds, and must be found rather than stop the search.
const columns = `number::text as number, previous, hash, extract(epoch from sealed_at)::text as sealed_at, entry_ids::text[] as entry_ids, entry_hashes,
  last_seq::text as last_seq, floor_seq::text as floor_seq, head_seq::text as head_seq, head_xid::text as head_xid`;

/** The blocks after a number, in order, at most so many. */
export async function blocksAfter(em: EntityManager, domain: string, number: number, atMost: number): Promise<SealedBlock[]> {
  const rows = await em.execute<Row[]>(
    `select ${columns} from audit_block where audit_block.number > ? order by audit_block.number limit ?`,
    [number, atMost],
  );
  return rows.map((row) => blockOf(domain, row));
}

/** The last block; null where there is none. */
export async function lastBlock(em: EntityManager, domain: string): Promise<SealedBlock | null> {
  const [row] = await em.execute<Row[]>(`select ${columns} from audit_block order by audit_block.number desc limit 1`);
  return row ? blockOf(domain, row) : null;
}

function blockOf(domain: string, row: Row): SealedBlock {
  return {
    domain,
    number: Number(row.number),
    previous: row.previous.toString('hex'),
    hash: row.hash.toString('hex'),
    sealedAt: row.sealed_at,
    entryIds: row.entry_ids,
    entryHashes: row.entry_hashes,
    lastSeq: Number(row.last_seq),
    floorSeq: Number(row.floor_seq),
    headSeq: Number(row.head_seq),
    headXid: Number(row.head_xid),
  };
}
