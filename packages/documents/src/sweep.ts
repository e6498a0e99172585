import { AuditRecorder } from '@atbalsts/audit';
import { type DomainDatabase, type IsoDate, newId, withSession } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DocumentOwner } from './owner.js';
import { retentionRules } from './retention.js';
import { documentSettings } from './settings.js';
import { storeNamed } from './store/stores.js';

/** Why a document goes. */
export type SweepReason = 'RETENTION' | 'NEVER_BROUGHT' | 'DISCARDED';

/** What a sweep finds, or removed, in one domain: how many documents of a kind for which reason. */
export interface SweepLine {
  reason: SweepReason;
  kind: string;
  documents: number;
}

interface Due {
  id: string;
  municipality: string;
  person_id: string | null;
  kind: string;
  stored_in: 'POSTGRESQL' | 'S3' | null;
  reason: SweepReason;
}

/** Documents removed in one transaction. */
const together = 100;

/** Who sweeps, in the audit. */
const sweeper = { audience: 'SYSTEM', subject: 'atbalsts:sweep', roles: ['domain'] };

/**
 * What is due: documents whose retention has ended (by kind, from the day their record was closed), declared ones whose bytes never came within a day, and
 * the objects of discarded ones that still lie in a store.
 */
const dueSql = (owner: DocumentOwner): string => `
  with rule as (select * from jsonb_to_recordset(?::jsonb) as r(kind text, since date, years int)),
       closed as (${owner.closedOn})
  select d.id, d.municipality, d.person_id, d.kind, d.stored_in,
         case when d.state = 'DISCARDED' and d.stored_in is not null then 'DISCARDED'
              when d.state = 'AWAITED' and d.attached_at < ?::date - interval '1 day' then 'NEVER_BROUGHT'
              else 'RETENTION' end as reason
    from document d
    left join closed c on c.owner_id = d.owner_id
   where d.owner_kind = ? and d.id > ?
     and ((d.state = 'DISCARDED' and d.stored_in is not null)
       or (d.state = 'AWAITED' and d.attached_at < ?::date - interval '1 day')
       or c.closed_on + make_interval(years => (select r.years from rule r where r.kind = d.kind and r.since <= c.closed_on order by r.since desc limit 1)) <= ?::date)
   order by d.id limit ?`;

const first = '00000000-0000-0000-0000-000000000000';

async function due(em: EntityManager, owner: DocumentOwner, today: IsoDate, after: string): Promise<Due[]> {
  return em.execute(dueSql(owner), [JSON.stringify(retentionRules), today, owner.kind, after, today, today, together]);
}

/**
 * Finds what need not be kept any longer, and removes it where `remove` is true: a hundred documents to a transaction, each with its audit entry, so that
 * what was done before an interruption is done. A discarded document whose object is removed stays on record until its retention ends.
 * @param today the day on which it is asked
 */
export async function sweepDocuments(
  database: DomainDatabase,
  owner: DocumentOwner,
  { today, remove }: { today: IsoDate; remove: boolean },
): Promise<SweepLine[]> {
  const lines = new Map<string, SweepLine>();
  const requestId = `sweep-${newId()}`;
  for (let after = first; ; ) {
    const found = await withSession(database, sweeper, async (em) => {
      const rows = await due(em, owner, today, after);
      if (remove) await removeAll(em, rows, requestId);
      return rows;
    });
    for (const { reason, kind } of found) {
      const line = lines.get(`${reason} ${kind}`) ?? { reason, kind, documents: 0 };
      lines.set(`${reason} ${kind}`, { ...line, documents: line.documents + 1 });
    }
    const last = found.at(-1);
    if (!last || found.length < together)
      return [...lines.values()].sort((a, b) => (`${a.reason}${a.kind}` < `${b.reason}${b.kind}` ? -1 : 1));
    after = last.id;
  }
}

async function removeAll(em: EntityManager, rows: readonly Due[], requestId: string): Promise<void> {
  const audit = new AuditRecorder(sweeper, requestId);
  for (const row of rows) {
    if (row.reason === 'DISCARDED') await em.execute('update document set stored_in = null where id = ?', [row.id], 'run');
    else await em.execute('delete from document where id = ?', [row.id], 'run');
    await audit.write(em, {
      action: 'document.sweep',
      personId: row.person_id,
      municipality: row.municipality,
      object: `document:${row.id}`,
      fields: ['content'],
    });
  }
  // Objects last: a store has no transactions, and what it lost cannot be brought back. If the commit fails now, the next sweep finds the rows again.
  // An upload that failed at its very end may have left an object that no row speaks of.
  const inStore = (row: Due) => row.stored_in === 'S3' || (row.reason === 'NEVER_BROUGHT' && documentSettings().s3 !== null);
  for (const row of rows) if (inStore(row)) await storeNamed('S3').remove(em, row);
}
