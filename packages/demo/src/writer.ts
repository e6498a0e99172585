import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bulkLoad, type DomainName, domains, withClient } from '@atbalsts/database';
import { from as copyFrom } from 'pg-copy-streams';
import type { CellValue, Row, World } from './world.js';

/** Told as rows are written: how many of all. */
export type Progress = (written: number, total: number) => void;

const chunk = 2000;

/** The day a domain's database was filled for; null where it was not filled. */
export async function seededFor(ownerUrl: string): Promise<string | null> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('demo_seed') is not null as exists`);
    if (!rows[0]?.exists) return null;
    const marked = await client.query<{ today: string }>('select today::text from demo_seed');
    return marked.rows[0]?.today ?? null;
  });
}

/** Writes one domain's rows of the world into its database and marks it as filled, in one transaction: all of it or nothing. */
export async function seedDomain(
  domain: DomainName,
  ownerUrl: string,
  world: World,
  onRows: (rows: number) => void = () => {},
): Promise<void> {
  const tables = world.rows.get(domain) ?? new Map<string, Row[]>();
  await bulkLoad(ownerUrl, async (client) => {
    await client.query('create table if not exists demo_seed (today date not null)');
    await client.query('insert into demo_seed values ($1)', [world.today]);
    for (const [table, rows] of tables) {
      const columns = Object.keys(rows[0] as Row);
      const odd = rows.find((row) => Object.keys(row).length !== columns.length);
      if (odd)
        throw new Error(
          `${domain}.${table}: all rows of a table must have the same columns (${Object.keys(odd).join(', ')} against ${columns.join(', ')})`,
        );
      const sink = client.query(copyFrom(`copy ${table} (${columns.map((c) => `"${c}"`).join(', ')}) from stdin`));
      await pipeline(Readable.from(lines(rows, columns, onRows)), sink);
    }
    for (const statement of world.afterwards.get(domain) ?? []) await client.query(statement);
  });
  // What was just filled has no statistics yet: without them the first reports are planned blindly.
  await withClient(ownerUrl, (client) => client.query('analyze'));
}

/** Writes the world into the domains named, side by side. */
export async function seedWorld(
  world: World,
  ownerUrls: Readonly<Record<DomainName, string>>,
  progress: Progress = () => {},
  only: readonly DomainName[] = domains,
): Promise<void> {
  const total = only.reduce(
    (sum, domain) => sum + [...(world.rows.get(domain)?.values() ?? [])].reduce((n, rows) => n + rows.length, 0),
    0,
  );
  let written = 0;
  const onRows = (rows: number) => {
    written += rows;
    progress(written, total);
  };
  await Promise.all(only.map((domain) => seedDomain(domain, ownerUrls[domain], world, onRows)));
}

function* lines(rows: readonly Row[], columns: readonly string[], onRows: (rows: number) => void): Generator<string> {
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    yield part.map((row) => `${columns.map((column) => cell(row[column] as CellValue)).join('\t')}\n`).join('');
    onRows(part.length);
  }
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const copyText = (text: string): string => text.replace(/[\\\t\n\r]/g, (c) => escapes[c] as string);

function cell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value)) return copyText(`{${value.map((v) => `"${String(v).replace(/[\\"]/g, (c) => `\\${c}`)}"`).join(',')}}`);
  if (typeof value === 'object') return copyText(JSON.stringify(value));
  return copyText(String(value));
}
