import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { type Bench, codeOf, type Sent } from '../bench.js';

const json = { 'content-type': 'application/json' };
const viewer = '{ viewer { subject } }';
const mutation = 'mutation { preparePaymentBatch(month: "2022-01-01") { added } }';
const query = (text: string) => JSON.stringify({ query: text });
const many = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i)).join(' ');

/** What is asked, and the status and code it gets: refused before any subgraph hears of it. */
const documents: [string, string, number, string | string[]][] = [
  ['an alias bomb', `{ ${many(500, (i) => `a${i}: viewer { subject }`)} }`, 400, 'COST_LIMIT'],
  [
    'aliases guessing 100 codes at once',
    `{ ${many(100, (i) => `a${i}: personByPersonalCode(personalCode: "32${String(i).padStart(4, '0')}-12345") { id }`)} }`,
    400,
    'COST_LIMIT',
  ],
  [
    'a fragment bomb (each fragment spreads the next twice)',
    `{ ...f0 } ${many(40, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f40 on Query { viewer { subject } }`,
    400,
    'COST_LIMIT',
  ],
  [
    'circular fragments',
    '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
    400,
    ['GRAPHQL_VALIDATION_FAILED', 'COST_LIMIT'],
  ],
  ['a fragment in itself', '{ ...a } fragment a on Query { viewer { subject } ...a }', 400, ['GRAPHQL_VALIDATION_FAILED', 'COST_LIMIT']],
  [
    'deep nesting (person, household, members, person, ...)',
    `{ persons(first: 1) { nodes { ${'household { members { person { '.repeat(30)} id ${' } } }'.repeat(30)} } } }`,
    400,
    'COST_LIMIT',
  ],
  ['ten thousand brackets', `${'{ a '.repeat(10_000)}${'}'.repeat(10_000)}`, 400, ['COST_LIMIT', 'GRAPHQL_PARSE_FAILED']],
  ['a page of a million', '{ persons(first: 1000000) { nodes { id } } }', 400, 'BAD_USER_INPUT'],
  ['a negative page', '{ persons(first: -1) { nodes { id } } }', 200, 'BAD_USER_INPUT'],
  [
    'pages within pages',
    '{ persons(first: 200) { nodes { applications(first: 200) { nodes { household { members { person { applications(first: 200) { nodes { id } } } } } } } } } }',
    400,
    'COST_LIMIT',
  ],
  ['ten thousand directives', `{ viewer { subject ${many(10_000, () => '@include(if: true)')} } }`, 400, 'COST_LIMIT'],
  ['introspection in a spiral', `{ __schema { types { ${'fields { type { '.repeat(20)} name ${' } }'.repeat(20)} } } }`, 400, 'COST_LIMIT'],
  [
    '_entities through the gateway',
    '{ _entities(representations: [{ __typename: "Person", id: "x" }]) { __typename } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['_service through the gateway', '{ _service { sdl } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a subscription', 'subscription { viewer { subject } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['@defer', '{ ... @defer { viewer { subject } } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['two operations and no name', 'query a { viewer { subject } } query b { viewer { subject } }', 400, 'OPERATION_RESOLUTION_FAILURE'],
  ['a document that does not parse', '{ viewer { subject ', 400, 'GRAPHQL_PARSE_FAILED'],
];

/** What is sent instead of a good request, and the status and code it gets. The director's token goes along. */
const envelopes: [string, Sent, number, string][] = [
  ['an array of requests (batching)', { headers: json, body: `[${query(viewer)},${query(viewer)}]` }, 400, 'BAD_REQUEST'],
  [
    'a mutation by GET',
    { method: 'GET', path: `/graphql?query=${encodeURIComponent(mutation)}`, headers: { 'apollo-require-preflight': '1' } },
    405,
    'BAD_REQUEST',
  ],
  ['a query by GET as an <img> would send it', { method: 'GET', path: `/graphql?query=${encodeURIComponent(viewer)}` }, 400, 'BAD_REQUEST'],
  [
    'a mutation by GET as an <img> would send it',
    { method: 'GET', path: `/graphql?query=${encodeURIComponent(mutation)}` },
    400,
    'BAD_REQUEST',
  ],
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `query=${encodeURIComponent(mutation)}` },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['JSON called text/plain', { headers: { 'content-type': 'text/plain' }, body: query(mutation) }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'a multipart upload',
    {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${query(mutation)}\r\n--x--`,
    },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['GraphQL as application/graphql', { headers: { 'content-type': 'application/graphql' }, body: viewer }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['malformed JSON', { headers: json, body: '{"query": "{ viewer { subject } }"' }, 400, 'BAD_REQUEST'],
  ['JSON that is null', { headers: json, body: 'null' }, 400, 'BAD_REQUEST'],
  ['JSON that is text', { headers: json, body: '"{ viewer { subject } }"' }, 400, 'BAD_REQUEST'],
  ['a query that is a number', { headers: json, body: '{"query": 1}' }, 400, 'BAD_REQUEST'],
  ['variables that are a list', { headers: json, body: '{"query": "{ viewer { subject } }", "variables": [1]}' }, 400, 'BAD_REQUEST'],
  ['a body of two megabytes', { headers: json, body: query(`# ${'x'.repeat(2_000_000)}\n${viewer}`) }, 413, 'PAYLOAD_TOO_LARGE'],
  [
    'a zip bomb',
    { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(20_000_000, 32)) },
    413,
    'PAYLOAD_TOO_LARGE',
  ],
  ['an encoding nobody knows', { headers: { ...json, 'content-encoding': 'x-none' }, body: query(viewer) }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'a character set nobody knows',
    { headers: { 'content-type': 'application/json; charset=ebcdic' }, body: query(viewer) },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a hash instead of a query (persisted query)',
    { headers: json, body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }) },
    200,
    'PERSISTED_QUERY_NOT_SUPPORTED',
  ],
  [
    'another method by a header',
    { method: 'GET', path: `/graphql?query=${encodeURIComponent(mutation)}`, headers: { 'x-http-method-override': 'POST' } },
    400,
    'BAD_REQUEST',
  ],
];

/** What leaves the house with no error: stacks, statements, files, suggestions. */
export const inside = /node_modules|\bat [\w.<>]+ \(|\.ts:\d|select .* from |pg_|DriverException|Did you mean|"stacktrace"/i;

/** Documents and envelopes that are no honest question. */
export function requestAttacks(the: () => Bench): void {
  describe('a document', () => {
    it.each(documents)('that is %s is refused and reaches no subgraph', async (_, text, status, codes) => {
      const b = the();
      await b.token('director');
      let answer = await b.as('director', viewer);
      const { total } = await b.graph.statementsDuring(async () => {
        answer = await b.as('director', text);
      });
      expect([answer.status, [codes].flat().includes(codeOf(answer)), codeOf(answer)]).toEqual([status, true, codeOf(answer)]);
      expect(answer.text).not.toMatch(inside);
      expect(total).toBe(0);
    });

    it.each(['ngo-a', 'region-analyst'] as const)('that looks for staff fields by introspection, as %s, finds none', async (persona) => {
      const b = the();
      const { data } = await b.as(
        persona,
        `query Q { ...q } fragment q on Query { __schema { ...s } p: __type(name: "SocialCase") { name } f: __type(name: "AuditTrail") { name } a: __type(name: "_Any") { name } }
         fragment s on __Schema { queryType { fields { name args { name } } } types { name fields { name } inputFields { name } enumValues { name } } }`,
      );
      expect(data).toMatchObject({ p: null, f: null, a: null });
      const fields = data.__schema.queryType.fields.map((f: { name: string }) => f.name);
      for (const hidden of [
        'person',
        'persons',
        'personByPersonalCode',
        'household',
        'socialCase',
        'auditTrail',
        '_entities',
        '_service',
        'applications',
      ])
        expect(fields).not.toContain(hidden);
      expect(JSON.stringify(data)).not.toMatch(/circumstances|"cases"|payeeAccount|"notes"|"caseload"/);
      if (persona === 'region-analyst') expect(JSON.stringify(data)).not.toMatch(/"Person"|personalCode|givenName/);
    });

    it.each([
      ['a field nearly right', '{ viewer { subjec } }'],
      ['a root field nearly right', '{ person_ { id } }'],
      ['an argument nearly right', '{ persons(searc: "x") { totalCount } }'],
      ['a type nearly right', '{ viewer { ... on Viewr { subject } } }'],
      ['an enum value nearly right', '{ vacancies(kind: SHELTE) { free } }'],
      ['an input field nearly right', '{ applications(filter: { stat: SUBMITTED }) { totalCount } }'],
      ['a fragment nearly right', '{ ...abc } fragment abd on Query { viewer { subject } }'],
    ])('with %s is told no other name', async (_, text) => {
      for (const persona of ['director', 'ngo-a', 'region-analyst'] as const) {
        const answer = await the().as(persona, text);
        expect(answer.status).toBe(400);
        expect(answer.text).not.toMatch(inside);
      }
    });

    it('without a token gets no introspection, through a fragment neither', async () => {
      for (const text of [
        '{ __schema { types { name } } }',
        '{ ...a } fragment a on Query { __type(name: "Person") { name } }',
        '{ __typename }',
      ]) {
        for (const audience of ['STAFF', 'REGIONAL', 'PARTNER'] as const) {
          const answer = await the().ask(null, text, {}, audience);
          expect([answer.status, codeOf(answer), answer.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
        }
      }
    });
  });

  describe('an envelope', () => {
    it.each(envelopes)('that is %s is refused', async (_, sent, status, code) => {
      const b = the();
      const headers = { authorization: `Bearer ${await b.token('director')}`, ...sent.headers };
      const answer = await b.send({ ...sent, headers });
      expect([answer.status, codeOf(answer), answer.data ?? null]).toEqual([status, code, null]);
      expect(answer.text).not.toMatch(inside);
    });

    it('with __proto__ and constructor in its variables changes no prototype', async () => {
      const b = the();
      const body = `{"query":"{ viewer { subject } }","variables":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},"__proto__":{"polluted":1}}`;
      const answer = await b.send({ headers: { ...json, authorization: `Bearer ${await b.token('director')}` }, body });
      expect(answer.status).toBe(200);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    });

    it.each([
      ['a line break', 'abcdefgh%0d%0aset-cookie:a=b'],
      ['script', '<script>alert(1)</script>'],
      ['a thousand characters', 'a'.repeat(1_000)],
      ['JSON', '{"level":"error"}'],
    ])('whose request id is %s is answered under another one', async (_, id) => {
      const b = the();
      const answer = await b.send({
        headers: { ...json, 'x-request-id': id, authorization: `Bearer ${await b.token('director')}` },
        body: query(viewer),
      });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(b.log.join('\n')).not.toContain(id.slice(0, 24));
    });

    it('whose request id breaks the line on the wire opens no second header', async () => {
      const b = the();
      const { port } = new URL(b.url);
      const text = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.end('GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-request-id: abcdefgh\rset-cookie: a=b\r\n\r\n'),
        );
        let got = '';
        socket.on('data', (chunk) => {
          got += chunk;
        });
        socket.on('end', () => resolve(got));
        socket.on('error', reject);
      });
      expect(text).not.toMatch(/set-cookie/i);
    });
  });

  it.each([
    '/explorer/../package.json',
    '/explorer/..%2f..%2fpackage.json',
    '/explorer/%2e%2e/%2e%2e/package.json',
    '/explorer/vendor/../../../../etc/passwd',
    '/explorer/vendor/..%5c..%5cpackage.json',
    '/explorer//etc/passwd',
    '/explorer/explorer.js%00.html',
    '/explorer/vendor/%252e%252e/package.json',
    '/.data/dev-issuer.json',
  ])('a path out of the explorer, %s, finds nothing', async (path) => {
    const { port } = new URL(the().url);
    const [status, text] = await new Promise<[number, string]>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path }, (response) => {
        let got = '';
        response.on('data', (chunk) => {
          got += chunk;
        });
        response.on('end', () => resolve([response.statusCode ?? 0, got]));
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/root:|"dependencies"|"crv"/);
  });
}
