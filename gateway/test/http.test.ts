import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevIssuer, localKeys, personaNames, TokenVerifier } from '@atbalsts/auth';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphAudience } from '../src/audiences/audience.js';
import { PortInUseError } from '../src/http/start-gateway.js';
import { ask, send, startToyFederation, type ToyFederation } from './toy-federation.js';

const code = (answer: { errors?: { extensions: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions.code;
const json = { 'content-type': 'application/json' };
const staff = { authorization: 'Bearer staff' };

describe('the door of each graph', () => {
  let toy: ToyFederation;
  beforeAll(async () => {
    toy = await startToyFederation('in process');
  });
  afterAll(() => toy.stop());
  afterEach(() => {
    toy.state.seen.length = 0;
    toy.log.length = 0;
  });

  const doors: GraphAudience[] = ['STAFF', 'REGIONAL', 'PARTNER'];
  const tokens = ['staff', 'regional', 'partner', 'system', 'forged', ''];

  it.each(doors.flatMap((door) => tokens.map((token) => [door, token] as const)))(
    'of %s before the token "%s"',
    async (audience, token) => {
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : { authorization: '' };
      const answer = await ask(toy.url, '{ viewer { subject } __schema { queryType { name } } }', undefined, { audience, headers });
      if (token.toUpperCase() === audience) {
        expect([answer.status, answer.data?.viewer.subject]).toEqual([200, 'toy']);
        return;
      }
      const known = ['staff', 'regional', 'partner', 'system'].includes(token);
      expect([answer.status, code(answer)]).toEqual(known ? [403, 'FORBIDDEN'] : [401, 'UNAUTHENTICATED']);
      expect(answer.data).toBeUndefined();
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        messageLv: expect.any(String),
        requestId: answer.headers.get('x-request-id'),
      });
      expect(answer.headers.get('www-authenticate')).toBe(known ? null : 'Bearer realm="atbalsts"');
      expect(toy.state.seen).toHaveLength(0);
    },
  );

  it('shows each audience its own schema and no more', async () => {
    const names = async (audience: GraphAudience) => {
      const answer = await ask(toy.url, '{ __schema { types { name } queryType { fields { name } } } }', undefined, { audience });
      const types = answer.data?.__schema.types.map(({ name }: { name: string }) => name).filter((name: string) => !name.startsWith('__'));
      return { types, fields: answer.data?.__schema.queryType.fields.map(({ name }: { name: string }) => name) };
    };
    expect((await names('STAFF')).types).toEqual(expect.arrayContaining(['Person', 'SocialCase', 'Date', 'Euro']));
    expect(await names('REGIONAL')).toEqual({
      types: expect.not.arrayContaining(['Person', 'SocialCase', 'PersonalCode', 'MeansInput']),
      fields: ['viewer', 'town', 'serviceTypes'],
    });
    expect(await names('PARTNER')).toEqual({
      types: expect.not.arrayContaining(['Town', 'SocialCase']),
      fields: ['viewer', 'serviceTypes'],
    });
  });

  it('refuses on the regional graph what only the staff graph has', async () => {
    const answer = await ask(toy.url, '{ persons { name } }', undefined, { audience: 'REGIONAL' });
    expect([answer.status, code(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('reads no body before it knows the token', async () => {
    const answer = await send(`${toy.url}/graphql`, { method: 'POST', headers: json, body: '{ not json' });
    expect([answer.status, code(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('GraphQL over HTTP', () => {
  let toy: ToyFederation;
  beforeAll(async () => {
    toy = await startToyFederation('in process');
  });
  afterAll(() => toy.stop());
  afterEach(() => {
    toy.log.length = 0;
  });
  const query = JSON.stringify({ query: '{ viewer { subject } }' });
  const post = (headers: Record<string, string>, body: string) =>
    send(`${toy.url}/graphql`, { method: 'POST', headers: { ...json, ...staff, ...headers }, body });

  it.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json, application/json', 'application/graphql-response+json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('answers who accepts %s with %s, refusals too', async (accept, type) => {
    expect((await post({ accept }, query)).type).toBe(type);
    expect((await post({ accept, authorization: '' }, query)).type).toBe(type);
    expect((await post({ accept }, '{ not json')).type).toBe(type);
  });

  it('answers 406 to who accepts nothing it can give', async () => {
    expect((await post({ accept: 'image/png' }, query)).status).toBe(406);
  });

  it.each([
    ['malformed JSON', {}, '{ not json', 400, 'BAD_REQUEST'],
    ['a body that is no object', {}, '"query"', 400, 'BAD_REQUEST'],
    ['an empty body', {}, '', 400, 'BAD_REQUEST'],
    ['no query', {}, '{"variables":{}}', 400, 'BAD_REQUEST'],
    ['variables that are no object', {}, '{"query":"{ __typename }","variables":[1]}', 400, 'BAD_REQUEST'],
    ['a batch', {}, `[${query},${query}]`, 400, 'BAD_REQUEST'],
    ['a form', { 'content-type': 'text/plain' }, query, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['an unknown character set', { 'content-type': 'application/json; charset=klingon' }, query, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a body over 1 MB',
      {},
      JSON.stringify({ query: '{ __typename }', variables: { pad: 'x'.repeat(1_100_000) } }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    ['a query of too many tokens', {}, JSON.stringify({ query: `{ ${'a '.repeat(30_000)} }` }), 400, 'COST_LIMIT'],
  ])('refuses %s with a coded error', async (_what, headers, body, status, expected) => {
    const answer = await post(headers as Record<string, string>, body);
    expect([answer.status, code(answer)]).toEqual([status, expected]);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ messageLv: expect.any(String), requestId: answer.headers.get('x-request-id') });
    expect(answer.text).not.toMatch(/node_modules|at \w+ \(/);
    const again = await post({}, query);
    expect(again.status).toBe(200);
  });

  it('takes a query by GET when the request cannot be forged by a form, and no mutation', async () => {
    const get = (text: string, headers: Record<string, string>) =>
      send(`${toy.url}/graphql?query=${encodeURIComponent(text)}`, { headers: { ...staff, ...headers } });
    expect(code(await get('{ viewer { subject } }', {}))).toBe('BAD_REQUEST');
    expect((await get('{ viewer { subject } }', { 'apollo-require-preflight': '1' })).data).toEqual({ viewer: { subject: 'toy' } });
    const mutation = await get('mutation { note(text: "x") }', { 'apollo-require-preflight': '1' });
    expect([mutation.status, code(mutation)]).toEqual([405, 'BAD_REQUEST']);
  });

  it.each([['short'], ['with space in it'], ['x'.repeat(65)], ['<script>alert(1)</script>']])(
    'does not take over the request id "%s"',
    async (given) => {
      const answer = await post({ 'x-request-id': given }, query);
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('writes one line per request, with nothing personal in it', async () => {
    await post(
      { 'x-request-id': 'line-of-log-1' },
      JSON.stringify({ query: 'query Find($id: ID!) { person(id: $id) { name } }', variables: { id: 'p1' }, operationName: 'Find' }),
    );
    await post({ authorization: '' }, query);
    expect(toy.log).toEqual([
      {
        level: 'info',
        audience: 'STAFF',
        operation: expect.stringMatching(/^[0-9a-f]{12}$/),
        status: 200,
        code: 'OK',
        ms: expect.any(Number),
        requestId: 'line-of-log-1',
      },
      {
        level: 'info',
        audience: 'STAFF',
        operation: null,
        status: 401,
        code: 'UNAUTHENTICATED',
        ms: expect.any(Number),
        requestId: expect.any(String),
      },
    ]);
    expect(JSON.stringify(toy.log)).not.toMatch(/Anna|Bearer|"p1"/);
  });

  it('says nothing of the software it runs on', async () => {
    const answer = await post({}, query);
    expect([answer.headers.get('x-powered-by'), answer.headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  it('counts answers by audience and code, with their durations', async () => {
    await ask(toy.url, '{ viewer { subject } }', undefined, { audience: 'REGIONAL' });
    await ask(toy.url, '{ nothing }', undefined, { audience: 'REGIONAL' });
    const { text, type } = await send(`${toy.url}/metrics`);
    expect(type).toMatch(/^text\/plain; version=0.0.4/);
    expect(text).toMatch(/^atbalsts_gateway_requests_total\{audience="REGIONAL",code="OK"\} 1$/m);
    expect(text).toMatch(/^atbalsts_gateway_requests_total\{audience="REGIONAL",code="GRAPHQL_VALIDATION_FAILED"\} 1$/m);
    expect(text).toMatch(/^atbalsts_gateway_request_duration_seconds_bucket\{le="\+Inf",audience="REGIONAL"\} 2$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('answers an unknown address with a coded 404', async () => {
    const answer = await send(`${toy.url}/nothing`);
    expect([answer.status, code(answer)]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('starting and stopping', () => {
  it('says in one line that the port is in use, and leaves nothing behind', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const attempt = startToyFederation('in process', { gateway: { config: { port, host: '127.0.0.1' } } });
    await expect(attempt).rejects.toThrow(PortInUseError);
    await expect(attempt).rejects.toThrow(new RegExp(`^Port ${port} on 127.0.0.1 is in use: [^\\n]*$`));
    await new Promise((resolve) => other.close(resolve));
  });

  it('finishes what is under way before it stops, and takes nothing new', async () => {
    const toy = await startToyFederation('in process', { gateway: { drainMs: 600_000 } });
    let finish: (value: string) => void = () => {};
    toy.state.slow = new Promise((resolve) => {
      finish = resolve;
    });
    const started = new Promise<void>((resolve) => {
      const push = toy.state.seen.push.bind(toy.state.seen);
      toy.state.seen.push = (...items) => {
        resolve();
        return push(...items);
      };
    });
    const underWay = ask(toy.url, '{ slow }');
    await started;
    const stopped = toy.gateway.stop();
    await expect(refusesConnections(toy.url)).resolves.toBe(true);
    finish('done');
    expect((await underWay).data).toEqual({ slow: 'done' });
    await stopped;
    await toy.stop();
  });
});

const refusesConnections = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });

describe('the explorer', () => {
  let toy: ToyFederation;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atbalsts-gateway-'));
    const devIssuer = await DevIssuer.open(folder);
    const verifier = new TokenVerifier(localKeys(devIssuer.jwks()), { issuer: devIssuer.issuer });
    toy = await startToyFederation('in process', { gateway: { devIssuer, verifier } });
  });
  afterAll(async () => {
    await toy.stop();
    await rm(folder, { recursive: true });
  });

  it.each(['/explorer', '/explorer/'])('serves its page at %s under a strict policy, with nothing from elsewhere', async (path) => {
    const page = await send(`${toy.url}${path}`);
    expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(page.text).not.toMatch(/https?:\/\/|<script>|onclick=|style="/);
    const parts = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
    expect(parts.length).toBeGreaterThanOrEqual(6);
    for (const part of [...parts, '/explorer/queries.js']) {
      const answer = await send(`${toy.url}${part}`);
      expect([part, answer.status, answer.type]).toEqual([
        part,
        200,
        part?.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      ]);
      if (!part?.includes('/vendor/')) expect(answer.text).not.toMatch(/https?:\/\//);
    }
  });

  it("offers every persona and gives a token that opens that persona's graph", async () => {
    const { devIssuer, personas } = (await (await fetch(`${toy.url}/explorer/personas`)).json()) as {
      devIssuer: boolean;
      personas: { persona: string; endpoint: string }[];
    };
    expect(devIssuer).toBe(true);
    expect(personas.map(({ persona }) => persona)).toEqual([...personaNames]);
    for (const { persona, endpoint } of personas.filter(({ persona }) => ['director', 'region-analyst', 'ngo-a'].includes(persona))) {
      const answer = await fetch(`${toy.url}/explorer/token`, { method: 'POST', headers: json, body: JSON.stringify({ persona }) });
      const { token } = (await answer.json()) as { token: string };
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const viewer = await send(`${toy.url}${endpoint}`, {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ viewer { subject } }' }),
      });
      expect(viewer.data).toEqual({ viewer: { subject: 'toy' } });
    }
  });

  it.each([[{ persona: 'mayor' }], [{}], [{ persona: ['director'] }]])('refuses a token for %j', async (body) => {
    const answer = await send(`${toy.url}/explorer/token`, { method: 'POST', headers: json, body: JSON.stringify(body) });
    expect([answer.status, code(answer)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('shows the public key of the development issuer and nothing private', async () => {
    const { keys } = (await (await fetch(`${toy.url}/.well-known/jwks.json`)).json()) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('gives no token and no key without the development issuer', async () => {
    const production = await startToyFederation('in process');
    try {
      expect(
        (await send(`${production.url}/explorer/token`, { method: 'POST', headers: json, body: '{"persona":"director"}' })).status,
      ).toBe(404);
      expect((await send(`${production.url}/.well-known/jwks.json`)).status).toBe(404);
      expect(await (await fetch(`${production.url}/explorer/personas`)).json()).toEqual({ devIssuer: false, personas: [] });
    } finally {
      await production.stop();
    }
  });
});
