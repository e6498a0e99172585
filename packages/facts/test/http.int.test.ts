import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerPull, FactPump, OutboxSource, publish, pullOverHttp } from '../src/index.js';
import { asSystem, factDatabase, heard, person } from './support.js';

let registry: TestDatabase;
let benefits: TestDatabase;
let server: Server;
let url: string;
let answer: (subject: string, body: unknown) => Promise<{ status: number; body: unknown }>;

beforeAll(async () => {
  [registry, benefits] = await Promise.all([factDatabase('registry'), factDatabase('benefits')]);
  const source = new OutboxSource(registry.database);
  answer = (subject, body) => answerPull(source, 'registry', subject, body);
  server = createServer(async (request, response) => {
    if (request.url === '/silent') return;
    if (request.url === '/odd') return void response.end('{"facts":[{"kind":"wage"}]}');
    let text = '';
    for await (const part of request) text += part;
    const subject = String(request.headers.authorization).replace('Bearer ', '');
    const { status, body } = await answer(subject, JSON.parse(text));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await Promise.all([registry.drop(), benefits.drop()]);
});

describe('facts over HTTP', () => {
  it('arrive as they do in one process', async () => {
    const fact = person(1951);
    await asSystem(registry.database, (em) => publish(em, fact));
    const pump = new FactPump({ database: benefits.database, sources: { registry: pullOverHttp(url, async () => 'domain:benefits') } });
    expect(await pump.catchUp()).toBe(1);
    expect(await heard(benefits.database)).toEqual([{ key: fact.key, birthYear: 1951 }]);
  });

  it('are refused to whoever does not subscribe', async () => {
    for (const subject of ['domain:workforce', 'domain:registry', 'benefits', 'anna']) {
      expect(await answer(subject, { after: null, limit: 1 })).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    }
    await expect(pullOverHttp(url, 'domain:workforce')(null, 1)).rejects.toThrow('answered 403');
  });

  it('are those of the subscription, whatever is asked for', async () => {
    const all = await answer('domain:benefits', { after: 0, limit: 10, kinds: ['person', 'employee'] });
    expect(all).toMatchObject({ status: 200, body: { kinds: ['person'] } });
    expect(await answer('domain:benefits', { after: 0, limit: 10 })).toMatchObject({
      body: { kinds: ['person', 'circumstance', 'household-member'] },
    });
  });

  it.each([
    [{ after: -1, limit: 1 }, 'after'],
    [{ after: null, limit: 1_000_000 }, 'limit'],
    [{ after: null, limit: 1, kinds: ['wage'] }, 'kinds.0'],
    [{ after: null, limit: 1, sql: '' }, 'body'],
    [null, 'body'],
  ])('refuses %j naming what is wrong', async (body, where) => {
    const refusal = await answer('domain:benefits', body);
    expect(refusal).toMatchObject({ status: 400, body: { code: 'BAD_USER_INPUT', message: expect.stringContaining(`${where}: `) } });
  });

  it('fail when the owner does not answer in time, or answers something else', async () => {
    await expect(pullOverHttp(`${url}/silent`, 'domain:benefits', 20)(null, 1)).rejects.toThrow(/timeout/);
    await expect(pullOverHttp(`${url}/odd`, 'domain:benefits')(null, 1)).rejects.toThrow(/did not answer with a batch of facts/);
  });

  it('can be given up', async () => {
    const giveUp = new AbortController();
    const pull = pullOverHttp(`${url}/silent`, 'domain:benefits')(null, 1, { signal: giveUp.signal });
    giveUp.abort();
    await expect(pull).rejects.toThrow(/abort/);
  });
});
