// What protection costs: the client query of the staff portal through the gateway, with row-level security, action checks and the audit of reads, against
// the same without them. Both stand in one process on the same databases and take turns; what is reported is ratios of medians.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DevIssuer, localKeys, personaToken, TokenVerifier } from '@atbalsts/auth';
import { modules, openPlatform, subgraphSdls } from '@atbalsts/cli';
import { domains, EmbeddedPostgres, today, withClient } from '@atbalsts/database';
import { composeSupergraphs, startGateway } from '@atbalsts/gateway';
import { filledDemo, median, option } from '../measure.mjs';
import { openBarePlatform } from './bare.mjs';

const query = readFileSync(new URL('../client/client.graphql', import.meta.url), 'utf8');
const workers = ['social-worker', 'social-worker-2', 'head-of-services', 'director'];
/** Connections to each of twelve databases' pools: all of them stay below what the server takes. */
const poolSize = 6;
const role = 'bench_bare';

export async function run(args) {
  const rounds = option(args, 'rounds', 15);
  const connections = option(args, 'connections', 10);
  const data = await filledDemo();
  const server = await EmbeddedPostgres.start({ folder: join(data, 'postgres') });
  const closing = [() => server.stop()];
  try {
    const urls = await server.ensureDomains(domains);
    const app = Object.fromEntries(domains.map((domain) => [domain, urls[domain].app]));
    const bare = await bareRole(server, app);
    closing.unshift(() => removeRole(server, app));
    const issuer = await DevIssuer.open(data);
    const verifier = new TokenVerifier(localKeys(issuer.jwks()), { issuer: issuer.issuer });
    const tokens = await Promise.all(workers.map((worker) => personaToken(issuer, worker)));
    const supergraphs = composeSupergraphs(subgraphSdls());
    const contenders = [];
    for (const [name, platform] of [
      ['protected', await openPlatform({ urls: app, verifier, poolSize })],
      ['bare', await openBarePlatform(modules, { urls: bare, verifier, today: today(), poolSize })],
    ]) {
      const gateway = await startGateway({
        config: { port: 0, host: '127.0.0.1' },
        supergraphs,
        caller: platform.caller,
        verifier,
        devIssuer: issuer,
        log: () => {},
      });
      closing.unshift(async () => {
        await gateway.stop();
        await platform.close();
      });
      contenders.push({ name, url: `${gateway.url}/graphql` });
    }
    for (const [first, requests] of [
      [1, 100],
      [50, 20],
    ])
      report(first, connections, await measure(contenders, tokens, { first, requests, rounds, connections }, urls));
  } finally {
    for (const close of closing) await close();
  }
}

async function measure(contenders, tokens, { first, requests, rounds, connections }, urls) {
  const ask = async (url, n) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[n % tokens.length]}` },
      body: JSON.stringify({ query, variables: { first } }),
    });
    const text = await response.text();
    if (response.status !== 200 || text.includes('"errors"')) throw new Error(`${url}: ${response.status} ${text.slice(0, 300)}`);
    return text;
  };
  const answers = await Promise.all(contenders.map(async ({ url }) => JSON.stringify(JSON.parse(await ask(url, 0)).data)));
  if (!answers[0].includes('currentPlacement') || answers[0] !== answers[1]) throw new Error('The two do not answer alike');
  const times = { protected: [], bare: [] };
  for (let round = -2; round < rounds; round++) {
    // Each goes first in every second round.
    for (const { name, url } of round % 2 ? contenders : [...contenders].reverse()) {
      const before = await looks(urls);
      const begin = process.hrtime.bigint();
      let next = 0;
      const client = async () => {
        while (next < requests) await ask(url, next++);
      };
      await Promise.all(Array.from({ length: connections }, client));
      const took = Number(process.hrtime.bigint() - begin) / 1e6 / requests;
      const recorded = (await looks(urls)) - before;
      if ((name === 'protected') !== recorded > 0) throw new Error(`${name} recorded ${recorded} looks`);
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}

/** Entries in the audit of the registry: only the protected one adds to them. */
const looks = (urls) =>
  withClient(urls.registry.app, async (client) => {
    await client.query(`set atbalsts.municipality = '*'; set atbalsts.audience = 'SYSTEM'`);
    return (await client.query('select coalesce(max(seq), 0)::int as n from audit_entry')).rows[0].n;
  });

/** A role that has the rights of the application and passes row-level security by; made for the run, removed after it. */
async function bareRole(server, app) {
  const password = randomBytes(24).toString('hex');
  const urls = {};
  for (const domain of domains) {
    const url = new URL(app[domain]);
    const name = url.pathname.slice(1);
    await withClient(server.url(name), async (client) => {
      await client.query(
        `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login bypassrls; end if; end $$`,
      );
      await client.query(`alter role ${role} password '${password}'`);
      await client.query(`grant "${decodeURIComponent(url.username)}" to ${role}`);
      await client.query(`grant connect on database "${name}" to ${role}`);
    });
    url.username = role;
    url.password = password;
    urls[domain] = url.href;
  }
  return urls;
}

async function removeRole(server, app) {
  for (const domain of domains) {
    const name = new URL(app[domain]).pathname.slice(1);
    await withClient(server.url(name), (client) => client.query(`drop owned by ${role}`));
  }
  await withClient(server.url('postgres'), (client) => client.query(`drop role ${role}`));
}

function report(first, connections, times) {
  const ratios = times.protected.map((took, at) => took / times.bare[at]);
  console.log(`\nThe client query over ${first} client${first === 1 ? '' : 's'}, ${connections} at once, ${ratios.length} rounds`);
  console.log('\n| | median, ms a request | against bare | smallest and largest of a round |');
  console.log('|---|---|---|---|');
  console.log(`| bare | ${median(times.bare).toFixed(1)} | 1 | |`);
  console.log(
    `| protected | ${median(times.protected).toFixed(1)} | ${(median(times.protected) / median(times.bare)).toFixed(2)} | ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} |`,
  );
}
