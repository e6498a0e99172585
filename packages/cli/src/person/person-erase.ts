import { type DomainDatabase, type DomainName, newId, withSession } from '@atbalsts/database';
import { storeNamed } from '@atbalsts/documents';
import type { EntityManager } from '@mikro-orm/postgresql';
import { findPerson, type HeldRow, heldOf, type PersonRequest } from './person-export.js';
import { type RecordRule, type RetentionHold, recordRules, retentionHolds } from './record-rules.js';

/** What stands in the place of what was erased. */
export const tombstone = 'dzēsts';

/** What an erasure came to. */
export interface ErasureResult {
  reference: string;
  /** What stands against it; empty where it was done, or would be. */
  holds: (RetentionHold & { domain: DomainName })[];
  /** Values erased and rows removed, by domain and table; in a dry run those that would be. */
  erased: Partial<Record<DomainName, Record<string, number>>>;
  done: boolean;
}

/**
 * Erases who a person is, in all domains, after the retention periods (Regulation (EU) 2016/679, articles 5(1)(e) and 17): names, codes, addresses, phone, account and free text go, ids,
 * dates and figures stay, so that no report changes. Refuses while any record runs or must be kept, and where a table has no rule. Each domain in a transaction of its own, the registry
 * last: what is interrupted is finished by the next call. A dry run unless `write`.
 */
export async function erasePerson(
  databases: Readonly<Record<DomainName, DomainDatabase>>,
  request: PersonRequest & { write: boolean },
): Promise<ErasureResult> {
  const { id, reference } = await findPerson(databases.registry, request);
  const { municipality, today, write } = request;
  const result: ErasureResult = { reference, holds: [], erased: {}, done: false };
  const names = (Object.keys(databases) as DomainName[]).sort((a, b) => Number(a === 'registry') - Number(b === 'registry'));
  const asStaff = <T>(name: DomainName, work: (em: EntityManager) => Promise<T>) =>
    withSession(databases[name], { audience: 'STAFF', municipality }, work);
  for (const name of names) {
    const holds = await asStaff(name, async (em) => retentionHolds(await heldOf(em, id), today));
    result.holds.push(...holds.map((hold) => ({ ...hold, domain: name })));
  }
  if (result.holds.length) return result;
  for (const name of names) {
    await asStaff(name, async (em) => {
      const held = await heldOf(em, id);
      // Asked again inside the transaction that erases: something may have begun meanwhile.
      const holds = retentionHolds(held, today);
      result.holds.push(...holds.map((hold) => ({ ...hold, domain: name })));
      if (holds.length) return;
      const counts: Record<string, number> = {};
      for (const [table, { rows }] of Object.entries(held)) {
        const count = await eraseRows(em, table, rows, write);
        if (count) counts[table] = count;
      }
      if (Object.keys(counts).length) result.erased[name] = counts;
      if (!write) return;
      if (name === 'registry') {
        await em.execute(
          `update person set birth_date = date_trunc('year', birth_date), erased_on = ?, version = version + 1 where id = ?`,
          [today, id],
          'run',
        );
      }
      if (Object.keys(held).length) await recordErasure(em, id, request, Object.keys(counts));
      // Objects last: a store has no transactions. If the commit fails now, the next call finds the rows again.
      for (const row of held.document?.rows ?? [])
        if (row.stored_in === 'S3') await storeNamed('S3').remove(em, { id: String(row.id), municipality });
    });
    if (result.holds.length) return result;
  }
  result.done = write;
  return result;
}

async function eraseRows(em: EntityManager, table: string, rows: readonly HeldRow[], write: boolean): Promise<number> {
  const rule = recordRules[table];
  if (!rule) throw new Error(`${table} has no rule`);
  if (rule.remove) {
    // Rows without an id of their own (the parts of a document) go with what they belong to.
    const removed = rows.filter((row) => row.id);
    if (write && removed.length)
      await em.execute(
        `delete from "${table}" where id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
        [idsOf(removed)],
        'run',
      );
    return removed.length;
  }
  let count = 0;
  for (const column of rule.erase) {
    const told = rows.filter((row) => !nothing(row[column]));
    count += told.length;
    if (!write || !told.length) continue;
    await em.execute(
      `update "${table}" set "${column}" = ${placeOf(rule, column, await typeOf(em, table, column))} where "${column}" is not null and id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
      [idsOf(told)],
      'run',
    );
  }
  return count;
}

const nothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);

/** What stands in the place of a value: nothing of a phone, an account, a contact; of free text, that there was some; of structures their empty form. */
function placeOf({ clear, distinct }: RecordRule, column: string, type: string): string {
  if (clear?.includes(column)) return 'null';
  if (type === 'jsonb') return `case jsonb_typeof("${column}") when 'array' then '[]'::jsonb else '{}'::jsonb end`;
  if (type.endsWith('[]')) return `'{}'`;
  return distinct ? `'${tombstone} ' || id` : `'${tombstone}'`;
}

async function typeOf(em: EntityManager, table: string, column: string): Promise<string> {
  const [found] = await em.execute<{ type: string }[]>(
    'select atttypid::regtype::text as type from pg_attribute where attrelid = ?::regclass and attname = ?',
    [table, column],
  );
  return found?.type ?? '';
}

const idsOf = (rows: readonly HeldRow[]): string => JSON.stringify(rows.map(({ id }) => id));

async function recordErasure(em: EntityManager, id: string, { municipality, operator }: PersonRequest, tables: string[]): Promise<void> {
  await em.execute(
    `insert into audit_entry (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id)
     values (?, ?, ?, 'operator', 'person.erase', ?, ?, array(select jsonb_array_elements_text(?::jsonb)), 'erasure', ?)`,
    [newId(), municipality, operator, id, `person:${id}`, JSON.stringify(tables.sort()), newId()],
    'run',
  );
}
