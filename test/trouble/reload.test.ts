import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DevIssuer, personaToken } from '@atbalsts/auth';
import { supergraphFolder } from '@atbalsts/gateway';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const program = fileURLToPath(new URL('../../gateway/dist/main.js', import.meta.url));

describe('a gateway on its own that is sent SIGHUP', () => {
  let folder: string;
  let graphs: string;
  let gateway: ChildProcess;
  let said = '';
  let url: string;
  let token: string;
  const heard = new Set<() => void>();

  /** Waits until the process has said so, after what it had said before. */
  const says = async (pattern: RegExp, from = 0): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(said.slice(from));
      if (found) return found;
      if (gateway.exitCode !== null || gateway.signalCode !== null) throw new Error(`the gateway ended:\n${said}`);
      await new Promise<void>((resolve) => heard.add(resolve));
    }
  };
  const hangUp = async (pattern: RegExp) => {
    const from = said.length;
    gateway.kill('SIGHUP');
    return (await says(pattern, from))[0];
  };
  const answers = async (query = '{ __typename }') => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as unknown;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atbalsts-reload-'));
    graphs = join(folder, 'graphs');
    cpSync(supergraphFolder, graphs, { recursive: true });
    token = await personaToken(await DevIssuer.open(folder), 'social-worker');
    gateway = spawn(process.execPath, [program], {
      env: { PATH: process.env.PATH, PORT: '0', ATBALSTS_DATA: folder, SUPERGRAPH_FOLDER: graphs },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    gateway.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
      for (const listener of heard) listener();
      heard.clear();
    });
    gateway.on('exit', () => {
      for (const listener of heard) listener();
    });
    [, url] = (await says(/answers at (\S+)/)) as unknown as [string, string];
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => gateway.once('exit', resolve));
    if (gateway.kill('SIGTERM')) await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on where nothing has changed', async () => {
    expect(await hangUp(/\{.*"supergraphs".*\}/)).toMatch(/"level":"info","supergraphs":"reloaded: nothing has changed"/);
    expect(await answers()).toEqual({ data: { __typename: 'Query' } });
  });

  it('answers by the new supergraph from then on, and no request is dropped meanwhile', async () => {
    const file = join(graphs, 'staff.graphql');
    const before = readFileSync(file, 'utf8');
    const at = before.search(/\ntype Facility\b/);
    writeFileSync(file, before.slice(0, at).replace(/"""[^"]*"""\s*$/, '"""Another"""') + before.slice(at));
    let asking = true;
    const told: unknown[] = [];
    const asked = (async () => {
      while (asking) told.push(await answers('{ __type(name: "Facility") { description } }'));
    })();
    expect(await hangUp(/\{.*"supergraphs".*\}/)).toMatch(/"reloaded: STAFF"/);
    asking = false;
    await asked;
    expect(told.filter((answer) => !(answer as { data?: unknown }).data)).toEqual([]);
    expect(await answers('{ __type(name: "Facility") { description } }')).toEqual({ data: { __type: { description: 'Another' } } });
  });

  it.each([
    ['is no graph', () => appendFileSync(join(graphs, 'staff.graphql'), '\n}'), /Syntax Error/],
    ['is not there', () => rmSync(join(graphs, 'partner.graphql')), /There is no supergraph at/],
    ['is empty', () => writeFileSync(join(graphs, 'regional.graphql'), ''), /Syntax Error/],
  ])('refuses in one line a supergraph that %s, and the old ones go on answering', async (_what, spoil, reason) => {
    cpSync(supergraphFolder, graphs, { recursive: true });
    spoil();
    const line = await hangUp(/\{.*"supergraphs".*\}/);
    expect(JSON.parse(line)).toMatchObject({ level: 'error', supergraphs: expect.stringMatching(reason) });
    expect(await answers()).toEqual({ data: { __typename: 'Query' } });
  });
});
