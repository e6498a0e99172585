import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { clientQuery, reportQuery } from '../../test/support/queries.js';
import { audienceNames, type GraphAudience } from '../src/audiences/audience.js';
import {
  addTrustedDocument,
  DocumentError,
  documentHash,
  documentProblems,
  readTrustedDocuments,
} from '../src/documents/trusted-documents.js';
import { costOf } from '../src/limits/cost.js';
import { readCostModel } from '../src/limits/cost-model.js';
import { type AudienceLimits, limits } from '../src/limits/limits.js';
import { firstExcess } from '../src/limits/refusal.js';
import { structureExcess } from '../src/limits/structure.js';
import { partnerDocumentsFolder } from '../src/paths.js';
import { realSupergraphs } from './real-subgraphs.js';
import { ask, send, startToyFederation, type ToyFederation, toySupergraphs } from './toy-federation.js';

const code = (answer: { errors?: { extensions: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions.code;
const withLimits = (changed: Partial<AudienceLimits>) => ({ ...limits, STAFF: { ...limits.STAFF, ...changed } });
const introspectionQuery = getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true });

describe('a request that asks for too much', () => {
  let toy: ToyFederation;
  beforeAll(async () => {
    const small = {
      tokens: 600,
      depth: 4,
      aliases: 3,
      rootFields: 5,
      selections: 20,
      cost: 60,
      introspectionDepth: 15,
      introspectionCost: 17_000,
    };
    toy = await startToyFederation('in process', { gateway: { limits: withLimits(small) } });
  });
  afterAll(() => toy.stop());
  afterEach(() => {
    toy.state.seen.length = 0;
    toy.log.length = 0;
  });

  it.each([
    ['tokens', `{ viewer { subject } ${'serviceTypes '.repeat(600)} }`, 600, 601],
    [
      'depth',
      '{ persons { cases { a: number ...F } } } fragment F on SocialCase { ... { __typename nobody { nobody { nobody } } } }',
      4,
      5,
    ],
    ['aliases', '{ a: serviceTypes b: serviceTypes c: serviceTypes viewer { d: subject } }', 3, 4],
    ['rootFields', '{ ...F ...F } fragment F on Query { __typename serviceTypes refused }', 5, 6],
    ['selections', '{ viewer { ...A ...A ...A } } fragment A on Viewer { ...B ...B } fragment B on Viewer { subject token }', 20, 22],
    ['cost', '{ persons { id cases { number } } ghost { cases { number } } }', 60, 121],
    ['introspectionDepth', `{ __schema { types ${'{ ofType '.repeat(13)} { name } ${'}'.repeat(13)} } }`, 15, 16],
    ['introspectionCost', '{ __schema { types { fields { args { type { fields { args { name } } } } } } } }', 17_000, 112_111],
  ])('is refused for its %s before anything is executed', async (measure, query, limit, actual) => {
    const answer = await ask(toy.url, query);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.message).toMatch(new RegExp(`^The request asks for too much: .* ${actual}, at most ${limit}$`));
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'COST_LIMIT',
      messageLv: expect.stringMatching(new RegExp(`^Pieprasījums ir pārāk apjomīgs: .* ${actual}, atļauts ne vairāk kā ${limit}$`)),
      measure,
      limit,
      actual,
      requestId: answer.headers.get('x-request-id'),
    });
    expect(toy.state.seen).toHaveLength(0);
    expect(toy.log).toMatchObject([{ status: 400, code: 'COST_LIMIT' }]);
  });

  it('is refused again and again, and leaves good ones alone', async () => {
    const bad = '{ a: serviceTypes b: serviceTypes c: serviceTypes d: serviceTypes }';
    for (const query of [bad, '{ serviceTypes }', bad, '{ serviceTypes }']) {
      expect(code(await ask(toy.url, query))).toBe(query === bad ? 'COST_LIMIT' : undefined);
    }
  });

  it('is refused by GET as by POST', async () => {
    const query = encodeURIComponent('{ a: serviceTypes b: serviceTypes c: serviceTypes d: serviceTypes }');
    const headers = { authorization: 'Bearer staff', 'apollo-require-preflight': '1' };
    expect(code(await send(`${toy.url}/graphql?query=${query}`, { headers }))).toBe('COST_LIMIT');
  });

  it('does not hide an unknown field behind its cost', async () => {
    expect(code(await ask(toy.url, '{ persons { id cases { number nothing } } ghost { cases { number } } }'))).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('is refused by validation where its fragments go round in a circle', async () => {
    const answer = await ask(toy.url, '{ ghost { ...A } } fragment A on Person { id ...B } fragment B on Person { name ...A }');
    expect([answer.status, code(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('may be as large as each limit, and introspect', async () => {
    const answer = await ask(
      toy.url,
      '{ a: serviceTypes b: serviceTypes c: serviceTypes persons { cases { number } } viewer { subject } }',
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'COST_LIMIT', measure: 'cost', actual: 111 } }]);
    expect(
      (await ask(toy.url, '{ a: serviceTypes b: serviceTypes c: serviceTypes persons { id } viewer { subject } }')).errors,
    ).toBeUndefined();
    expect((await ask(toy.url, '{ __schema { queryType { name } } viewer { subject } }')).errors).toBeUndefined();
  });

  it.each(['mutation { viewer }', 'subscription { viewer }'])(
    'of a kind that the graph does not have is no fault of ours: %s',
    async (query) => {
      const answer = await ask(toy.url, query, undefined, { audience: 'PARTNER' });
      expect([answer.status, code(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(toy.log.filter(({ level }) => level === 'error')).toEqual([]);
    },
  );
});

describe('the limits of the real graphs', () => {
  const models = Object.fromEntries(audienceNames.map((audience) => [audience, readCostModel(realSupergraphs[audience])])) as Record<
    GraphAudience,
    ReturnType<typeof readCostModel>
  >;
  const excess = (audience: GraphAudience, text: string, variables?: Record<string, unknown>) => {
    const structure = structureExcess(text, limits[audience]);
    if (structure) return structure;
    const document = parse(text);
    expect(validate(models[audience].schema, document)).toEqual([]);
    const { page, ...measured } = costOf(models[audience], document, getOperationAST(document) as never, variables);
    return page && page.size > limits[audience].page ? { measure: 'page', actual: page.size } : firstExcess(measured, limits[audience]);
  };

  it.each(audienceNames)('of %s let the explorer open: its own queries and the schema', async (audience) => {
    const { queries } = (await import('../explorer/queries.js' as string)) as { queries: Record<GraphAudience, { query: string }[]> };
    for (const { query } of queries[audience]) expect(excess(audience, query)).toBeNull();
    expect(excess(audience, introspectionQuery)).toBeNull();
  });

  it('let the portal ask for the largest page of clients and for the annual report', () => {
    expect(excess('STAFF', clientQuery, { first: 200 })).toBeNull();
    expect(excess('STAFF', reportQuery)).toBeNull();
  });

  it('let a partner ask for a page of referrals with a page of deliveries, but not for thirty of them', () => {
    const pages = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `a${i}: referrals(first: 100) { nodes { deliveries(first: 100) { nodes { id } } } }`).join(' ')} }`;
    expect(excess('PARTNER', pages(1))).toBeNull();
    expect(excess('PARTNER', pages(2))).toMatchObject({ measure: 'cost', actual: 2 * 10_201 });
    expect(excess('PARTNER', pages(30))).not.toBeNull();
  });

  it('let nobody walk in circles', () => {
    const circle = (levels: number): string => (levels ? `region { municipalities { code ${circle(levels - 1)} } }` : '');
    expect(excess('REGIONAL', `{ municipalities { code ${circle(1)} } }`)).toBeNull();
    expect(excess('REGIONAL', `{ municipalities { code ${circle(4)} } }`)).not.toBeNull();
  });
});

describe('a page that is too large', () => {
  it('is bad input before anything is executed, as a literal and as a variable', async () => {
    const toy = await startToyFederation('in process', { gateway: { supergraphs: realSupergraphs } });
    try {
      for (const [query, variables] of [
        ['{ referrals(first: 100000) { nodes { id } } }', {}],
        ['query ($n: Int!) { referrals { nodes { deliveries(first: $n) { totalCount } } } }', { n: 201 }],
      ] as const) {
        const answer = await ask(toy.url, query, variables, { audience: 'PARTNER' });
        expect([answer.status, code(answer)]).toEqual([400, 'BAD_USER_INPUT']);
        expect(answer.errors?.[0]).toMatchObject({
          message: 'Argument "first" must be at most 200',
          extensions: { argument: 'first', limit: 200, messageLv: 'Arguments "first" nedrīkst pārsniegt 200' },
        });
      }
      expect(toy.state.seen).toHaveLength(0);
    } finally {
      await toy.stop();
    }
  });
});

describe('the rate limit', () => {
  const clock = { ms: 0 };
  let toy: ToyFederation;
  beforeAll(async () => {
    toy = await startToyFederation('in process', { gateway: { limits: withLimits({ requestsPerMinute: 60 }), clock: () => clock.ms } });
  });
  afterAll(() => toy.stop());
  afterEach(() => {
    clock.ms += 60_000;
  });
  const burst = (times: number, headers?: Record<string, string>) =>
    Promise.all(Array.from({ length: times }, () => ask(toy.url, '{ serviceTypes }', undefined, { headers })));
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

  it('lets fifty requests at once through, and refuses what is over the limit with the seconds to wait', async () => {
    expect(statuses(await burst(50))).toEqual(Array<number>(50).fill(200));
    expect(statuses(await burst(11))).toEqual([...Array<number>(10).fill(200), 429]);
    const [refused] = await burst(1);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(refused?.errors).toEqual([
      {
        message: 'Too many requests: try again in 1 s',
        extensions: {
          code: 'RATE_LIMIT',
          messageLv: 'Pārāk daudz pieprasījumu: mēģiniet vēlreiz pēc 1 s',
          retryAfter: 1,
          requestId: refused?.headers.get('x-request-id'),
        },
      },
    ]);
    clock.ms += 1_000;
    expect(statuses(await burst(2))).toEqual([200, 429]);
  });

  it('counts each graph apart', async () => {
    await burst(61);
    expect((await ask(toy.url, '{ serviceTypes }', undefined, { audience: 'REGIONAL' })).status).toBe(200);
  });

  it('counts what has no good token by its address, and shuts out nobody who has one', async () => {
    const forged = { authorization: 'Bearer forged' };
    const answers = await burst(601, forged);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(600);
    expect(answers.filter((answer) => code(answer) === 'RATE_LIMIT')).toHaveLength(1);
    expect(statuses(await burst(1))).toEqual([200]);
  });
});

describe('the time of a request', () => {
  it('is limited for a query: what is not there by then is empty, with TIMEOUT', async () => {
    const toy = await startToyFederation('in process', { gateway: { limits: withLimits({ seconds: 0.2 }) } });
    let finish: (value: string) => void = () => {};
    toy.state.slow = new Promise((resolve) => {
      finish = resolve;
    });
    try {
      const answer = await ask(toy.url, '{ slow }');
      expect(answer.data).toEqual({ slow: null });
      expect(answer.errors).toMatchObject([
        {
          path: ['slow'],
          extensions: { code: 'TIMEOUT', subgraph: 'registry', messageLv: expect.stringContaining('ilga vairāk nekā 0.2 s') },
        },
      ]);
    } finally {
      finish('late');
      await toy.stop();
    }
  });

  it('is not limited for a mutation', async () => {
    const toy = await startToyFederation('in process', { gateway: { limits: withLimits({ seconds: 0 }) } });
    try {
      expect((await ask(toy.url, 'mutation { note(text: "x") }')).data).toEqual({ note: 'x' });
      expect(toy.state.seen[0]?.request.signal?.aborted).not.toBe(true);
    } finally {
      await toy.stop();
    }
  });
});

describe('trusted documents', () => {
  const known = 'query Known {\n  viewer { subject }\n}\n';
  let folder: string;
  let toy: ToyFederation;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atbalsts-documents-'));
    await writeFile(join(folder, 'known.graphql'), known);
    await writeFile(join(folder, 'notes.txt'), '{ serviceTypes }');
    const config = { port: 0, host: '127.0.0.1', trustedDocuments: true };
    toy = await startToyFederation('in process', { gateway: { config, documentsFolder: folder } });
  });
  afterAll(async () => {
    await toy.stop();
    await rm(folder, { recursive: true });
  });
  const partner = { audience: 'PARTNER' } as const;

  it.each([known, known.trim(), `\n ${known}`])('run when a partner sends their text: %j', async (text) => {
    expect((await ask(toy.url, text, undefined, partner)).data).toEqual({ viewer: { subject: 'toy' } });
  });

  it.each([
    '{ viewer { subject } }',
    '{ serviceTypes }',
    `${known} # more`,
    '{ __schema { queryType { name } } }',
    '{ not even GraphQL',
    documentHash(known),
    'x'.repeat(100_000),
  ])('are all that a partner may run: %.40s', async (text) => {
    toy.state.seen.length = 0;
    const answer = await ask(toy.url, text, undefined, partner);
    expect([answer.status, code(answer)]).toEqual([400, 'DOCUMENT_UNKNOWN']);
    expect(answer.errors?.[0]?.extensions.messageLv).toBe('Šis vaicājums nav starp ar jums saskaņotajiem');
    expect(toy.state.seen).toHaveLength(0);
  });

  it('cannot be got round by GET, by a batch, or by a hash that promises another text', async () => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer partner', 'apollo-require-preflight': '1' };
    const post = (body: unknown) => send(`${toy.url}/partner/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(code(await send(`${toy.url}/partner/graphql?query=${encodeURIComponent('{ serviceTypes }')}`, { headers }))).toBe(
      'DOCUMENT_UNKNOWN',
    );
    expect((await send(`${toy.url}/partner/graphql?query=${encodeURIComponent(known)}`, { headers })).data).toEqual({
      viewer: { subject: 'toy' },
    });
    expect(code(await send(`${toy.url}/partner/graphql?query=${encodeURIComponent(known)}&query=%7BserviceTypes%7D`, { headers }))).toBe(
      'BAD_REQUEST',
    );
    expect(code(await post([{ query: '{ serviceTypes }' }]))).toBe('BAD_REQUEST');
    const padded = `${Array.from({ length: 1_200 }, (_, i) => `p${i}=`).join('&')}&query=%7BserviceTypes%7D`;
    expect(code(await send(`${toy.url}/partner/graphql?${padded}`, { headers }))).toBe('DOCUMENT_UNKNOWN');
    const persistedQuery = { version: 1, sha256Hash: documentHash(known) };
    expect(code(await post({ query: '{ serviceTypes }', extensions: { persistedQuery } }))).toBe('DOCUMENT_UNKNOWN');
    expect((await post({ extensions: { persistedQuery } })).data).toBeUndefined();
  });

  it('bind partners alone', async () => {
    expect((await ask(toy.url, '{ serviceTypes }', undefined, { audience: 'REGIONAL' })).data).toEqual({
      serviceTypes: ['shelter', 'home-care'],
    });
    expect((await ask(toy.url, '{ serviceTypes }')).data).toEqual({ serviceTypes: ['shelter', 'home-care'] });
  });

  it('keep a gateway from starting where their folder is missing', async () => {
    const config = { port: 0, host: '127.0.0.1', trustedDocuments: true };
    await expect(startToyFederation('in process', { gateway: { config, documentsFolder: join(folder, 'none') } })).rejects.toThrow(/none/);
  });

  it('are off unless told', async () => {
    const demo = await startToyFederation('in process');
    try {
      expect((await ask(demo.url, '{ serviceTypes }', undefined, partner)).status).toBe(200);
    } finally {
      await demo.stop();
    }
  });

  it('of the house are each valid in the partner graph and within its limits', async () => {
    const files = (await readdir(partnerDocumentsFolder)).filter((file) => file.endsWith('.graphql'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = await readFile(join(partnerDocumentsFolder, file), 'utf8');
      expect([file, documentProblems(text, realSupergraphs.PARTNER)]).toEqual([file, []]);
      expect((await readTrustedDocuments(partnerDocumentsFolder)).has(text)).toBe(true);
    }
  });

  it('are added with every reason why one could not run', async () => {
    const add = (name: string, text: string) => addTrustedDocument(folder, name, text, toySupergraphs.PARTNER);
    expect(await add('services', ' query Services { serviceTypes }')).toBe(documentHash('query Services { serviceTypes }'));
    expect((await readTrustedDocuments(folder)).has('query Services { serviceTypes }')).toBe(true);
    expect(await add('services', 'query Services { serviceTypes }\n')).toBe(documentHash('query Services { serviceTypes }'));
    for (const [name, text, reason] of [
      ['services', 'query Other { serviceTypes }', /there is another document named services/],
      ['../services', 'query A { serviceTypes }', /its name must be/],
      ['a', '{ serviceTypes }', /exactly one operation, with a name/],
      ['a', 'query A { serviceTypes } query B { serviceTypes }', /exactly one operation/],
      ['a', 'query A { persons { name } }', /Cannot query field "persons"/],
      ['a', 'query A { serviceTypes', /Syntax Error/],
      ['a', `query A { ${Array.from({ length: 21 }, (_, i) => `a${i}: serviceTypes`).join(' ')} }`, /aliases 21, at most 20/],
    ] as const) {
      const attempt = add(name, text);
      await expect(attempt).rejects.toThrow(DocumentError);
      await expect(attempt).rejects.toThrow(reason);
    }
    expect((await readdir(folder)).sort()).toEqual(['known.graphql', 'notes.txt', 'services.graphql']);
  });
});
