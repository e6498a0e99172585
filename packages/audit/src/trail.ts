import type { EntityManager } from '@mikro-orm/postgresql';
import { AuditEntryRow } from './entry.entity.js';

/** A page of a person's trail. */
export interface AuditTrailPage {
  /** Up to `first + 1` entries, newest first: the extra one only tells that more follow (as `page()` of packages/graphql takes them). */
  rows: AuditEntryRow[];
  /** Counts the whole trail in this domain; a statement of its own, so only when called. */
  total: () => Promise<number>;
}

/** A cursor that is not the id of an entry. */
export class UnknownCursorError extends Error {
  override name = 'UnknownCursorError';
  /** Code of the coded errors of the graph. */
  readonly code = 'BAD_USER_INPUT';
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What was done to a person's records in this domain, newest first, within the municipality of the session.
 * @param page.first how many
 * @param page.after id of the last entry of the page before
 * @throws UnknownCursorError where `after` cannot be the id of an entry
 */
export async function auditTrail(
  em: EntityManager,
  personId: string,
  page: { first: number; after?: string | null },
): Promise<AuditTrailPage> {
  const total = () => em.count(AuditEntryRow, { personId });
  if (!page.after) {
    return { rows: await em.find(AuditEntryRow, { personId }, { orderBy: { at: 'desc', id: 'desc' }, limit: page.first + 1 }), total };
  }
  if (!uuid.test(page.after)) throw new UnknownCursorError('after is not the id of an audit entry');
  const raw = await em.execute(
    `select * from audit_entry
      where person_id = ? and (at, id) < (select at, id from audit_entry where person_id = ? and id = ?)
      order by at desc, id desc limit ?`,
    [personId, personId, page.after, page.first + 1],
  );
  return { rows: raw.map((row) => em.map(AuditEntryRow, row)), total };
}
