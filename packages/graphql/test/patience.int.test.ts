import { request as httpRequest, type IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Allow } from '@atbalsts/auth';
import { openDatabase, savepoint, withClient } from '@atbalsts/database';
import { createSubgraph, HttpCaller, InProcessCaller, type ServedSubgraph, type Subgraph, serveSubgraph } from '@atbalsts/graphql';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { type TestDatabase, testDatabase } from '../../testing/src/database.js';
import { KnownPrincipals, staff } from '../../testing/src/principals.js';
import type { Context } from '../src/context.js';

@ObjectType({ description: 'Two statements, one after another.' })
@Allow('viewer.read')
class Waiting {
  @Field(() => String, { nullable: true, description: 'Waits.' })
  async first(@Ctx() { em }: Context): Promise<string> {
    await em.execute('select pg_sleep(600) /* first */');
    return 'first';
  }

  @Field(() => String, { nullable: true, description: 'Waits too, in the queue behind the first.' })
  async second(@Ctx() { em }: Context): Promise<string> {
    await em.execute('select pg_sleep(600) /* second */');
    return 'second';
  }
}

@Resolver()
class WaitingResolver {
  @Query(() => Waiting, { description: 'Waits.' })
  @Allow('viewer.read')
  waiting(): Waiting {
    return new Waiting();
  }

  @Query(() => String, { description: 'Answers.' })
  @Allow('viewer.read')
  async quick(@Ctx() { em }: Context): Promise<string> {
    const rows = await em.execute<{ name: string }[]>(`select current_setting('application_name') as name`);
    return rows[0]?.name ?? '';
  }

  @Query(() => String, { description: 'How long the server lets a statement of this session run.' })
  @Allow('viewer.read')
  async longest(@Ctx() { em }: Context): Promise<string> {
    const rows = await em.execute<{ longest: string }[]>(`select current_setting('statement_timeout') as longest`);
    return rows[0]?.longest ?? '';
  }

  @Query(() => String, { description: 'Much text.' })
  @Allow('viewer.read')
  long(): string {
    return 'much text '.repeat(5_000);
  }

  @Mutation(() => Boolean, { nullable: true, description: 'Is carried to its end.' })
  @Allow('viewer.read')
  async change(@Ctx() { em }: Context): Promise<boolean> {
    return savepoint(em, async (inner) => {
      await inner.execute('select pg_advisory_xact_lock(77)');
      await inner.execute(`select pg_notify('changed', '')`);
      return true;
    });
  }
}

describe('who hangs up', () => {
  let test: TestDatabase;
  let subgraph: Subgraph;
  let served: ServedSubgraph;
  const principals = new KnownPrincipals();
  const token = principals.add(staff('social-worker'));
  const surprises = jest.fn();

  beforeAll(async () => {
    test = await testDatabase('registry');
    const database = await openDatabase({ domain: 'registry', url: test.appUrl, entities: [], poolSize: 2, statementTimeoutMs: 0 });
    subgraph = createSubgraph({
      name: 'registry',
      database,
      verifier: principals,
      resolvers: [WaitingResolver],
      references: {},
      onSurprise: surprises,
    });
    served = await serveSubgraph(subgraph, principals, { port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await served?.stop();
    await subgraph?.close();
    await test?.drop();
  });

  const running = (text: string) =>
    withClient(test.superUrl, async (client) => {
      const { rows } = await client.query(
        `select query from pg_stat_activity where datname = current_database() and state = 'active' and query like $1 and pid <> pg_backend_pid()`,
        [`%${text}%`],
      );
      return rows.length;
    });
  /** Waits until as many statements are running; the test's own time limit ends it. */
  const until = async (text: string, count: number) => {
    while ((await running(text)) !== count) await setImmediate();
  };
  const ask = (query: string, signal?: AbortSignal) => subgraph.execute({ query, token, requestId: 'request-1', signal });

  it('ends the statement that is running on the server, and none is sent after it', async () => {
    const gone = new AbortController();
    const answer = ask('{ waiting { first second } }', gone.signal);
    await until('pg_sleep(600)', 1);
    gone.abort();
    const { data, errors } = await answer;
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('TIMEOUT');
    expect(JSON.stringify(data ?? null)).not.toMatch(/first"|second"/);
    expect(await running('pg_sleep(600)')).toBe(0);
    expect(surprises).not.toHaveBeenCalled();
  });

  it('over HTTP ends it as well', async () => {
    const request = httpRequest(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    request.on('error', () => undefined);
    request.end(JSON.stringify({ query: '{ waiting { first } }' }));
    await until('pg_sleep(600)', 1);
    request.destroy();
    await until('pg_sleep(600)', 0);
  });

  it('through the caller over HTTP ends it as well, and so does its time', async () => {
    const caller = new HttpCaller({ registry: served.url });
    const gone = new AbortController();
    const [answer, late] = [gone.signal, undefined].map((signal) =>
      caller.call('registry', { query: '{ waiting { first } }', token, requestId: 'request-1', signal, timeLeftMs: signal ? 60_000 : 100 }),
    );
    await until('pg_sleep(600)', 2);
    gone.abort();
    expect((await answer)?.errors?.[0]?.extensions?.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect((await late)?.errors?.[0]?.extensions?.code).toBe('SUBGRAPH_TIMEOUT');
    await until('pg_sleep(600)', 0);
    await caller.close();
  });

  it('but cannot say so, is known by the time it gave: the subgraph ends the statement by itself', async () => {
    const response = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-time-left-ms': '50' },
      body: JSON.stringify({ query: '{ waiting { first } }' }),
    });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe('TIMEOUT');
    expect(await running('pg_sleep(600)')).toBe(0);
  });

  it('leaves a limit with the server of the database, a second after the time is up', async () => {
    const longest = async (timeLeftMs?: number) =>
      (await subgraph.execute({ query: '{ longest }', token, requestId: 'request-1', timeLeftMs })).data?.longest;
    expect([await longest(), await longest(2_500), await longest(1)]).toEqual(['0', '3500ms', '1001ms']);
  });

  it('by the time of the caller ends it as well', async () => {
    const caller = new InProcessCaller(new Map([['registry', subgraph]]), { timeoutMs: 50 });
    const { errors } = await caller.call('registry', { query: '{ waiting { first } }', token, requestId: 'request-1' });
    expect(errors?.[0]?.extensions?.code).toBe('SUBGRAPH_TIMEOUT');
    await until('pg_sleep(600)', 0);
  });

  it('leaves the connection to the next as it was, and twenty who hang up at once leave all of them', async () => {
    for (let round = 0; round < 20; round++) {
      const gone = new AbortController();
      const answers = [ask('{ waiting { first } }', gone.signal), ask('{ quick }', gone.signal), ask('{ quick }')];
      await until('pg_sleep(600)', 1);
      gone.abort();
      const [, , unhurt] = await Promise.all(answers);
      expect(unhurt?.errors).toBeUndefined();
    }
    const names = await Promise.all(Array.from({ length: 4 }, () => ask('{ quick }', new AbortController().signal)));
    expect(new Set(names.map(({ data }) => data?.quick)).size).toBe(4);
    expect((await ask('{ quick }')).data?.quick).toBe('atbalsts_registry');
  });

  it('does not stop a change that has begun', async () => {
    const gone = new AbortController();
    await withClient(test.superUrl, async (client) => {
      await client.query('begin; select pg_advisory_xact_lock(77)');
      const answer = ask('mutation { change }', gone.signal);
      await until('pg_advisory_xact_lock(77)', 1);
      gone.abort();
      await client.query('commit');
      expect(await answer).toEqual({ data: { change: true } });
    });
  });
});

describe('the door of a subgraph', () => {
  let test: TestDatabase;
  let subgraph: Subgraph;
  let served: ServedSubgraph;
  const principals = new KnownPrincipals();
  const token = principals.add(staff('social-worker'));

  beforeAll(async () => {
    test = await testDatabase('registry');
    const database = await openDatabase({ domain: 'registry', url: test.appUrl, entities: [], poolSize: 1 });
    subgraph = createSubgraph({ name: 'registry', database, verifier: principals, resolvers: [WaitingResolver], references: {} });
    served = await serveSubgraph(subgraph, principals, { port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await served?.stop();
    await subgraph?.close();
    await test?.drop();
  });

  const json = { 'content-type': 'application/json' };
  const bearer = { ...json, authorization: `Bearer ${token}` };
  const quick = '{"query":"{ quick }"}';

  it.each([
    ['gzip', 'gzip'],
    ['br, gzip;q=0.5', 'gzip'],
    ['gzip;q=0', null],
    ['identity', null],
    ['', null],
  ])('compresses a long answer for who accepts "%s" by %s', async (accept, encoding) => {
    const seen = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { ...bearer, 'accept-encoding': accept };
      const request = httpRequest(served.url, { method: 'POST', headers }, resolve);
      request.once('error', reject);
      request.end('{"query":"{ long }"}');
    });
    expect(seen.headers['content-encoding'] ?? null).toBe(encoding);
    const parts: Buffer[] = [];
    for await (const part of seen as AsyncIterable<Buffer>) parts.push(part);
    const body = Buffer.concat(parts);
    expect(Number(seen.headers['content-length'])).toBe(body.length);
    expect(JSON.parse((encoding ? gunzipSync(body) : body).toString()).data.long).toHaveLength(50_000);
  });

  it('gives a caller the same, compressed or not', async () => {
    for (const compressed of [true, false]) {
      const caller = new HttpCaller({ registry: served.url }, { compressed });
      const { data } = await caller.call('registry', { query: '{ long }', token, requestId: 'request-1' });
      expect(data?.long).toHaveLength(50_000);
      await caller.close();
    }
  });

  it.each<[string, string, string, Record<string, string>, string | undefined, number, string | null]>([
    ['a question', 'POST', '/graphql', bearer, quick, 200, null],
    ['a question with a charset', 'POST', '/graphql', { ...bearer, 'content-type': 'Application/JSON; charset=utf-8' }, quick, 200, null],
    ['no token', 'POST', '/graphql', json, quick, 401, 'UNAUTHENTICATED'],
    ['a wrong token', 'POST', '/graphql', { ...json, authorization: 'Bearer x' }, quick, 401, 'UNAUTHENTICATED'],
    [
      'a form, as a page of another site can send it',
      'POST',
      '/graphql',
      { ...bearer, 'content-type': 'text/plain' },
      quick,
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'no content type',
      'POST',
      '/graphql',
      { authorization: bearer.authorization, 'content-type': '' },
      quick,
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'another type that begins alike',
      'POST',
      '/graphql',
      { ...bearer, 'content-type': 'application/jsonp' },
      quick,
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a question in the address', 'GET', '/graphql?query={quick}', bearer, undefined, 405, 'METHOD_NOT_ALLOWED'],
    ['nothing that is there', 'POST', '/else', bearer, quick, 404, 'NOT_FOUND'],
    ['a body that is no JSON', 'POST', '/graphql', bearer, '{', 400, 'BAD_REQUEST'],
    ['several questions at once', 'POST', '/graphql', bearer, `[${quick}]`, 400, 'BAD_REQUEST'],
    ['variables that are a list', 'POST', '/graphql', bearer, '{"query":"{ quick }","variables":[1]}', 400, 'BAD_REQUEST'],
    ['variables that are a text', 'POST', '/graphql', bearer, '{"query":"{ quick }","variables":"x"}', 400, 'BAD_REQUEST'],
    ['a name that is a number', 'POST', '/graphql', bearer, '{"query":"{ quick }","operationName":1}', 400, 'BAD_REQUEST'],
    ['a name that is not there', 'POST', '/graphql', bearer, '{"query":"{ quick }","operationName":"X"}', 400, 'BAD_REQUEST'],
    ['a question that is none', 'POST', '/graphql', bearer, '{"query":"{ slow"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['too large a body', 'POST', '/graphql', bearer, `{"query":"${' '.repeat(4_200_000)}"}`, 413, 'BODY_TOO_LARGE'],
    ['facts with a token of a person', 'POST', '/facts', bearer, '{}', 403, 'FORBIDDEN'],
  ])('answers %s with its status and code', async (_, method, path, headers, body, status, code) => {
    const response = await fetch(served.url.replace('/graphql', path), { method, headers, body });
    const answer = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    expect([response.status, answer.errors?.[0]?.extensions.code ?? null]).toEqual([status, code]);
    if (status === 405) expect(response.headers.get('allow')).toBe('POST');
  });
});
