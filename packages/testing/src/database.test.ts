import { withClient, withSession } from '@atbalsts/database';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type ClonedDatabase, cloneDatabases, makeTemplate, testDatabase, testServer } from './database.js';
import { countStatements } from './database-statements.js';
import { oncePerRun } from './once.js';

const drops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of drops) await drop();
});
const sql = (url: string, text: string) => withClient(url, async (client) => (await client.query(text)).rows);
const system = { audience: 'SYSTEM' };

describe('test databases', () => {
  it('are apart from one another', async () => {
    const [one, other] = [await testDatabase('strategy', { template: undefined }), await testDatabase('strategy')];
    drops.push(one.drop, other.drop);
    await sql(one.ownerUrl, 'create table mine (n int)');
    expect(await sql(other.ownerUrl, "select to_regclass('mine') as mine")).toEqual([{ mine: null }]);
    expect(one.name).not.toBe(other.name);
  });

  it('come for the whole federation at once, with the roles that the program has', async () => {
    const { databases, drop } = await cloneDatabases();
    drops.push(drop);
    const users = await Promise.all(Object.values(databases).map((one) => sql(one.appUrl, 'select current_user, session_user')));
    expect(users.flat().map(({ current_user }) => current_user)).toEqual([
      'registry_app',
      'benefits_app',
      'services_app',
      'institutions_app',
      'workforce_app',
      'strategy_app',
    ]);
  });

  it('are gone after drop()', async () => {
    const test = await testDatabase('workforce');
    await test.drop();
    expect(await sql(testServer().superUrl, `select from pg_database where datname = '${test.name}'`)).toEqual([]);
  });
});

describe('a template of a name', () => {
  it('is filled once, whoever asks, and cloned with what is in it', async () => {
    let filled = 0;
    const fill = async ({ strategy }: Record<string, ClonedDatabase>) => {
      filled += 1;
      await sql(strategy?.ownerUrl ?? '', 'create table filled as select 7 as n');
    };
    await Promise.all([1, 2, 3].map(() => makeTemplate('probe', ['strategy'], fill)));
    const { databases, drop } = await cloneDatabases(['strategy'], 'probe');
    drops.push(drop);
    expect([filled, await sql(databases.strategy.ownerUrl, 'select n from filled')]).toEqual([1, [{ n: 7 }]]);
  });

  it('whose filling failed is not there, and is tried anew', async () => {
    const failing = makeTemplate('second', ['strategy'], async () => Promise.reject(new Error('no data')));
    await expect(failing).rejects.toThrow('no data');
    await expect(cloneDatabases(['strategy'], 'second')).rejects.toThrow(/does not exist/);
    await makeTemplate('second', ['strategy'], async () => undefined);
    drops.push((await cloneDatabases(['strategy'], 'second')).drop);
  });
});

describe('a text that is made once per run', () => {
  it('is made by one of those who ask at once, and kept where every worker finds it', async () => {
    let made = 0;
    const make = () => `text ${++made}`;
    expect(await Promise.all([1, 2, 3].map(() => oncePerRun('probe', make)))).toEqual(['text 1', 'text 1', 'text 1']);
    expect(await sql(testServer().superUrl, "select text from once_per_run where name = 'probe'")).toEqual([{ text: 'text 1' }]);
  });

  it('found by a worker that did not make it, is not made again', async () => {
    await sql(testServer().superUrl, "insert into once_per_run (name, text) values ('elsewhere', 'made there')");
    expect(await oncePerRun('elsewhere', () => Promise.reject(new Error('made again')))).toBe('made there');
  });

  it('that could not be made is not there, and is tried anew', async () => {
    await expect(oncePerRun('failing', () => Promise.reject(new Error('no graph')))).rejects.toThrow('no graph');
    expect(await oncePerRun('failing', () => 'a graph')).toBe('a graph');
  });
});

describe('countStatements', () => {
  it('counts what the application asked of this database, and neither the transaction nor another database', async () => {
    const [one, other] = [await testDatabase('workforce'), await testDatabase('workforce')];
    drops.push(one.drop, other.drop);
    const counter = countStatements(one.superUrl);
    await counter.reset();
    for (const n of [1, 2, 3]) await withSession(one.database, system, (em) => em.execute(`select ${n} as n`));
    await withSession(other.database, system, (em) => em.execute('select 1'));
    expect([await counter.count(), await counter.list()]).toEqual([3, [{ query: 'select $1 as n', calls: 3 }]]);
    await counter.reset();
    expect(await counter.count()).toBe(0);
  });
});
