import { readFileSync } from 'node:fs';
import { type DomainName, databaseUrl, ensureDomainDatabases, migrate, urlFor, withClient } from '@atbalsts/database';
import { afterAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { testServer } from '../../testing/src/database.js';
import { errorOf, query, townRecords } from './support.js';

const script = readFileSync(new URL('../../../infra/postgres/roles.sql', import.meta.url), 'utf8');
const { superUrl } = testServer();
const made: string[] = [];

afterAll(async () => {
  for (const domain of made) {
    await query(superUrl, `drop database if exists probe_${domain} with (force)`);
    for (const role of [`${domain}_owner`, `${domain}_app`]) await query(superUrl, `drop role if exists ${role}`);
  }
});

/** What of psql the script uses: variables, \gexec, \set, \connect, and a condition on a variable that is given. */
async function psql(given: Record<string, string>): Promise<void> {
  const variables = { ...given };
  let statement = '';
  let skipping = false;
  const value = (text: string) =>
    text
      .replace(/:"(\w+)"/g, (_, name: string) => `"${variables[name]}"`)
      .replace(/:'(\w+)'/g, (_, name: string) => `'${variables[name]}'`);
  const inDatabase = (url: string, lines: string[]): Promise<void> =>
    withClient(url, async (connected) => {
      for (const [index, line] of lines.entries()) {
        const [command, ...words] = line.startsWith('\\') ? line.split(/\s+/) : [''];
        if (command === '\\if') skipping = false;
        else if (command === '\\else') skipping = given.prefix === undefined ? skipping : true;
        else if (command === '\\endif') skipping = false;
        else if (command === '\\set' && !skipping)
          variables[words[0] ?? ''] = words
            .slice(1)
            .map((word) => (word.startsWith(':') ? variables[word.slice(1)] : word))
            .join('');
        else if (command === '\\connect') return inDatabase(databaseUrl(superUrl, variables.database ?? ''), lines.slice(index + 1));
        else if (command === '' && !line.startsWith('--')) await sql(connected, line);
      }
    });
  const sql = async (client: pg.Client, line: string) => {
    statement += `${line}\n`;
    if (statement.trimEnd().endsWith('\\gexec')) {
      const { rows } = await client.query<Record<string, string>>(value(statement.trimEnd().slice(0, -6)));
      statement = '';
      for (const row of rows) await client.query(Object.values(row)[0] ?? '');
    } else if (statement.trimEnd().endsWith(';')) {
      const whole = value(statement);
      statement = '';
      await client.query(whole);
    }
  };
  await inDatabase(
    superUrl,
    script.split('\n').map((line) => line.trim()),
  );
}

/** Everything the two ways give: roles, rights to the database and the schema, extensions; names of the domain left out. */
async function picture(domain: string) {
  const neutral = (rows: unknown) => JSON.parse(JSON.stringify(rows).replaceAll(domain, 'DOMAIN'));
  const url = databaseUrl(superUrl, `probe_${domain}`);
  return neutral([
    await query(
      url,
      `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname in ('${domain}_owner', '${domain}_app') order by 1`,
    ),
    await query(
      url,
      'select pg_get_userbyid(datdba) as owner, datacl::text[], encoding from pg_database where datname = current_database()',
    ),
    await query(url, "select pg_get_userbyid(nspowner) as owner, nspacl::text[] from pg_namespace where nspname = 'public'"),
    await query(url, 'select extname from pg_extension order by 1'),
    await query(
      url,
      "select relname, relacl::text[] from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') order by 1",
    ),
  ]);
}

describe('infra/postgres/roles.sql', () => {
  const options = { domain: 'byhand', prefix: 'probe_', owner_password: 'o', app_password: 'a' };

  it('makes what the program makes for its own server, and may be run twice', async () => {
    made.push('byhand', 'byprogram');
    await psql(options);
    await psql(options);
    await ensureDomainDatabases(superUrl, ['byprogram' as DomainName], { prefix: 'probe_' });
    await ensureDomainDatabases(superUrl, ['byprogram' as DomainName], { prefix: 'probe_' });
    expect(await picture('byhand')).toEqual(await picture('byprogram'));
  });

  it('is all that migrations need', async () => {
    const [owner, app] = [urlFor(superUrl, 'byhand_owner', 'o', 'probe_byhand'), urlFor(superUrl, 'byhand_app', 'a', 'probe_byhand')];
    await migrate({ domain: 'registry', url: owner, migrationsFolder: townRecords });
    expect(await query(app, 'select * from stay')).toEqual([]);
    expect((await errorOf(query(app, 'create table mine (id int)'))).code).toBe('42501');
  });
});
