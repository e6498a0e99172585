import { type DomainDatabase, type DomainName, isId, newId, withSession } from '@atbalsts/database';
import { storeNamed } from '@atbalsts/documents';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CliError } from '../errors.js';
import { type PersonTable, personTables } from './person-tables.js';

/** A row as the database holds it. */
export type HeldRow = Record<string, unknown>;

/** Everything that all domains hold on a person, by domain and table; tables without a row are left out. */
export interface PersonExport {
  person: string;
  reference: string;
  municipality: string;
  exportedOn: string;
  domains: Partial<Record<DomainName, Record<string, { comment: string | null; rows: HeldRow[] }>>>;
}

/** Who is to be looked up, by whom. */
export interface PersonRequest {
  /** A reference (P-000123), a personal code or an id. */
  key: string;
  municipality: string;
  /** The subject of the audit entries. */
  operator: string;
  today: string;
}

/** The person of a municipality by reference, personal code or id. Throws CliError where there is none. */
export async function findPerson(
  registry: DomainDatabase,
  { key, municipality }: PersonRequest,
): Promise<{ id: string; reference: string }> {
  const [found] = await withSession(registry, { audience: 'STAFF', municipality }, (em) =>
    em.execute<{ id: string; reference: string }[]>(
      `select id, reference from person
        where id = ?::uuid or reference = upper(?) or id = (select person_id from personal_code where municipality = ? and code = ?)`,
      [isId(key) ? key : null, key, municipality, key.replace(/^(\d{6})(\d{5})$/, '$1-$2')],
    ),
  );
  if (!found)
    throw new CliError(
      'No person of this municipality has this reference, code or id. / Šajā pašvaldībā nav personas ar šo atsauci, kodu vai identifikatoru.',
    );
  return found;
}

/**
 * Everything that all domains hold on a person (Regulation (EU) 2016/679, article 15): each domain's database is asked, through its own catalogue, for every table that names persons and what belongs to
 * its rows. Rows of other persons stay out. Of the audit who looked stays out: the subjects are employees. Each domain that holds something records the export.
 */
export async function exportPerson(
  databases: Readonly<Partial<Record<DomainName, DomainDatabase>>> & { registry: DomainDatabase },
  request: PersonRequest,
): Promise<PersonExport> {
  const { id, reference } = await findPerson(databases.registry, request);
  const { municipality, operator, today } = request;
  const exported: PersonExport = { person: id, reference, municipality, exportedOn: today, domains: {} };
  const run = newId();
  for (const [name, database] of Object.entries(databases) as [DomainName, DomainDatabase][]) {
    const held = await withSession(database, { audience: 'STAFF', municipality }, async (em) => {
      const rows = await heldOf(em, id);
      const tables = Object.keys(rows);
      if (tables.length) {
        await em.execute(
          `insert into audit_entry (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id)
           values (?, ?, ?, 'operator', 'person.export', ?, ?, array(select jsonb_array_elements_text(?::jsonb)), 'export', ?)`,
          [newId(), municipality, operator, id, `person:${id}`, JSON.stringify(tables.sort()), run],
          'run',
        );
      }
      return rows;
    });
    if (Object.keys(held).length) exported.domains[name] = held;
  }
  return exported;
}

/**
 * The bytes of the documents of an export, file by file: `write` gets a name that no other has (the domain, the document's id and what the document is called) and the parts.
 * Throws ContentMissing where bytes are not where they should be.
 */
export async function exportFiles(
  databases: Readonly<Partial<Record<DomainName, DomainDatabase>>>,
  exported: PersonExport,
  write: (name: string, parts: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const { municipality } = exported;
  for (const [name, held] of Object.entries(exported.domains) as [DomainName, NonNullable<PersonExport['domains'][DomainName]>][]) {
    const stored = (held.document?.rows ?? []).filter((row) => row.state === 'STORED');
    const database = databases[name];
    if (!stored.length || !database) continue;
    await withSession(database, { audience: 'STAFF', municipality }, async (em) => {
      for (const row of stored) {
        const bytes = storeNamed(row.stored_in as 'POSTGRESQL' | 'S3').get(em, { id: String(row.id), municipality });
        await write(`${name}-${row.id}-${fileName(String(row.name))}`, bytes);
      }
    });
  }
}

/** A document's name as part of a file's: no folder, no hidden file, nothing a file system minds. */
const fileName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^\.+/, '')
    .slice(-80) || 'document';

/** What one domain's database holds on a person, by table. */
export async function heldOf(em: EntityManager, id: string): Promise<Record<string, { comment: string | null; rows: HeldRow[] }>> {
  const held: Record<string, { comment: string | null; rows: HeldRow[] }> = {};
  for (const table of await personTables(em)) {
    const [sql, parameters] = rowsSql(table, id, held);
    if (!sql) continue;
    const rows = await em.execute<{ row: HeldRow }[]>(sql, parameters);
    if (rows.length) held[table.table] = { comment: table.comment, rows: rows.map(({ row }) => shown(table.table, row)) };
  }
  const told = await em.execute<{ row: HeldRow }[]>(
    `select to_jsonb(t) as row from outbox t where t.key = ? or t.body ->> 'personId' = ? order by t.id`,
    [id, id],
  );
  if (told.length) held.outbox = { comment: 'What this domain told the others.', rows: told.map(({ row }) => row) };
  return held;
}

function rowsSql(table: PersonTable, id: string, held: Readonly<Record<string, { rows: HeldRow[] }>>): [string | null, string[]] {
  const wheres = table.columns.map((column) => `t.${quoted(column)} = ?::uuid`);
  const parameters = table.columns.map(() => id);
  for (const { column, table: parent } of table.parents) {
    const ids = (held[parent]?.rows ?? []).map((row) => String(row.id)).filter(isId);
    if (!ids.length) continue;
    wheres.push(`t.${quoted(column)} in (select value::uuid from jsonb_array_elements_text(?::jsonb))`);
    parameters.push(JSON.stringify(ids));
  }
  for (const { column, table: members } of table.through) {
    const ids = (held[members]?.rows ?? []).map((row) => String(row[column])).filter(isId);
    if (!ids.length) continue;
    wheres.push('t.id in (select value::uuid from jsonb_array_elements_text(?::jsonb))');
    parameters.push(JSON.stringify(ids));
  }
  if (!wheres.length) return [null, []];
  // The bytes of a document come as a file of their own: here only how many.
  const [row, order] =
    table.table === 'document_content'
      ? [`jsonb_build_object('document_id', t.document_id, 'part', t.part, 'bytes', length(t.bytes))`, 't.document_id, t.part']
      : ['to_jsonb(t)', `to_jsonb(t) ->> 'id'`];
  return [`select ${row} as row from ${quoted(table.table)} t where ${wheres.join(' or ')} order by ${order}`, parameters];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function shown(table: string, row: HeldRow): HeldRow {
  const { search_name: _searched, subject, ...rest } = row;
  return table === 'audit_entry' || subject === undefined ? rest : { ...rest, subject };
}
