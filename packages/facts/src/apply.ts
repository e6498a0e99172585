import type { DomainName } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Fact, FactBatch, Position } from './fact.js';
import type { FactKind } from './kinds.js';
import { send } from './send.js';

/** What applying a batch did. */
export interface Applied {
  /** Facts written or removed; those replaced within the batch do not count. */
  facts: number;
}

/** A batch that begins after the cursor: what lies between would be lost. */
export class FactGapError extends Error {
  override name = 'FactGapError';
}

/** How far a subscriber has read these kinds of a source: the lowest of their cursors, 0 where one was never read. */
export async function readPosition(em: EntityManager, source: DomainName, kinds: readonly FactKind[]): Promise<Position> {
  const [row] = await em.execute<{ position: number | null; known: number }[]>(
    `select min(position) as position, count(*)::integer as known
       from fact_cursor where source = ? and kind in (select jsonb_array_elements_text(?::jsonb))`,
    [source, JSON.stringify(kinds)],
  );
  return row?.known === kinds.length ? (row.position ?? 0) : 0;
}

/**
 * Applies a batch to the fact table and moves the cursors on, in the caller's transaction (a SYSTEM session of the subscriber). Facts at or
 * before the cursor of their kind have been applied already and are left out, so that a batch may come twice, late, or to two replicas at once.
 * @throws FactGapError where facts between the cursor and the batch are missing
 */
export async function applyFacts(em: EntityManager, source: DomainName, batch: FactBatch): Promise<Applied> {
  const cursors = await lockCursors(em, source, batch.kinds);
  for (const [kind, position] of cursors) {
    if (batch.after > position)
      throw new FactGapError(`${source}: ${kind} has been read up to ${position}, the batch begins after ${batch.after}`);
  }
  const behind = [...cursors].filter(([, position]) => position < batch.upTo).map(([kind]) => kind);
  if (behind.length === 0) return { facts: 0 };
  const latest = new Map<string, Fact>();
  for (const fact of batch.facts) {
    const cursor = cursors.get(fact.kind);
    // Positions are in order of change for each key, and the batch is in order of position: the last one wins.
    if (cursor !== undefined && fact.position > cursor) latest.set(`${fact.kind} ${fact.key}`, fact);
  }
  const holding = [...latest.values()].filter((fact) => fact.body !== null);
  const retracted = [...latest.values()].filter((fact) => fact.body === null).map(({ kind, key }) => ({ kind, key }));
  if (retracted.length > 0) {
    await send(
      em,
      'delete from fact using jsonb_to_recordset($1::jsonb) as gone(kind text, key text) where fact.kind = gone.kind and fact.key = gone.key',
      [JSON.stringify(retracted)],
    );
  }
  if (holding.length > 0) {
    await send(
      em,
      `insert into fact (kind, key, source, municipality, body, position, at)
       select kind, key, $2, municipality, body, position, at
         from jsonb_to_recordset($1::jsonb) as f(kind text, key text, municipality text, body jsonb, position bigint, at timestamptz)
       on conflict (kind, key) do update
         set source = excluded.source, municipality = excluded.municipality, body = excluded.body, position = excluded.position, at = excluded.at`,
      [JSON.stringify(holding), source],
    );
  }
  await send(
    em,
    `update fact_cursor set at = clock_timestamp(), position = $3
      where source = $1 and position < $3 and kind in (select jsonb_array_elements_text($2::jsonb))`,
    [source, JSON.stringify(behind), batch.upTo],
  );
  return { facts: latest.size };
}

/** The cursor of each kind, locked until the transaction ends, so that two pumps of one subscriber take turns. Always in the same order. */
async function lockCursors(em: EntityManager, source: DomainName, kinds: readonly FactKind[]): Promise<Map<FactKind, Position>> {
  const lock = async () => {
    const rows = await em.execute<{ kind: FactKind; position: number }[]>(
      `select kind, position from fact_cursor
        where source = ? and kind in (select jsonb_array_elements_text(?::jsonb)) order by kind for update`,
      [source, JSON.stringify(kinds)],
    );
    return new Map(rows.map((row) => [row.kind, row.position]));
  };
  const known = await lock();
  if (known.size === new Set(kinds).size) return known;
  await em.execute(
    `insert into fact_cursor (source, kind)
     select ?::text, kind from jsonb_array_elements_text(?::jsonb) as kind order by kind on conflict do nothing`,
    [source, JSON.stringify(kinds)],
    'run',
  );
  return lock();
}
