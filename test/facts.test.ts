import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevIssuer, localKeys, personaToken, TokenVerifier } from '@atbalsts/auth';
import { migrateOne, modules } from '@atbalsts/cli';
import { type DomainName, withClient } from '@atbalsts/database';
import { FactPump, pullOverHttp } from '@atbalsts/facts';
import { InProcessCaller, openSubgraph, type ServedSubgraph, type Subgraph, serveSubgraph } from '@atbalsts/graphql';
import { type ClonedDatabase, cloneDatabases } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const wanted = ['registry', 'institutions'] as const;

describe('facts between domains that are processes of their own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atbalsts-facts-'));
  const subgraphs = new Map<DomainName, Subgraph>();
  let issuer: DevIssuer;
  let verifier: TokenVerifier;
  let databases: Record<DomainName, ClonedDatabase>;
  let drop: () => Promise<void>;
  let served: ServedSubgraph;
  const factsUrl = () => served.url.replace('/graphql', '/facts');

  beforeAll(async () => {
    issuer = await DevIssuer.open(folder);
    verifier = new TokenVerifier(localKeys(issuer.jwks()), { issuer: issuer.issuer });
    ({ databases, drop } = await cloneDatabases(wanted));
    for (const module of modules.filter((one) => (wanted as readonly string[]).includes(one.name))) {
      await migrateOne(module, { owner: databases[module.name].ownerUrl, app: databases[module.name].appUrl });
      subgraphs.set(
        module.name,
        await openSubgraph(module, { url: databases[module.name].appUrl, verifier, caller: new InProcessCaller(subgraphs) }),
      );
    }
    served = await serveSubgraph(subgraphs.get('registry') as Subgraph, verifier, { port: 0, host: '127.0.0.1' });
  }, 60_000);
  afterAll(async () => {
    await served?.stop();
    for (const subgraph of subgraphs.values()) await subgraph.close();
    await drop?.();
    rmSync(folder, { recursive: true, force: true });
  });

  const register = async (n: number) => {
    const input = {
      personalCode: `32000${n}-00001`,
      givenName: 'Anna',
      familyName: `Paraugs${'abcdefg'[n]}`,
      birthDate: '1980-01-01',
      sex: 'FEMALE',
    };
    const result = await (subgraphs.get('registry') as Subgraph).execute({
      query: 'mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id } problems { code } } }',
      variables: { i: input },
      token: await personaToken(issuer, 'social-worker'),
      requestId: 'facts-test',
    });
    return (result.data as { registerPerson: { person: { id: string } } }).registerPerson.person.id;
  };
  const known = () =>
    withClient(databases.institutions.superUrl, async (client) =>
      (await client.query<{ person_id: string }>('select person_id from person_fact order by 1')).rows.map((row) => row.person_id),
    );
  const pump = () =>
    new FactPump({
      database: (subgraphs.get('institutions') as Subgraph).database,
      sources: { registry: pullOverHttp(factsUrl(), () => issuer.serviceToken('institutions')) },
    });

  it('arrive over HTTP, once each, and go on after the owner was away', async () => {
    const first = [await register(1), await register(2)].sort();
    expect(await pump().catchUp()).toBe(2);
    expect(await known()).toEqual(first);
    expect(await pump().catchUp()).toBe(0);
    const port = Number(new URL(served.url).port);
    await served.stop();
    const third = await register(3);
    expect(await pump().catchUp()).toBe(0);
    served = await serveSubgraph(subgraphs.get('registry') as Subgraph, verifier, { port, host: '127.0.0.1' });
    expect(await pump().catchUp()).toBe(1);
    expect(await known()).toEqual([...first, third].sort());
  });

  it('are given to subscribing domains only: not to staff, not to a domain that does not subscribe, not without a token', async () => {
    const ask = async (token: string | null) => {
      const response = await fetch(factsUrl(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ after: null, limit: 10 }),
      });
      return response.status;
    };
    expect(await ask(null)).toBe(401);
    expect(await ask(await personaToken(issuer, 'director'))).toBe(403);
    expect(await ask(await issuer.serviceToken('strategy'))).toBe(403);
    expect(await ask(await issuer.serviceToken('institutions'))).toBe(200);
  });

  it('a domain’s own token opens no graph', async () => {
    const result = await (subgraphs.get('registry') as Subgraph).execute({
      query: '{ persons { nodes { givenName } } }',
      token: await issuer.serviceToken('institutions'),
      requestId: 'facts-test',
    });
    expect(result).toMatchObject({ data: { persons: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
