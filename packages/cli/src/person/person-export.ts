import { type DomainDatabase, type DomainName, isId, newId, withSession } from '@atbalsts/database';
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
  if (!wheres.length) return [null, []];
  return [`select to_jsonb(t) as row from ${quoted(table.table)} t where ${wheres.join(' or ')} order by to_jsonb(t) ->> 'id'`, parameters];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function shown(table: string, row: HeldRow): HeldRow {
  const { search_name: _searched, subject, ...rest } = row;
  return table === 'audit_entry' || subject === undefined ? rest : { ...rest, subject };
}
