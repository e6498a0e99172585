import type { EntityManager } from '@mikro-orm/postgresql';

/** Columns that name a person, in whichever table of whichever domain they stand. */
export const personColumns: ReadonlySet<string> = new Set(['person_id', 'applicant_id', 'representative_id', 'given_by_id']);

/**
 * Columns that hold the id of something else without a foreign key to it (it is another domain's, or was never one). A uuid column that is in neither list
 * fails the test of this file: whoever adds one says here whether it names a person.
 */
export const otherColumns: ReadonlySet<string> = new Set([
  'household_id',
  'organisation_id',
  'request_id',
  'employee_id',
  'submitted_employee_id',
  'responsible_id',
  'from_id',
  'to_id',
  'last_change_id',
  'proposed_by',
  'approved_by',
  'prepared_by',
  'confirmed_by',
  'challenge_decided_by',
  'assessed_by',
  'admitted_by',
  'recorded_by',
]);

/** Tables that hold nothing of their own: lines of an import under way, and what the search is built from. */
export const derivedTables: ReadonlySet<string> = new Set(['person_search', 'person_import_line', 'application_import_line']);

/** A table that holds something on persons, and how its rows are found. */
export interface PersonTable {
  table: string;
  /** Columns of its own that name a person; empty where its rows belong to rows of a parent. */
  columns: readonly string[];
  /** The parents whose rows its rows belong to; only where no column of its own names a person. */
  parents: readonly { column: string; table: string }[];
  comment: string | null;
}

interface CatalogRow {
  table: string;
  column: string;
  parent: string | null;
  comment: string | null;
}

/** Every uuid column of a database's tables, with the table to whose id its foreign key leads (alone, or among the columns of a key). */
export const catalogSql = `
  select c.relname as table, a.attname as column, obj_description(c.oid) as comment,
         (select f.confrelid::regclass::text from pg_constraint f 
            join pg_attribute k on k.attrelid = f.confrelid and k.attnum = f.confkey[array_position(f.conkey, a.attnum)]
           where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey) and k.attname = 'id' limit 1) as parent
    from pg_class c join pg_attribute a on a.attrelid = c.oid
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
     and a.atttypid = 'uuid'::regtype
   order by c.relname, a.attnum`;

/**
 * The tables of a domain that hold something on persons, read from the database's own catalogue, so that none can be forgotten: those with a column that names a person,
 * and those whose rows belong to rows of such a table.
 */
export async function personTables(em: EntityManager): Promise<PersonTable[]> {
  return tablesOf(await em.execute<CatalogRow[]>(catalogSql));
}

/** The same from rows of the catalogue; parents come before their children. */
export function tablesOf(rows: readonly CatalogRow[]): PersonTable[] {
  const found = new Map<string, PersonTable>();
  const add = (table: string, columns: string[], parents: PersonTable['parents']) =>
    found.set(table, { table, columns, parents, comment: rows.find((row) => row.table === table)?.comment ?? null });
  const names = [...new Set(rows.map(({ table }) => table))].filter((table) => !derivedTables.has(table));
  for (const table of names) {
    if (table === 'person') add(table, ['id'], []);
    const own = rows
      .filter((row) => row.table === table && (personColumns.has(row.column) || row.parent === 'person'))
      .map(({ column }) => column);
    if (own.length) add(table, own, []);
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const table of names) {
      if (found.has(table)) continue;
      const parents = rows
        .filter((row) => row.table === table && row.parent !== null && row.parent !== table && found.has(row.parent))
        .map(({ column, parent }) => ({ column, table: parent as string }));
      if (!parents.length) continue;
      add(table, [], parents);
      grown = true;
    }
  }
  return [...found.values()];
}
