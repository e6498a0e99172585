import { type DomainDatabase, withSession } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type AuditHead, blocksAfter, type SealedBlock } from './block.js';
import { blockHash, entryHash, type HashedEntry, hashedColumns, noBlock } from './canonical.js';

/** What somebody did to the audit. */
export type TamperKind =
  /** The entry is not what was sealed. */
  | 'ALTERED'
  /** The entry was sealed and is gone. */
  | 'REMOVED'
  /** The entry stands below what was sealed, and is in no block. */
  | 'INSERTED'
  /** The entry says a time long before the block in front of its own was sealed: it was written later than it says. */
  | 'BACKDATED'
  /** The block is not what was sealed, or not what the next one was sealed upon. */
  | 'BLOCK_ALTERED'
  /** The block is missing between others. */
  | 'BLOCK_REMOVED'
  /** The chain ends before, or goes another way than, a head that was kept outside. */
  | 'TRUNCATED';

/** One finding, with the place. */
export interface Tampering {
  kind: TamperKind;
  domain: string;
  /** Number of the block; null for an entry that is in none. */
  block: number | null;
  /** Id of the entry; null where it is about a block. */
  entry: string | null;
}

/** What is not sealed yet: nothing but the rights of the roles guards it, so nothing can be proved of it. */
export interface AuditTail {
  entries: number;
  /** Age of the oldest in seconds; 0 where there is none. More than a minute or so: no sealer is running. */
  oldestSeconds: number;
}

/** What verification of one domain found. */
export interface AuditVerdict {
  domain: string;
  blocks: number;
  /** Entries in blocks. */
  sealed: number;
  tail: AuditTail;
  head: AuditHead;
  /** In the order of the chain; at most `mostFindings` of each sort that is looked for in bulk. */
  findings: Tampering[];
}

/** What verification may be told. */
export interface VerifyOptions {
  /** Heads that were kept outside; those of other domains do not matter. */
  heads?: readonly AuditHead[];
  /** Told after each batch of blocks. */
  onProgress?: (blocks: number, sealed: number) => void;
}

/** Blocks read at once: with blocks of 1000 entries some ten megabytes. */
const batch = 10;
/** Inserted entries that are named at most: who finds a thousand has seen enough. */
export const mostFindings = 1000;
/** An entry may be written before the block in front of its own was sealed, by a transaction that took its time: so many seconds at most (assumed). */
export const slowestWriteSeconds = 3600;

/**
 * Looks through the whole chain of a domain and everything that stands beside it. Reads a few blocks at a time, takes no lock, and may run while people
 * work. What it cannot find: a change of an entry before it was sealed, and a chain that somebody with the rights of the owner has made anew from
 * some block on, unless `heads` has a head from after that block.
 */
export async function verifyAudit(database: DomainDatabase, options: VerifyOptions = {}): Promise<AuditVerdict> {
  const { domain } = database;
  const session = <T>(work: (em: EntityManager) => Promise<T>) => withSession(database, { audience: 'SYSTEM' }, work);
  const wanted = new Map((options.heads ?? []).filter((head) => head.domain === domain && head.number > 0).map((h) => [h.number, h.hash]));
  const findings: Tampering[] = [];
  const found = (kind: TamperKind, block: number | null, entry: string | null = null) => findings.push({ kind, domain, block, entry });
  let before: SealedBlock | null = null;
  let [blocks, sealed, floor] = [0, 0, 0];
  for (;;) {
    const next: SealedBlock[] = await session((em) => blocksAfter(em, domain, before?.number ?? 0, batch));
    if (!next.length) break;
    const entries = await session((em) => entriesOf(em, next));
    for (const block of next) {
      const from = (before?.number ?? 0) + 1;
      for (let missing = from; missing < Math.min(block.number, from + mostFindings); missing++) found('BLOCK_REMOVED', missing);
      if (blockHash(block) !== block.hash) found('BLOCK_ALTERED', block.number);
      // A block that is sound and names another one before it: that one was made anew.
      else if (block.number === from && block.previous !== (before?.hash ?? noBlock)) found('BLOCK_ALTERED', from - 1);
      const head = wanted.get(block.number);
      if (head === block.hash) wanted.delete(block.number);
      for (const [index, id] of block.entryIds.entries()) {
        const entry = entries.get(id);
        if (!entry) found('REMOVED', block.number, id);
        else if (!entryHash(entry).equals(block.entryHashes.subarray(index * 32, index * 32 + 32))) found('ALTERED', block.number, id);
        else if (before && Number(entry.at) < Number(before.sealedAt) - slowestWriteSeconds) found('BACKDATED', block.number, id);
      }
      blocks += 1;
      sealed += block.entryIds.length;
      floor = Math.max(floor, block.floorSeq);
      before = block;
    }
    options.onProgress?.(blocks, sealed);
  }
  for (const number of wanted.keys()) found('TRUNCATED', number);
  for (const id of await session((em) => insertedBelow(em, floor))) found('INSERTED', null, id);
  const tail = await session((em) => tailAfter(em, floor));
  const head = { domain, number: before?.number ?? 0, hash: before?.hash ?? noBlock };
  return { domain, blocks, sealed, tail, head, findings };
}

/** The entries of some blocks by id, as far as they are there. */
async function entriesOf(em: EntityManager, blocks: readonly SealedBlock[]): Promise<Map<string, HashedEntry>> {
  const ids = JSON.stringify(blocks.flatMap((block) => block.entryIds));
  const rows = await em.execute<HashedEntry[]>(
    `select ${hashedColumns} from audit_entry e where e.id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const unsealed = 'not exists (select from audit_block b, unnest(b.entry_ids) as s (id) where b.last_seq > ? and s.id = e.id)';

async function insertedBelow(em: EntityManager, floor: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select e.id::text as id from audit_entry e where e.seq <= ? and ${unsealed} order by e.seq limit ?`,
    [floor, -1, mostFindings],
  );
  return rows.map(({ id }) => id);
}

async function tailAfter(em: EntityManager, floor: number): Promise<AuditTail> {
  const [row] = await em.execute<{ entries: number; oldest: number }[]>(
    `select count(*) as entries, coalesce(round(extract(epoch from clock_timestamp() - min(e.at))), 0) as oldest
       from audit_entry e where e.seq > ? and ${unsealed}`,
    [floor, floor],
  );
  return { entries: row?.entries ?? 0, oldestSeconds: Math.max(0, row?.oldest ?? 0) };
}

/** A head as one word, to be kept outside: `registry:12:9f86d081...`. */
export const headText = ({ domain, number, hash }: AuditHead): string => `${domain}:${number}:${hash}`;

/** Reads what `headText` wrote; null where it is none. */
export function readHead(text: string): AuditHead | null {
  const [, domain, number, hash] = /^([a-z]+):(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return domain && number && hash ? { domain, number: Number(number), hash } : null;
}
