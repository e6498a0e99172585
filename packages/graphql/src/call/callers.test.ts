import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DomainName } from '@atbalsts/database';
import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { HttpCaller } from './http-caller.js';
import { InProcessCaller } from './in-process-caller.js';
import type { SubgraphCaller, SubgraphFailure, SubgraphRequest } from './seam.js';

const request: SubgraphRequest = {
  query: 'query Q($a: Int) { a(a: $a) }',
  operationName: 'Q',
  variables: { a: 1 },
  token: 'good',
  requestId: 'request-1',
};
const unavailable = {
  data: null,
  errors: [
    {
      message: expect.stringContaining('"registry"'),
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'registry', messageLv: expect.stringContaining('neatbild') },
    },
  ],
};
const never = new Promise<never>(() => {});

let clean: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(clean.map((one) => one()));
  clean = [];
});

async function listen(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  clean.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function httpCaller(url: string, options: ConstructorParameters<typeof HttpCaller>[1] = {}): HttpCaller {
  const caller = new HttpCaller({ registry: url }, options);
  clean.push(() => caller.close());
  return caller;
}

const answering =
  (status: number, body: string, type = 'application/json'): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { 'content-type': type });
    res.end(body);
  };

describe('the in-process caller', () => {
  const mounted = (execute: (request: SubgraphRequest) => Promise<never>, options = {}) =>
    new InProcessCaller(new Map([['registry' as DomainName, { execute }]]), options);

  it('gives errors as plain objects, without stack or original error', async () => {
    const error = new GraphQLError('No', { path: ['a'], originalError: new Error('secret'), extensions: { code: 'FORBIDDEN' } });
    const result = await mounted(async () => ({ data: { a: null }, errors: [error] }) as never).call('registry', request);
    expect(result).toEqual({ data: { a: null }, errors: [{ message: 'No', path: ['a'], extensions: { code: 'FORBIDDEN' } }] });
    expect(Object.getPrototypeOf(result.errors?.[0])).toBe(Object.prototype);
  });

  it('answers for a subgraph that is not mounted, disabled, or throws', async () => {
    const failures: SubgraphFailure[] = [];
    const caller = mounted(() => Promise.reject(new Error('no database')), {
      onFailure: (failure: SubgraphFailure) => failures.push(failure),
    });
    expect(await caller.call('registry', request)).toEqual(unavailable);
    expect((await caller.call('services', request)).errors?.[0]?.extensions).toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      subgraph: 'services',
    });
    caller.disable('registry');
    expect(await caller.call('registry', request)).toEqual(unavailable);
    expect(await caller.health('registry')).toBe('down');
    caller.enable('registry');
    expect(await caller.health('registry')).toBe('up');
    expect(failures.map(({ code, requestId }) => [code, requestId])).toEqual(failures.map(() => ['SUBGRAPH_UNAVAILABLE', 'request-1']));
    expect(failures[0]?.cause).toEqual(new Error('no database'));
  });

  it('takes a subgraph for down when its own check says so or fails', async () => {
    const execute = async () => ({}) as never;
    const caller = new InProcessCaller(
      new Map<DomainName, never>([
        ['registry', { execute, health: async () => 'down' } as never],
        ['services', { execute, health: () => Promise.reject(new Error('x')) } as never],
      ]),
    );
    expect([await caller.health('registry'), await caller.health('services'), await caller.health('benefits')]).toEqual([
      'down',
      'down',
      'down',
    ]);
  });

  it('tells the subgraph to stop when time is up', async () => {
    let told: AbortSignal | undefined;
    const caller = mounted(
      ({ signal }) => {
        told = signal;
        return never;
      },
      { timeoutMs: 5 },
    );
    expect((await caller.call('registry', request)).errors?.[0]?.extensions?.code).toBe('SUBGRAPH_TIMEOUT');
    expect(told?.aborted).toBe(true);
  });

  it('stops waiting when nobody listens any more, and calls that no failure', async () => {
    const failures: SubgraphFailure[] = [];
    const gone = new AbortController();
    const caller = mounted(
      () => {
        gone.abort();
        return never;
      },
      { onFailure: (failure: SubgraphFailure) => failures.push(failure) },
    );
    expect(await caller.call('registry', { ...request, signal: gone.signal })).toEqual(unavailable);
    expect(failures).toEqual([]);
  });
});

describe('the HTTP caller', () => {
  it('sends the operation as JSON, with token and request id and no other header of its own making', async () => {
    let seen: { url?: string; method?: string; headers: Record<string, unknown>; body: unknown } | undefined;
    const { url } = await listen((req, res) => {
      let body = '';
      req.on('data', (chunk) => {
        body += chunk;
      });
      req.on('end', () => {
        seen = { url: req.url, method: req.method, headers: req.headers, body: JSON.parse(body) };
        res.end('{"data":{"a":1}}');
      });
    });
    expect(await httpCaller(`${url}/base/graphql`).call('registry', request)).toEqual({ data: { a: 1 } });
    expect(seen).toMatchObject({
      url: '/base/graphql',
      method: 'POST',
      headers: { authorization: 'Bearer good', 'x-request-id': 'request-1', 'content-type': 'application/json' },
    });
    expect(seen?.body).toEqual({ query: request.query, operationName: 'Q', variables: { a: 1 } });
  });

  it.each([
    ['a page', 200, '<html>', 'text/html'],
    ['a gateway error', 502, 'Bad Gateway', 'text/plain'],
    ['JSON that is no result', 200, '{"ok":true}', 'application/json'],
    ['null', 200, 'null', 'application/json'],
    ['an uncoded crash', 500, '{"errors":[{"message":"boom"}]}', 'application/json'],
    ['nothing', 204, '', 'application/json'],
    ['errors that are no list', 200, '{"data":{},"errors":"x"}', 'application/json'],
    ['an error that is no object', 200, '{"errors":[null]}', 'application/json'],
    ['an error without a text', 200, '{"data":{},"errors":[{"message":7}]}', 'application/json'],
    ['an error whose path is no list', 200, '{"errors":[{"message":"m","path":5}]}', 'application/json'],
  ])('takes %s for a subgraph that is not there', async (_what, status, body, type) => {
    const { url } = await listen(answering(status, body, type));
    expect(await httpCaller(url).call('registry', request)).toEqual(unavailable);
  });

  it.each([401, 400, 500])('takes a coded refusal as the answer whatever its status: %d', async (status) => {
    const errors = [{ message: 'No', extensions: { code: 'UNAUTHENTICATED' } }];
    const { url } = await listen(answering(status, JSON.stringify({ errors })));
    expect(await httpCaller(url).call('registry', request)).toEqual({ errors });
  });

  it('answers for a subgraph whose port is closed or whose address is not known', async () => {
    const { url, server } = await listen(answering(200, '{}'));
    await new Promise((resolve) => server.close(resolve));
    const caller = httpCaller(url);
    expect(await caller.call('registry', request)).toEqual(unavailable);
    expect(await caller.health('registry')).toBe('down');
    expect(await caller.health('services')).toBe('down');
    expect((await caller.call('services', request)).errors?.[0]?.extensions?.subgraph).toBe('services');
  });

  it.each(['headers', 'the body'])('gives up when %s do not come in time', async (what) => {
    const { url } = await listen((_req, res) => {
      if (what === 'the body') res.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
    });
    const result = await httpCaller(url, { timeoutMs: 30 }).call('registry', request);
    expect(result.errors?.[0]?.extensions?.code).toBe('SUBGRAPH_TIMEOUT');
  });

  it.each([
    ['a query', request.query, 2, { data: { a: 1 } }],
    ['a mutation', 'mutation M { a }', 1, unavailable],
  ])('knows what to do with %s after a connection that broke', async (_what, query, attempts, expected) => {
    let calls = 0;
    const { url } = await listen((req, res) => {
      calls += 1;
      if (calls === 1) req.socket.destroy();
      else res.end('{"data":{"a":1}}');
    });
    expect(await httpCaller(url).call('registry', { ...request, query })).toEqual(expected);
    expect(calls).toBe(attempts);
  });

  it('keeps connections and uses them again', async () => {
    let connections = 0;
    const { url, server } = await listen(answering(200, '{"data":{"a":1}}'));
    server.on('connection', () => {
      connections += 1;
    });
    const caller = httpCaller(url);
    for (let i = 0; i < 20; i++) await caller.call('registry', request);
    expect(connections).toBeLessThanOrEqual(2);
  });

  it('tells who is up by GET /health', async () => {
    const { url } = await listen((req, res) => {
      res.writeHead(req.url === '/health' ? 200 : 404);
      res.end();
    });
    expect(await httpCaller(url).health('registry')).toBe('up');
    expect(await httpCaller(`${url}/elsewhere`).health('registry')).toBe('down');
  });

  it('stops when nobody listens any more', async () => {
    const gone = new AbortController();
    const { url } = await listen(() => gone.abort());
    expect(await httpCaller(url).call('registry', { ...request, signal: gone.signal })).toEqual(unavailable);
    expect(await httpCaller(url).call('registry', { ...request, signal: AbortSignal.abort() })).toEqual(unavailable);
  });
});

describe('a change whose answer was lost', () => {
  const change = { ...request, query: 'mutation M { a }' };
  const textsOf = async (caller: SubgraphCaller, asked: SubgraphRequest = change) => {
    const { message, extensions } = (await caller.call('registry', asked)).errors?.[0] ?? {};
    return [
      extensions?.code,
      /Look before you repeat it/.test(message ?? ''),
      /Pārbaudiet, pirms atkārtojat/.test(String(extensions?.messageLv)),
    ];
  };
  const mounted = (execute: () => Promise<never>) =>
    new InProcessCaller(new Map([['registry' as DomainName, { execute }]]), { timeoutMs: 30 });

  it('may have been made, and the caller says so', async () => {
    const reset = await listen((req) => req.socket.destroy());
    const late = await listen(() => {});
    const nonsense = await listen(answering(502, 'Bad Gateway', 'text/plain'));
    expect(await textsOf(httpCaller(reset.url))).toEqual(['SUBGRAPH_UNAVAILABLE', true, true]);
    expect(await textsOf(httpCaller(late.url, { timeoutMs: 500 }))).toEqual(['SUBGRAPH_TIMEOUT', true, true]);
    expect(await textsOf(httpCaller(nonsense.url))).toEqual(['SUBGRAPH_UNAVAILABLE', true, true]);
    expect(await textsOf(mounted(() => never))).toEqual(['SUBGRAPH_TIMEOUT', true, true]);
    expect(await textsOf(mounted(() => Promise.reject(new Error('x'))))).toEqual(['SUBGRAPH_UNAVAILABLE', true, true]);
  });

  it('was surely not where it was never sent, and a read changes nothing', async () => {
    const closed = await listen(answering(200, '{}'));
    await new Promise((resolve) => closed.server.close(resolve));
    const opened = httpCaller(closed.url, { breaker: { failures: 1 } });
    for (let i = 0; i < 2; i++) expect(await textsOf(opened)).toEqual(['SUBGRAPH_UNAVAILABLE', false, false]);
    expect(opened.condition('registry')?.breaker).toBe('open');
    let hangUp: (() => void) | undefined;
    const late = await listen((req) => {
      hangUp = () => req.socket.destroy();
    });
    const queue = httpCaller(late.url, { connections: 1 });
    const first = textsOf(queue);
    expect(await textsOf(queue, { ...change, timeLeftMs: 5 })).toEqual(['SUBGRAPH_TIMEOUT', false, false]);
    while (!hangUp) await new Promise(setImmediate);
    hangUp();
    expect(await first).toEqual(['SUBGRAPH_UNAVAILABLE', true, true]);
    expect(await textsOf(httpCaller(late.url, { timeoutMs: 50 }), request)).toEqual(['SUBGRAPH_TIMEOUT', false, false]);
    expect(
      await textsOf(
        mounted(() => never),
        request,
      ),
    ).toEqual(['SUBGRAPH_TIMEOUT', false, false]);
    expect(await textsOf(new InProcessCaller(new Map()))).toEqual(['SUBGRAPH_UNAVAILABLE', false, false]);
  });
});

describe('both callers', () => {
  it('never throw, and answer an outage alike', async () => {
    const { url, server } = await listen(answering(200, '{}'));
    await new Promise((resolve) => server.close(resolve));
    const callers: SubgraphCaller[] = [httpCaller(url), new InProcessCaller(new Map())];
    const [overHttp, inProcess] = await Promise.all(callers.map((caller) => caller.call('registry', request)));
    expect(overHttp).toEqual(inProcess);
  });
});
