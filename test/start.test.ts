import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Atbalsts } from './support/process.js';

const answers = /staff\s+(http:\S+)\/graphql/;

describe('npm start', () => {
  let folder: string;
  let running: Atbalsts[];
  const start = (settings: Record<string, string> = {}, args = ['start']) => {
    const one = new Atbalsts(args, { PORT: '0', ATBALSTS_DATA: folder, ATBALSTS_DEMO: 'off', ...settings });
    running.push(one);
    return one;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atbalsts-start-'));
    running = [];
  });
  afterEach(async () => {
    for (const one of running) one.signal('SIGTERM');
    for (const one of running) await one.ends();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings everything up, says where, answers, and stops cleanly when told to', async () => {
    const first = start();
    const [, url] = await first.says(answers);
    const health = (await (await fetch(`${url}/health`)).json()) as { subgraphs: Record<string, string> };
    expect(new Set(Object.values(health.subgraphs))).toEqual(new Set(['up']));
    expect(first.printed.out).toMatch(/regional\/graphql[\s\S]*partner\/graphql[\s\S]*explorer[\s\S]*curl[\s\S]*curl[\s\S]*curl/);
    first.signal('SIGINT');
    expect(await first.ends()).toBe(0);
  }, 120_000);

  it('refuses a second start on the same data folder in one clear line, and the first goes on', async () => {
    const first = start();
    const [, url] = await first.says(answers);
    const second = start();
    expect(await second.ends()).toBe(1);
    expect(second.printed.err.trim().split('\n').at(-1)).toMatch(/^atbalsts: .*in use/);
    expect(second.printed.err).not.toMatch(/\n\s+at /);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  }, 120_000);

  it('says in one clear line that the port is in use, and stops what it had started', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const one = start({ PORT: String(port) });
    expect(await one.ends()).toBe(1);
    expect(one.printed.err).toMatch(new RegExp(`atbalsts: Port ${port} .* is in use`));
    other.close();
    const again = start();
    await again.says(answers);
  }, 120_000);

  it.each([
    ['postgresql://nobody:secret-word@127.0.0.1:1/none', /REGISTRY.*127\.0\.0\.1:1/],
    ['not an address', /DATABASE_URL_REGISTRY must be an address/],
  ])(
    'says in one clear line that DATABASE_URL_REGISTRY=%s is broken, without its password',
    async (address, says) => {
      const one = start({ DATABASE_URL_REGISTRY: address });
      expect(await one.ends()).toBe(1);
      expect(one.printed.err).toMatch(says);
      expect(one.printed.err).not.toContain('secret-word');
      expect(one.printed.err).not.toMatch(/\n\s+at /);
    },
    120_000,
  );

  it('told to stop while it fills the demo, stops at once and leaves nothing half-made', async () => {
    const one = start({ ATBALSTS_DEMO: 'on', ATBALSTS_DEMO_TODAY: '2026-11-22' });
    await one.says(/Demo municipality/);
    one.signal('SIGINT');
    expect(await one.ends()).toBe(0);
    expect(one.printed.err).toMatch(/Stopping/);
    expect(one.printed.out).not.toMatch(answers);
    const next = start();
    await next.says(answers);
  }, 120_000);

  it('killed at any moment of its first start, finishes on the next with its data whole', async () => {
    const killed = start({ ATBALSTS_DEMO: 'on', ATBALSTS_DEMO_TODAY: '2026-11-22' });
    await killed.says(/Demo municipality/);
    killed.signal('SIGKILL');
    await killed.ends();
    const next = start({ ATBALSTS_DEMO: 'on', ATBALSTS_DEMO_TODAY: '2026-11-22' });
    const [, url] = await next.says(answers);
    const token = start({}, ['token', 'director']);
    await token.ends();
    const query =
      '{ persons(first: 1) { totalCount } annualReport(municipality: "0002000", year: 2022) { institutions { id rows { key value } } workforce { id rows { key value } } } }';
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.printed.out.trim()}` },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as {
      data: { persons: { totalCount: number }; annualReport: { institutions: { id: string; rows: unknown[] }[]; workforce: unknown[] } };
    };
    expect(data.persons.totalCount).toBeGreaterThan(20_000);
    expect(data.annualReport.institutions).toContainEqual(
      expect.objectContaining({ id: 'shelter', rows: expect.arrayContaining([expect.objectContaining({ key: 'total', value: 200 })]) }),
    );
  }, 300_000);

  it('tells who asks for a persona that does not exist which there are, and prints a token and nothing else for one that does', async () => {
    const unknown = start({}, ['token', 'nobody']);
    expect(await unknown.ends()).toBe(1);
    expect(unknown.printed.err).toMatch(/no persona nobody.*social-worker/);
    const known = start({}, ['token', 'social-worker']);
    expect(await known.ends()).toBe(0);
    expect(known.printed).toEqual({ out: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/), err: '' });
  }, 60_000);

  it.each(['start', 'migrate', 'seed', 'token', 'compose', 'schema'])('explains %s when asked for help', async (command) => {
    const help = start({}, [command, '--help']);
    expect(await help.ends()).toBe(0);
    expect(help.printed.out).toMatch(new RegExp(`Usage: atbalsts ${command}`));
  });
});
