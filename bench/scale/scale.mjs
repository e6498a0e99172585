// The annual report of one town, and of a region side by side, over ten years of 43 towns: against counting the records by the same rules, and against itself at a tenth of the data.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DevIssuer, localKeys, TokenVerifier } from '@atbalsts/auth';
import { benefitsRules } from '@atbalsts/benefits';
import { migrateAll, openPlatform, readCliConfig, startDatabases, subgraphSdls } from '@atbalsts/cli';
import { domains, withClient, withSession } from '@atbalsts/database';
import { audiences, composeSupergraphs, startGateway } from '@atbalsts/gateway';
import { institutionsRules } from '@atbalsts/institutions';
import { publishSnapshot, snapshotQuery } from '@atbalsts/strategy';
import { median } from '../measure.mjs';
import { fill, towns, years } from './fill.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const year = years.at(-2);
const region = 'latgale';
const day = '2026-01-15';

const reportQuery = `query($m: ID!, $y: Int!) { annualReport(municipality: $m, year: $y) {
  benefits { ...t } services { ...t } institutions { ...t } workforce { ...t } finance { ...t } } }
  fragment t on ReportTable { id rows { key value previous } }`;
const regionQuery = `query($m: ID!, $y: Int!) { publishedReport(municipality: $m, year: $y) { tables { id rows { key value suppressed previous } } } }`;

/** `--large`: ten times as much. `--rounds`: how often each is measured. */
export async function run(args) {
  const factor = args.includes('--large') ? 10 : 1;
  const rounds = args.includes('--rounds') ? Number(args[args.indexOf('--rounds') + 1]) : 15;
  const sizes = {
    whole: { persons: 100_000 * factor, payments: 1_000_000 * factor },
    tenth: { persons: 10_000 * factor, payments: 100_000 * factor },
  };
  const graphs = [];
  try {
    for (const [name, size] of Object.entries(sizes)) graphs.push(await open(`${name}-${factor}`, size));
    const [whole, tenth] = graphs;
    const measured = { report: [], tenth: [], counting: [], afterChange: [], region: [], regionCounting: [] };
    for (const graph of graphs) for (const { code } of towns) await graph.report(code);
    for (const graph of graphs) await graph.publishRegion();
    for (let round = 0; round < rounds; round++) {
      const { code } = towns[round % towns.length];
      measured.report.push(await timed(() => whole.report(code)));
      measured.tenth.push(await timed(() => tenth.report(code)));
      measured.counting.push(await timed(() => whole.count(code)));
      await whole.touch(code);
      measured.afterChange.push(await timed(() => whole.report(code)));
      measured.region.push(await timed(() => whole.region()));
      if (round % 5 === 0) measured.regionCounting.push(await timed(() => whole.countRegion()));
    }
    show(sizes.whole, measured);
  } finally {
    for (const graph of graphs) await graph.close();
  }
}

function show({ persons, payments }, measured) {
  const m = Object.fromEntries(Object.entries(measured).map(([name, values]) => [name, median(values)]));
  const ratio = (a, b) => (a / b).toFixed(2);
  console.log(
    `${towns.length} towns, ${years.length} years, ${persons} persons, ${payments} payments; medians of one run, taking turns; report ${m.report.toFixed(1)} ms`,
  );
  console.log(`counting the records of one town / its report       ${ratio(m.counting, m.report)}   (goal: at least 20)`);
  console.log(`report / report at a tenth of the data               ${ratio(m.report, m.tenth)}   (goal: at most 1.5)`);
  console.log(`report right after a payment / report                ${ratio(m.afterChange, m.report)}`);
  console.log(`counting the region's towns / the region side by side ${ratio(m.regionCounting, m.region)}`);
  console.log(`memory of this process, all graphs in it: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB at most`);
}

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** A graph over databases that are filled so. */
async function open(name, size) {
  const folder = join(root, 'bench/.data', `scale-${name}`);
  mkdirSync(folder, { recursive: true });
  const databases = await startDatabases(readCliConfig({ PATH: process.env.PATH, ATBALSTS_DATA: folder }));
  await migrateAll(databases.urls);
  await fill(databases.urls, size);
  const issuer = await DevIssuer.open(folder);
  const verifier = new TokenVerifier(localKeys(issuer.jwks()), { issuer: issuer.issuer });
  const urls = Object.fromEntries(domains.map((domain) => [domain, databases.urls[domain].app]));
  const platform = await openPlatform({ urls, verifier, clock: () => new Date(`${day}T10:00:00Z`), poolSize: 4 });
  const gateway = await startGateway({
    config: { port: 0, host: '127.0.0.1' },
    supergraphs: composeSupergraphs(subgraphSdls()),
    caller: platform.caller,
    verifier,
    devIssuer: issuer,
    log: () => {},
  });
  const tokens = new Map();
  const token = async (key, atbalsts) => {
    if (!tokens.has(key)) tokens.set(key, await issuer.issue({ subject: `bench:${key}`, atbalsts }));
    return tokens.get(key);
  };
  const director = (municipality) =>
    token(municipality, {
      audience: 'STAFF',
      municipality,
      roles: ['director'],
      employee: '0197a000-0000-7000-8000-000000000001',
      name: 'Bench',
    });
  /** Asks, and asks again while a first counting goes on over several requests (decision 0031). */
  const ask = async (audience, bearer, query, variables, patience = 100) => {
    const response = await fetch(gateway.url + audiences[audience].path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await response.json();
    if (patience && answer.errors?.every(({ extensions }) => extensions.code === 'TIMEOUT')) {
      return ask(audience, bearer, query, variables, patience - 1);
    }
    if (answer.errors?.length) throw new Error(JSON.stringify(answer.errors[0]));
    return answer.data;
  };
  const ofRegion = towns.filter((town) => town.region === region).map(({ code }) => code);
  const count = async (code) => {
    for (const [domain, rules] of [
      ['benefits', benefitsRules],
      ['institutions', institutionsRules],
    ]) {
      await withClient(urls[domain], async (client) => {
        await client.query(`begin; set local atbalsts.municipality = '${code}'`);
        await client.query(
          [year, year - 1]
            .flatMap((of) =>
              rules.map(
                (rule) =>
                  `select (${rule.sql
                    .replaceAll(':municipality', `'${code}'`)
                    .replaceAll(':from', `date '${of}-01-01'`)
                    .replaceAll(':until', `date '${of + 1}-01-01'`)
                    .replaceAll(':year', String(of))})::double precision`,
              ),
            )
            .join(' union all '),
        );
        await client.query('rollback');
      });
    }
  };
  return {
    report: async (code) => ask('STAFF', await director(code), reportQuery, { m: code, y: year }),
    count,
    countRegion: async () => {
      for (const code of ofRegion) await count(code);
    },
    /** Changes a payment of the year, as a recovery does. */
    touch: (code) =>
      withClient(databases.urls.benefits.owner, async (client) => {
        await client.query(`begin; set local atbalsts.municipality = '*'`);
        await client.query(
          `update payment set amount = amount + 1 where id = (select id from payment where municipality = $1 and paid_on >= $2 order by paid_on, id limit 1)`,
          [code, `${year}-01-01`],
        );
        await client.query('commit');
      }),
    publishRegion: async () => {
      for (const code of ofRegion) {
        const answer = await ask('STAFF', await director(code), snapshotQuery, { municipality: code, year, on: `${year}-12-31` });
        await withSession(platform.subgraphs.get('strategy').database, { audience: 'SYSTEM' }, (em) =>
          publishSnapshot(em, { municipality: code, year, preparedBy: 'bench', publishedOn: day, answer }),
        );
      }
    },
    region: async () => {
      const bearer = await token('region', { audience: 'REGIONAL', region, roles: ['region-analyst'], name: 'Bench' });
      await Promise.all(ofRegion.map((code) => ask('REGIONAL', bearer, regionQuery, { m: code, y: year })));
    },
    close: async () => {
      await gateway.stop();
      await platform.close();
      await databases.stop();
    },
  };
}
