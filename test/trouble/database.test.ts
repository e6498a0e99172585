import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Allow } from '@atbalsts/auth';
import { EmbeddedPostgres, ensureDomainDatabases, openDatabase, withClient } from '@atbalsts/database';
import { type Context, createSubgraph, HttpCaller, type ServedSubgraph, type Subgraph, serveSubgraph } from '@atbalsts/graphql';
import { KnownPrincipals, staff } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { until } from './support.js';

/** Called between the work of a mutation and its commit, with the process of its connection. */
let beforeCommit: (pid: number) => Promise<unknown> = async () => undefined;

@Resolver()
class CountResolver {
  @Query(() => Number, { nullable: true, description: 'Counts to a hundred, in the database.' })
  @Allow('viewer.read')
  async hundred(@Ctx() { em }: Context): Promise<number> {
    const rows = await em.execute<{ count: number }[]>('select count(*) as count from generate_series(1, 100)');
    return rows[0]?.count ?? 0;
  }

  @Query(() => String, { nullable: true, description: 'Waits until it is ended.' })
  @Allow('viewer.read')
  async waits(@Ctx() { em }: Context): Promise<string> {
    await em.execute('select pg_sleep(600) /* restart */');
    return 'never';
  }

  @Mutation(() => Boolean, { nullable: true, description: 'Changes nothing, in a transaction that is committed.' })
  @Allow('viewer.read')
  async change(@Ctx() { em }: Context): Promise<boolean> {
    const rows = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
    await beforeCommit(rows[0]?.pid ?? 0);
    return true;
  }
}

describe('the database of a domain', () => {
  const principals = new KnownPrincipals();
  const token = principals.add(staff('social-worker'));
  const surprises: string[] = [];
  let folder: string;
  let server: EmbeddedPostgres;
  let subgraph: Subgraph;
  let served: ServedSubgraph;
  let caller: HttpCaller;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atbalsts-restart-'));
    server = await EmbeddedPostgres.start({ folder, durable: false });
    const urls = await ensureDomainDatabases(server.url(), ['registry'], { passwords: { registry_owner: 'owner', registry_app: 'app' } });
    const database = await openDatabase({ domain: 'registry', url: urls.registry.app, entities: [], poolSize: 4 });
    subgraph = createSubgraph({
      name: 'registry',
      database,
      verifier: principals,
      resolvers: [CountResolver],
      references: {},
      onSurprise: (error) => surprises.push(String((error as Error).message)),
    });
    served = await serveSubgraph(subgraph, principals, { port: 0, host: '127.0.0.1' });
    caller = new HttpCaller({ registry: served.url });
  });
  afterAll(async () => {
    await caller?.close();
    await served?.stop();
    await subgraph?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (query: string) => caller.call('registry', { query, token, requestId: 'request-1' });

  it('that is restarted under a running subgraph costs those who asked meanwhile a coded error, and nobody afterwards', async () => {
    expect(await ask('{ hundred }')).toEqual({ data: { hundred: 100 } });
    const under = ask('{ waits }');
    await withClient(server.url(), (client) =>
      until(async () => {
        const { rows } = await client.query(`select 1 from pg_stat_activity where state = 'active' and query like '%/* restart */'
          and pid <> pg_backend_pid()`);
        return rows.length === 1;
      }),
    );
    const { port } = server;
    await server.stop();
    const codes = [await under, ...(await Promise.all(Array.from({ length: 20 }, () => ask('{ hundred }'))))].map(
      ({ errors }) => errors?.[0]?.extensions?.code,
    );
    expect(new Set(codes)).toEqual(new Set(['UNAVAILABLE']));
    expect(await caller.health('registry')).toBe('down');
    server = await EmbeddedPostgres.start({ folder, port, durable: false });
    for (let i = 0; i < 20; i++) expect(await ask('{ hundred }')).toEqual({ data: { hundred: 100 } });
    expect(await caller.health('registry')).toBe('up');
    expect(surprises.join('\n')).not.toMatch(/app|owner@|password/);
  });

  it('whose connection is lost while a change is committed leaves open whether it was made, and says so', async () => {
    beforeCommit = (pid) =>
      withClient(server.url(), async (client) => {
        await client.query('select pg_terminate_backend($1)', [pid]);
        await until(async () => (await client.query('select 1 from pg_stat_activity where pid = $1', [pid])).rows.length === 0);
      });
    const { data, errors } = await ask('mutation { change }');
    expect([data, errors?.[0]?.extensions?.code]).toEqual([null, 'UNAVAILABLE']);
    expect(errors?.[0]?.message).toMatch(/may have been made or not/);
    expect(errors?.[0]?.extensions?.messageLv).toMatch(/Pārbaudiet, pirms atkārtojat/);
    beforeCommit = async () => undefined;
    expect(await ask('mutation { change }')).toEqual({ data: { change: true } });
  });
});
