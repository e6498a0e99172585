import { withClient } from '@atbalsts/database';
import { type ClonedDatabase, daugavpils } from '@atbalsts/testing';
import { v5 } from 'uuid';
import { catalogSql, derivedTables, manyOwners, namesPerson } from '../src/person/person-tables.js';

/** A uuid column of a domain's database. */
export interface Column {
  table: string;
  column: string;
  parent: string | null;
}

/** Two persons of whom every table has a row. */
export const her = '00000000-0000-4000-8000-00000000000a';
export const him = '00000000-0000-4000-8000-00000000000b';

/** The id of a person's row in a table. */
export const rowId = (owner: string, table: string): string => (table === 'person' ? owner : v5(table, owner));

/** Runs SQL past row-level security. */
export async function sql<T extends object>(clone: ClonedDatabase, statement: string, parameters: unknown[] = []): Promise<T[]> {
  return withClient(clone.superUrl, async (client) => (await client.query(statement, parameters)).rows);
}

/** One row of each of two persons in every table, whatever the table asks otherwise: checks and not-nulls of this copy are taken away. */
export async function fill(clone: ClonedDatabase): Promise<Column[]> {
  return withClient(clone.superUrl, async (client) => {
    const columns = (await client.query<Column>(catalogSql)).rows;
    await client.query(`do $$ declare one record; begin
      for one in select conrelid::regclass as t, conname from pg_constraint where contype in ('c', 'x') and connamespace = 'public'::regnamespace and conrelid <> 0 loop
        execute format('alter table %s drop constraint %I', one.t, one.conname); end loop;
      for one in select a.attrelid::regclass as t, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attnotnull and not a.attisdropped and a.attidentity = ''
            and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) loop
        execute format('alter table %s alter %I drop not null', one.t, one.attname); end loop; end $$`);
    await client.query('set session_replication_role = replica');
    for (const table of new Set(columns.map((one) => one.table))) {
      if (derivedTables.has(table)) continue;
      const own = columns.filter((one) => one.table === table);
      const { rows: others } = await client.query<{ column: string; type: string; municipality: boolean }>(
        `select a.attname as column, format_type(a.atttypid, null) as type from pg_attribute a
          where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' and a.atttypid <> 'uuid'::regtype
            and (a.attname = 'municipality' or exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)))`,
        [table],
      );
      for (const owner of [her, him]) {
        const values: Record<string, string> = {};
        const { rows: generated } = await client.query<{ column: string }>(
          `select attname as column from pg_attribute where attrelid = $1::regclass and attgenerated <> ''`,
          [table],
        );
        for (const { column, parent } of own) {
          if (generated.some((one) => one.column === column)) continue;
          if (column === 'id') values[column] = rowId(owner, table);
          else if (table === 'document' && column === 'person_id')
            continue; // found by what it is attached to
          else if (namesPerson(table, column) || parent === 'person') values[column] = owner;
          else if (table === 'document' && column === 'owner_id')
            values[column] = rowId(owner, manyOwners.find((one) => columns.some((some) => some.table === one.parent))?.parent ?? '');
          else if (parent) values[column] = rowId(owner, parent);
        }
        for (const { column, type } of others)
          values[column] =
            column === 'municipality'
              ? daugavpils
              : /int/.test(type)
                ? '1'
                : /date|time/.test(type)
                  ? '2026-01-01'
                  : /bool/.test(type)
                    ? 'true'
                    : owner;
        if (table === 'fact') values.body = JSON.stringify({ personId: owner });
        const names = Object.keys(values);
        // A table whose every row would be the same takes the first; `on conflict` would not do where a constraint is deferrable.
        await client
          .query(
            `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
            Object.values(values),
          )
          .catch((error: { code?: string }) => {
            if (error.code !== '23505') throw error;
          });
      }
    }
    for (const owner of [her, him])
      await client.query(
        `insert into outbox (kind, key, municipality, body) values ('person', $1, '0002000', jsonb_build_object('personId', $1::text))`,
        [owner],
      );
    return columns;
  });
}
