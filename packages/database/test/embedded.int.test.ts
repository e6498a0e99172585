import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { types } from 'node:util';
import {
  DatabaseUnavailableError,
  DataFolderInUseError,
  EmbeddedPostgres,
  EmbeddedPostgresError,
  migrate,
  openDatabase,
  withSession,
} from '@atbalsts/database';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { daugavpils, errorOf, query, townRecords } from './support.js';

let home: string;
let folder: string;
const running: { stop(): Promise<unknown> }[] = [];

beforeEach(() => {
  // mkdtemp makes a folder that is closed to other users, as it is for a clone under /root.
  home = mkdtempSync(join(tmpdir(), 'atbalsts-embedded-'));
  folder = join(home, 'postgres');
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  rmSync(home, { recursive: true, force: true });
});

const start = async (options: { port?: number } = {}) => {
  const server = await EmbeddedPostgres.start({ folder, durable: false, ...options });
  running.push(server);
  return server;
};

interface Started {
  pid: number;
  port: number;
  superUrl: string;
  urls: { registry: { owner: string; app: string } };
}

/** Starts the embedded server in a program of its own. */
async function program(): Promise<{ child: ChildProcess; started: Started }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./embedded-program.mjs', import.meta.url)), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push({ stop: async () => child.exitCode === null && child.signalCode === null && child.kill('SIGKILL') && once(child, 'exit') });
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return { child, started: JSON.parse(text) as Started };
}

/** Whether a process has ended; one that its parent has not collected yet (Z) has. */
const isGone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return existsSync('/proc') && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
};

describe('the embedded server', () => {
  it('starts in a folder of its own, with its passwords closed to others, and keeps its data over a restart', async () => {
    const first = await start();
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(await query(first.url(), 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(first.url(), "select lower('ĀČĒ') as low, 'Ā' collate \"lv-x-icu\" < 'B' collate \"lv-x-icu\" as ordered")).toEqual([
      { low: 'āčē', ordered: true },
    ]);
    expect(await query(first.url(), 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await query(first.url(), 'create table kept (n int); insert into kept values (7)');
    await first.stop();
    expect(isGone(first.pid)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['data', 'port', 'secrets.json', 'server.log']);

    const second = await start();
    expect(await query(second.url(), 'select n from kept')).toEqual([{ n: 7 }]);
    expect(second.url()).toBe(first.url());
  });

  it('makes the domains once; a second time finds them, with the same passwords', async () => {
    const server = await start();
    const urls = await server.ensureDomains(['registry', 'benefits']);
    await migrate({ domain: 'registry', url: urls.registry.owner, migrationsFolder: townRecords });
    expect(await server.ensureDomains(['registry', 'benefits'])).toEqual(urls);
    expect(await migrate({ domain: 'registry', url: urls.registry.owner, migrationsFolder: townRecords })).toEqual([]);
    expect(new URL(urls.benefits.app)).toMatchObject({ username: 'benefits_app', pathname: '/atbalsts_benefits', hostname: '127.0.0.1' });
    expect(
      new Set([urls.registry.owner, urls.registry.app, urls.benefits.owner, urls.benefits.app].map((url) => new URL(url).password)).size,
    ).toBe(4);
  });

  it('refuses a second start on its folder with one clear line, and works on undisturbed', async () => {
    const server = await start();
    const error = await errorOf(EmbeddedPostgres.start({ folder }));
    expect(error).toBeInstanceOf(DataFolderInUseError);
    expect(error.message).toBe(
      `the data folder ${folder} is in use by process ${process.pid}: stop it, or set ATBALSTS_DATA to another folder (and PORT to another port)`,
    );
    expect(await query(server.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('started by several programs at once is held by one of them', async () => {
    const starts = await Promise.allSettled([1, 2, 3].map(() => EmbeddedPostgres.start({ folder, durable: false })));
    const held = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    running.push(...held);
    expect(held).toHaveLength(1);
    for (const one of starts) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DataFolderInUseError);
  });

  it('takes another port when the one of the last time is taken, and says so when it was told which', async () => {
    const first = await start();
    await first.stop();
    const thief = createServer().listen(first.port, '127.0.0.1');
    await once(thief, 'listening');
    const error = await errorOf(EmbeddedPostgres.start({ folder, port: first.port }));
    expect(error).toBeInstanceOf(EmbeddedPostgresError);
    expect(error.message).toBe(`port ${first.port} on 127.0.0.1 is in use: choose another for the embedded PostgreSQL`);
    const second = await start();
    expect(second.port).not.toBe(first.port);
    thief.close();
  });

  it('without its passwords is not touched, and the message says what to do', async () => {
    await (await start()).stop();
    rmSync(join(folder, 'secrets.json'));
    expect((await errorOf(start())).message).toMatch(/secrets\.json is missing: restore it, or remove/);
  });

  it('stopped under a program leaves it one clear line', async () => {
    const server = await start();
    const { registry } = await server.ensureDomains(['registry']);
    const database = await openDatabase({ domain: 'registry', url: registry.app, entities: [] });
    await server.stop();
    const error = await errorOf(withSession(database, daugavpils, (em) => em.execute('select 1')));
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    expect(error.message).toMatch(
      /^DATABASE_URL_REGISTRY: cannot reach the database 127\.0\.0\.1:\d+\/atbalsts_registry: nothing listens there$/,
    );
    await database.close();
  });
});

describe('kill -9', () => {
  it('of the program in the middle of writing: the next start finds what was committed, and nothing else', async () => {
    const { child, started } = await program();
    await migrate({ domain: 'registry', url: started.urls.registry.owner, migrationsFolder: townRecords });
    await query(started.urls.registry.app, "insert into catalogue values ('committed')");
    const open = query(started.urls.registry.app, "begin; insert into catalogue values ('open'); select pg_sleep(60)").catch(
      (error: Error) => error,
    );
    child.kill('SIGKILL');
    await once(child, 'exit');

    const server = await start();
    // Of whichever realm: the server may say goodbye (pg) or the socket may break (Node.js itself, outside the test's own globals).
    expect(types.isNativeError(await open)).toBe(true);
    expect(isGone(started.pid)).toBe(true);
    const { registry } = await server.ensureDomains(['registry']);
    expect(await query(registry.app, 'select code from catalogue')).toEqual([{ code: 'committed' }]);
  });

  it('of the program and its server: the next start recovers', async () => {
    const { child, started } = await program();
    await query(started.superUrl, 'create table kept as select generate_series(1, 1000) as n');
    child.kill('SIGKILL');
    process.kill(started.pid, 'SIGKILL');
    await once(child, 'exit');
    const server = await start();
    expect(await query(server.url(), 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  });

  it('while the data was being made: the next start makes it anew', async () => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('./embedded-program.mjs', import.meta.url)), folder], { stdio: 'ignore' });
    const making = () => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('data.new'));
    while (!making()) await new Promise((done) => setImmediate(done));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(folder, 'data'))).toBe(false);
    const server = await start();
    expect(await query(server.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('whose pid now belongs to another program does not stop the next start', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'lock.1.aa.json'), JSON.stringify({ pid: process.pid, started: 'another time' }));
    writeFileSync(join(folder, 'data', 'postmaster.pid'), `${process.ppid}\n${folder}/data\n0\n1\n\n127.0.0.1\n\nready\n`);
    const server = await start();
    expect(await query(server.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isGone(process.ppid)).toBe(false);
  });
});
