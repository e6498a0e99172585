import type { EntityManager } from '@mikro-orm/postgresql';

/** Columns that name a person, in whichever table of whichever domain they stand. */
const personColumns: ReadonlySet<string> = new Set(['person_id', 'applicant_id', 'representative_id', 'given_by_id']);

/** Columns that name a person in one table, and an employee in others. */
const personColumnsOf: ReadonlySet<string> = new Set(['assistant_contract.assistant_id']);

/** Whether a column names a person. */
export const namesPerson = (table: string, column: string): boolean =>
  personColumns.has(column) || personColumnsOf.has(`${table}.${column}`);

/** Columns whose id is of one of several tables, which another column tells: no foreign key says it. */
export const manyOwners: readonly { table: string; column: string; parent: string }[] = ['application', 'social_case', 'placement'].map(
  (parent) => ({ table: 'document', column: 'owner_id', parent }),
);

/** Records of several persons at once, found through the table that says who they are: what stands in them stands there of each. */
export const jointTables: readonly { table: string; through: string; column: string }[] = [
  { table: 'decision', through: 'decision_person', column: 'decision_id' },
  { table: 'facility_incident', through: 'facility_incident_person', column: 'incident_id' },
  { table: 'trip', through: 'trip_rider', column: 'trip_id' },
];

/**
 * Tables to which rows on persons lead, and whose own text is of nobody: catalogues, places, groups, batches. One that is neither here nor above fails the test of this
 * file: whoever lets rows on persons lead to a new table says here whether its text may tell who they are.
 */
export const impersonalTables: ReadonlySet<string> = new Set([
  'facility',
  'facility_place',
  'free_place',
  'municipality',
  'organisation',
  'household',
  'payment_batch',
  'programme',
  'programme_group',
  'programme_session',
  'prolongation',
  'service_type',
  'visit_route',
]);

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
  'submitted_employee_id',
  'about_id',
  'added_by',
  'answered_by',
  'applied_by',
  'asked_by',
  'assistant_id',
  'attached_by_id',
  'booked_by',
  'changed_by',
  'concluded_by',
  'decided_by',
  'driver_id',
  'ended_by',
  'examined_by',
  'issued_by',
  'leader_id',
  'made_by',
  'object_id',
  'offered_by',
  'owner_id',
  'reported_by',
  'reviewed_by',
  'submitted_by',
]);

/** Tables that hold nothing of their own: lines of an import under way, and what the search is built from. */
export const derivedTables: ReadonlySet<string> = new Set(['person_search', 'person_import_line', 'application_import_line']);

/** A table that holds something on persons, and how its rows are found. */
export interface PersonTable {
  table: string;
  /** Columns of its own that name a person; empty where its rows belong to rows of a parent. */
  columns: readonly string[];
  /** The parents whose rows its rows belong to; where a column of its own names a person, only those that no foreign key names. */
  parents: readonly { column: string; table: string }[];
  /** The tables that say whose rows these are, where they are of several persons. */
  through: readonly { column: string; table: string }[];
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

/** The same from rows of the catalogue; what a table's rows are found by comes before it. */
export function tablesOf(rows: readonly CatalogRow[]): PersonTable[] {
  const found = new Map<string, PersonTable>();
  const names = [...new Set(rows.map(({ table }) => table))].filter((table) => !derivedTables.has(table));
  const ownOf = (table: string) =>
    table === 'person'
      ? ['id']
      : rows
          .filter((row) => row.table === table && (namesPerson(table, row.column) || row.parent === 'person'))
          .map(({ column }) => column);
  const owners = manyOwners.filter(({ parent }) => names.includes(parent));
  const add = (table: string, columns: readonly string[]) => {
    const parents = [
      ...(columns.length ? [] : rows.filter((row) => row.table === table && row.parent !== null && row.parent !== table)),
      ...owners.filter((one) => one.table === table),
    ].flatMap(({ column, parent }) => (parent !== null && found.has(parent) ? [{ column, table: parent }] : []));
    const through = jointTables
      .filter((one) => one.table === table && found.has(one.through))
      .map(({ column, through }) => ({ column, table: through }));
    if (!columns.length && !parents.length && !through.length) return false;
    found.set(table, { table, columns, parents, through, comment: rows.find((row) => row.table === table)?.comment ?? null });
    return true;
  };
  // Those that name a person themselves; those that may belong to them by a column without a foreign key only after what they may belong to.
  const later = (table: string) => owners.some((one) => one.table === table);
  for (const table of names) if (!later(table) && ownOf(table).length) add(table, ownOf(table));
  for (const table of names.filter(later)) add(table, ownOf(table));
  for (let grown = true; grown; ) {
    grown = false;
    for (const table of names) if (!found.has(table) && add(table, [])) grown = true;
  }
  return [...found.values()];
}
