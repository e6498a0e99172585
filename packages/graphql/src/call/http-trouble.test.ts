import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HttpCaller, type HttpCallerOptions } from './http-caller.js';
import type { SubgraphFailure, SubgraphRequest } from './seam.js';

const read: SubgraphRequest = { query: 'query Q { a }', token: 'good', requestId: 'request-1' };
const good = { data: { a: 1 } };

let clean: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(clean.map((one) => one()));
  clean = [];
});

/** A subgraph that does as it is told, and what is seen of it. */
async function subgraph(listener: RequestListener, options: HttpCallerOptions = {}) {
  const seen = { requests: 0, unanswered: new Set<ServerResponse>(), failures: [] as SubgraphFailure[] };
  const server = createServer((req, res) => {
    seen.requests += 1;
    seen.unanswered.add(res);
    res.once('close', () => seen.unanswered.delete(res));
    listener(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const caller = new HttpCaller({ registry: url }, { onFailure: (failure) => seen.failures.push(failure), ...options });
  clean.push(async () => {
    await caller.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const codeOf = async (request: SubgraphRequest = read) => (await caller.call('registry', request)).errors?.[0]?.extensions?.code ?? 'OK';
  return { caller, seen, codeOf };
}

/** Waits for a condition; the test's own time limit ends it. */
const until = async (holds: () => boolean) => {
  while (!holds()) await setImmediate();
};

const answer = (res: ServerResponse, body: string | Buffer = JSON.stringify(good), headers: Record<string, string> = {}) => {
  res.writeHead(200, { 'content-type': 'application/json', ...headers });
  res.end(body);
};

describe('the circuit breaker of a subgraph', () => {
  it('opens after so many failures in a row, lets one call through to see, and closes when that is answered', async () => {
    let broken = true;
    const { caller, seen, codeOf } = await subgraph((_req, res) => (broken ? answer(res, 'nonsense') : answer(res)), {
      breaker: { failures: 3, firstProbeMs: 20, lastProbeMs: 40 },
    });
    for (let i = 0; i < 3; i++) expect(await codeOf()).toBe('SUBGRAPH_UNAVAILABLE');
    expect([caller.condition('registry'), seen.requests]).toEqual([{ breaker: 'open', inFlight: 0 }, 3]);
    expect(await codeOf()).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen.failures.at(-1)?.cause).toMatchObject({ name: 'CircuitOpen' });
    broken = false;
    let refused = 0;
    while ((await codeOf()) !== 'OK') refused += 1;
    expect(refused).toBeGreaterThan(0);
    expect(caller.condition('registry')?.breaker).toBe('closed');
  });

  it('refuses others while the one that sees is on its way, and opens again when it fails', async () => {
    const held: ServerResponse[] = [];
    let hold = false;
    const { caller, seen, codeOf } = await subgraph((_req, res) => (hold ? held.push(res) : answer(res, 'nonsense')), {
      breaker: { failures: 1, firstProbeMs: 1, lastProbeMs: 1 },
    });
    expect(await codeOf()).toBe('SUBGRAPH_UNAVAILABLE');
    hold = true;
    const probes: Promise<unknown>[] = [];
    while (!held.length) {
      probes.push(codeOf());
      await setImmediate();
    }
    expect(caller.condition('registry')?.breaker).toBe('half-open');
    const before = seen.requests;
    expect(await codeOf()).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen.requests).toBe(before);
    answer(held[0] as ServerResponse, 'nonsense');
    await Promise.all(probes);
    expect(caller.condition('registry')?.breaker).toBe('open');
  });

  it('is not opened by who hangs up, nor by an answer that is too large, nor by errors of the graph', async () => {
    const errors = JSON.stringify({ errors: [{ message: 'No', extensions: { code: 'FORBIDDEN' } }] });
    let gone = new AbortController();
    let what: 'hang up' | 'large' | 'refuse' = 'hang up';
    const { caller, codeOf } = await subgraph(
      (_req, res) => {
        if (what === 'hang up') gone.abort();
        else answer(res, what === 'large' ? ' '.repeat(2_000) : errors);
      },
      { breaker: { failures: 1 }, largestAnswerBytes: 1_000 },
    );
    for (what of ['hang up', 'large', 'refuse'] as const) {
      for (let i = 0; i < 3; i++) {
        gone = new AbortController();
        await codeOf({ ...read, signal: gone.signal });
      }
      expect(caller.condition('registry')?.breaker).toBe('closed');
    }
  });
});

describe('the bulkhead of a subgraph', () => {
  it('sends no more at once than it has connections, in turn, and refuses at once what its queue does not hold', async () => {
    const held: ServerResponse[] = [];
    const { caller, seen, codeOf } = await subgraph((_req, res) => held.push(res), { connections: 2, queue: 2 });
    const four = Array.from({ length: 4 }, () => codeOf());
    await until(() => held.length === 2);
    expect(await codeOf()).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen.failures.map(({ cause }) => (cause as Error).name)).toEqual(['BulkheadFull']);
    expect([seen.requests, caller.condition('registry')?.inFlight]).toEqual([2, 4]);
    for (let i = 0; i < 4; i++) {
      await until(() => held.length > i);
      answer(held[i] as ServerResponse);
    }
    expect(await Promise.all(four)).toEqual(['OK', 'OK', 'OK', 'OK']);
    expect([seen.requests, caller.condition('registry')?.inFlight]).toEqual([4, 0]);
  });

  it('lets go of who waits in the queue and hangs up, or waits too long, without a word to the subgraph', async () => {
    const held: ServerResponse[] = [];
    const { caller, seen, codeOf } = await subgraph((_req, res) => held.push(res), { connections: 1 });
    const first = codeOf();
    await until(() => held.length === 1);
    const gone = new AbortController();
    const [second, third] = [codeOf({ ...read, signal: gone.signal }), codeOf({ ...read, timeLeftMs: 5 })];
    gone.abort();
    expect([await second, await third]).toEqual(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT']);
    answer(held[0] as ServerResponse);
    expect(await first).toBe('OK');
    expect([seen.requests, caller.condition('registry')?.inFlight]).toEqual([1, 0]);
  });

  it('hangs up on a subgraph that is late, so that no connection stays behind', async () => {
    const { seen, codeOf } = await subgraph(() => {}, { timeoutMs: 200, connections: 3 });
    const three = Promise.all([codeOf(), codeOf(), codeOf()]);
    await until(() => seen.unanswered.size === 3);
    expect(await three).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT']);
    await until(() => seen.unanswered.size === 0);
  });
});

describe('files of a subgraph', () => {
  const asked = { method: 'GET', path: '/files/registry/1', query: new URLSearchParams(), token: null, requestId: 'r' };
  const file = (signal?: AbortSignal) => ({ ...asked, contentLength: null, body: null, signal });

  it('that fill every connection they have leave the subgraph up, and let go of who waits behind them and goes away', async () => {
    const held: ServerResponse[] = [];
    const { caller, seen } = await subgraph((req, res) => (req.url === '/health' ? answer(res) : held.push(res)));
    const eight = Array.from({ length: 8 }, () => caller.file('registry', file()));
    await until(() => held.length === 8);
    expect(await caller.health('registry')).toBe('up');
    const gone = new AbortController();
    const ninth = caller.file('registry', file(gone.signal));
    gone.abort();
    expect((await ninth).status).toBe(503);
    expect([held.length, seen.failures]).toEqual([8, []]);
    for (const res of held) answer(res);
    expect((await Promise.all(eight)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});

describe('what is sent again', () => {
  const cut = (res: ServerResponse) => {
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    res.write('{"data":{"a":', () => res.socket?.destroy());
  };

  it.each<[what: string, query: string, times: number]>([
    ['a query', 'query Q { a }', 3],
    ['a query without a name', '{ a }', 3],
    ['a mutation', 'mutation M { a }', 1],
    ['a document with a mutation in it', 'query Q { a } mutation M { a }', 1],
    ['what begins with a fragment, and may be anything', 'fragment F on Q { a } mutation M { ...F }', 1],
  ])('is %s whose answer breaks off', async (_what, query, times) => {
    const { seen, codeOf } = await subgraph((_req, res) => cut(res));
    expect(await codeOf({ ...read, query })).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen.requests).toBe(times);
  });

  it('gives the second answer whole and nothing of the first', async () => {
    let times = 0;
    const { caller } = await subgraph((_req, res) => (++times === 1 ? cut(res) : answer(res, '{"data":{"a":2}}')));
    expect(await caller.call('registry', read)).toEqual({ data: { a: 2 } });
  });

  it('is nothing that was answered, however badly, nor what nobody waits for', async () => {
    const bad = await subgraph((_req, res) => answer(res, 'nonsense'));
    expect([await bad.codeOf(), bad.seen.requests]).toEqual(['SUBGRAPH_UNAVAILABLE', 1]);
    const gone = new AbortController();
    const left = await subgraph((_req, res) => {
      gone.abort();
      res.socket?.destroy();
    });
    expect([await left.codeOf({ ...read, signal: gone.signal }), left.seen.requests]).toEqual(['SUBGRAPH_UNAVAILABLE', 1]);
  });
});

describe('the size of an answer', () => {
  it('is limited while it comes: the rest of 100 MB is never read', async () => {
    const chunk = Buffer.alloc(64 * 1024, ' ');
    let sent = 0;
    const { seen, codeOf } = await subgraph(
      (_req, res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        const more = () => {
          for (; sent < 100_000_000 && !res.destroyed; ) {
            sent += chunk.length;
            if (!res.write(chunk)) return void res.once('drain', more);
          }
          res.end();
        };
        more();
      },
      { largestAnswerBytes: 1_000_000 },
    );
    expect(await codeOf()).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen.failures[0]?.cause).toMatchObject({ name: 'AnswerTooLarge', limit: 1_000_000 });
    await until(() => seen.unanswered.size === 0);
    expect(sent).toBeLessThan(50_000_000);
  });

  it('is limited by what the subgraph says of it, before any of it is read', async () => {
    const { seen, codeOf } = await subgraph((_req, res) => res.writeHead(200, { 'content-length': '100000000' }).flushHeaders());
    expect(await codeOf()).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen.failures[0]?.cause).toMatchObject({ name: 'AnswerTooLarge' });
  });

  it('is limited after decompression too', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    const { seen, codeOf } = await subgraph((_req, res) => answer(res, bomb, { 'content-encoding': 'gzip' }), { compressed: true });
    expect(await codeOf()).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen.failures[0]?.cause).toMatchObject({ name: 'AnswerTooLarge' });
  });

  it.each([
    ['gzip', gzipSync(JSON.stringify(good)), 'OK'],
    ['br', brotliCompressSync(JSON.stringify(good)), 'OK'],
    ['gzip', Buffer.from('not compressed at all'), 'SUBGRAPH_UNAVAILABLE'],
    ['klingon', Buffer.from(JSON.stringify(good)), 'SUBGRAPH_UNAVAILABLE'],
  ])('where the answer is compressed by %s', async (encoding, body, code) => {
    const { codeOf } = await subgraph((_req, res) => answer(res, body, { 'content-encoding': encoding }));
    expect(await codeOf()).toBe(code);
  });
});

describe('what goes along with a call', () => {
  const headersOf = async (request: SubgraphRequest, options: HttpCallerOptions = {}) => {
    let headers: IncomingMessage['headers'] = {};
    const { codeOf } = await subgraph((req, res) => {
      ({ headers } = req);
      answer(res);
    }, options);
    await codeOf(request);
    return headers;
  };

  it('is on a list, and nothing else is', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const headers = await headersOf({ ...read, purpose: 'pārbaude', emergency: 'e1', traceparent, timeLeftMs: 5_000 });
    expect(headers).toEqual({
      host: expect.any(String),
      connection: 'keep-alive',
      'content-type': 'application/json',
      'content-length': expect.any(String),
      accept: 'application/graphql-response+json, application/json',
      'accept-encoding': 'identity',
      authorization: 'Bearer good',
      'x-request-id': 'request-1',
      'x-purpose': 'p%C4%81rbaude',
      'x-emergency-access': 'e1',
      'x-time-left-ms': expect.stringMatching(/^(5000|4\d{3})$/),
      traceparent,
    });
    expect(Object.keys(await headersOf({ ...read, token: null }))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/authorization|purpose|emergency|traceparent/)]),
    );
  });

  it('tells the subgraph how long it is waited for, but for a mutation, which is carried to its end', async () => {
    expect(Number((await headersOf(read, { timeoutMs: 3_000 }))['x-time-left-ms'])).toBeLessThanOrEqual(3_000);
    expect((await headersOf({ ...read, query: 'mutation M { a }' }))['x-time-left-ms']).toBeUndefined();
  });

  it('asks for compressed answers where it is told to', async () => {
    expect((await headersOf(read, { compressed: true }))['accept-encoding']).toBe('gzip');
  });
});
