import { setTimeout as wait } from 'node:timers/promises';
import { type DomainDatabase, withSession } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type AuditHead, lastBlock } from './block.js';
import { blockHash, entryHash, type HashedEntry, hashedColumns, noBlock } from './canonical.js';

/** Entries in a block at most. */
export const blockSize = 1000;

/** 'AUDIT' in ASCII: whoever seals holds this advisory lock, so that one does. */
const lockKey = 280_267_668_820;

/** What one pass of sealing did. */
export interface Sealed {
  blocks: number;
  entries: number;
  /** The last block that this pass made; null where it made none. */
  head: AuditHead | null;
}

/**
 * Seals everything that has committed and is in no block yet. Safe at any time and by any number of processes: who does not get the lock leaves the work
 * to whoever has it. It takes no lock that a request waits for.
 * @param size entries in a block at most
 */
export async function sealAll(database: DomainDatabase, size = blockSize, signal?: AbortSignal): Promise<Sealed> {
  const sealed: Sealed = { blocks: 0, entries: 0, head: null };
  while (!signal?.aborted) {
    const made = await withSession(database, { audience: 'SYSTEM' }, (em) => sealBlock(em, database.domain, size));
    if (!made) break;
    sealed.blocks += 1;
    sealed.entries += made.entries;
    sealed.head = made.head;
  }
  return sealed;
}

interface Begun {
  stamp: string;
  at: string;
  head_seq: number;
  settled: number;
}

/** One block in one transaction; null where there is nothing to seal or somebody else is sealing. */
async function sealBlock(em: EntityManager, domain: string, size: number): Promise<{ entries: number; head: AuditHead } | null> {
  const [lock] = await em.execute<{ got: boolean }[]>('select pg_try_advisory_xact_lock(?::bigint) as got', [lockKey]);
  if (!lock?.got) return null;
  const before = await lastBlock(em, domain);
  const floor = before?.floorSeq ?? 0;
  // What earlier blocks saw as the head is settled when every transaction up to the id they took then has ended: no number up to it is still to come.
  // The head is read before this transaction gets its own id (with the insert below), so that whoever holds a number up to it has a lower id.
  const [begun] = await em.execute<Begun[]>(
    `select clock::text as stamp, extract(epoch from clock)::text as at, audit_head() as head_seq,
            coalesce((select max(b.head_seq) from audit_block b
                       where b.head_seq > ? and b.head_xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint), 0) as settled
       from clock_timestamp() clock`,
    [floor],
  );
  if (!begun) return null;
  // A statement of its own: it sees everything that had ended when the one above looked.
  const entries = await em.execute<HashedEntry[]>(
    `select ${hashedColumns} from audit_entry e
      where e.seq > ? and not exists (select from audit_block b, unnest(b.entry_ids) as s (id) where b.last_seq > ? and s.id = e.id)
      order by e.seq limit ?`,
    [floor, floor, size],
  );
  const last = entries.at(-1);
  if (!last) return null;
  const [own] = await em.execute<{ xid: number }[]>('select pg_current_xact_id()::text::bigint as xid');
  const looked = entries.length === size ? Number(last.seq) : Number.MAX_SAFE_INTEGER;
  const block = {
    domain,
    number: (before?.number ?? 0) + 1,
    previous: before?.hash ?? noBlock,
    sealedAt: begun.at,
    entryIds: entries.map(({ id }) => id),
    entryHashes: Buffer.concat(entries.map(entryHash)),
    lastSeq: Number(last.seq),
    floorSeq: Math.max(floor, Math.min(begun.settled, looked)),
    headSeq: begun.head_seq,
    headXid: own?.xid ?? 0,
  };
  const hash = blockHash(block);
  await em.execute(
    `insert into audit_block (number, previous, hash, sealed_at, entry_ids, entry_hashes, last_seq, floor_seq, head_seq, head_xid)
     values (?, decode(?, 'hex'), decode(?, 'hex'), ?::timestamptz, array(select jsonb_array_elements_text(?::jsonb)::uuid), decode(?, 'hex'),
             ?, ?, ?, ?)`,
    [
      block.number,
      block.previous,
      hash,
      begun.stamp,
      JSON.stringify(block.entryIds),
      block.entryHashes.toString('hex'),
      block.lastSeq,
      block.floorSeq,
      block.headSeq,
      block.headXid,
    ],
    'run',
  );
  return { entries: entries.length, head: { domain, number: block.number, hash } };
}

/** How the background sealer is set. */
export interface AuditSealerOptions {
  database: DomainDatabase;
  /** Milliseconds between two looks (5000), give or take a fifth. */
  everyMs?: number;
  /** Told of each pass that made a block: its head, kept outside the database, shows later that the chain was not cut. */
  onSealed?: (sealed: Sealed) => void;
  /** Told once when sealing begins to fail and once (null) when it works again. */
  onFault?: (error: unknown) => void;
}

/** Seals by itself, again and again, until it is stopped. A failure is told and tried again: requests never wait for it. */
export class AuditSealer {
  private stopping = new AbortController();
  private loop: Promise<void> | null = null;

  constructor(private readonly options: AuditSealerOptions) {}

  /** Goes on until `stop()`. A second call does nothing. */
  start(): void {
    this.loop ??= this.run(this.stopping.signal);
  }

  /** Stops, after the block under way. The sealer may be started again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    this.loop = null;
    this.stopping = new AbortController();
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failing = false;
    while (!signal.aborted) {
      try {
        const sealed = await sealAll(this.options.database, blockSize, signal);
        if (sealed.blocks) this.options.onSealed?.(sealed);
        if (failing) this.options.onFault?.(null);
        failing = false;
      } catch (error) {
        if (!failing && !signal.aborted) this.options.onFault?.(error);
        failing = true;
      }
      const pause = (this.options.everyMs ?? 5000) * (0.8 + Math.random() * 0.4);
      await wait(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
