import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { domains } from '@atbalsts/database/domains';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { urlVariable } from '../../src/config.js';

const gatewayFolder = fileURLToPath(new URL('../..', import.meta.url));
const hooks = new URL('hooks.mjs', import.meta.url).href;
/** Nobody listens there. */
const subgraphUrls = Object.fromEntries(domains.map((domain) => [urlVariable(domain), 'http://127.0.0.1:1']));

let dataFolder: string;
let child: ChildProcess;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'atbalsts-loaded-'));
});
afterEach(async () => {
  child.kill('SIGKILL');
  await rm(dataFolder, { recursive: true, force: true });
});

/** Starts node over the sources; tells what the process had loaded when it ended. */
function start(...args: string[]): { loaded: Promise<string[]>; errors: NodeJS.ReadableStream } {
  const env = { ...process.env, ...subgraphUrls, NODE_OPTIONS: '', PORT: '0', ATBALSTS_DATA: dataFolder };
  child = spawn(process.execPath, ['--conditions=@atbalsts/source', '--import', hooks, ...args], {
    cwd: gatewayFolder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout, stderr } = child as ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream };
  return { loaded: text(stdout).then((list) => JSON.parse(list) as string[]), errors: stderr };
}

const loadedBy = (door: string) => start('--input-type=module', '--eval', `await import('${door}')`).loaded;

/** Runs the gateway as in the distributed form until it has answered a question, and ends it. */
async function loadedByGateway(): Promise<string[]> {
  const { loaded, errors } = start('src/main.ts');
  const said = await new Promise<string>((resolve) => {
    let heard = '';
    errors.on('data', (chunk) => {
      heard += String(chunk);
      if (heard.includes('answers at')) resolve(heard);
    });
    errors.once('end', () => resolve(heard));
  });
  const [url = said] = /http:\S+/.exec(said) ?? [];
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { token?: string; errors?: { extensions: { code: string } }[] };
  };
  const { token } = await post('/explorer/token', { persona: 'social-worker' });
  const answer = await post('/graphql', { query: '{ persons(first: 1) { nodes { id } } }' }, { authorization: `Bearer ${token}` });
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return loaded;
}

/** What only subgraphs, compositions and comparisons need. */
const heavy = /^(@mikro-orm\/.*|type-graphql|class-validator|pg|@apollo\/(gateway|subgraph)|@theguild\/federation-composition)$/;
const heavyAmong = (loaded: readonly string[]) => loaded.filter((name) => heavy.test(name));

describe('what a process carries in its memory', () => {
  it('the gateway by itself answers without the ORM, type-graphql, stock @apollo/gateway and the composition library', async () => {
    const loaded = await loadedByGateway();
    expect(loaded).toEqual(expect.arrayContaining(['gateway/src/main.ts', '@apollo/query-planner', '@apollo/server', 'undici']));
    expect(heavyAmong(loaded)).toEqual([]);
  });

  it('the executor alone has no HTTP side either', async () => {
    const loaded = await loadedBy('@atbalsts/gateway/execution');
    expect(loaded).toEqual(expect.arrayContaining(['@apollo/query-planner', 'gateway/src/execution/execution.ts']));
    expect([...heavyAmong(loaded), ...loaded.filter((name) => /^(express|zod|jose|@apollo\/server)$/.test(name))]).toEqual([]);
  });

  it('a subgraph does load them: this test would see it', async () => {
    expect(heavyAmong(await loadedBy('@atbalsts/graphql'))).toEqual(
      expect.arrayContaining(['@mikro-orm/core', 'type-graphql', 'class-validator', 'pg']),
    );
  });
});
