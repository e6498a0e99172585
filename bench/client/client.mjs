// The client query of the staff portal and the annual report: (a) all in one process, (b) distributed behind our gateway, (c) distributed behind stock
// @apollo/gateway as its documentation sets it up; and the executors alone under Apollo Server, ours and stock's, (d, e) in one process, (f, g) distributed.
// They take turns in one run; what is reported is ratios of medians.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DevIssuer, personaToken } from '@atbalsts/auth';
import { readCliConfig, startDatabases } from '@atbalsts/cli';
import { domains } from '@atbalsts/database';
import autocannon from 'autocannon';
import { filledDemo, median, option, root } from '../measure.mjs';
import { freePort, Server } from './children.mjs';

const textOf = (name) => readFileSync(new URL(`./${name}.graphql`, import.meta.url), 'utf8');
const workers = ['social-worker', 'social-worker-2', 'head-of-services', 'director'];

/** What is asked, with something that an answer must hold. */
const questions = {
  client: { query: textOf('client'), variables: { first: 1 }, holds: 'currentPlacement', by: workers },
  report: { query: textOf('report'), variables: { m: '0002000', y: 2022 }, holds: 'measure', by: ['director'] },
};

export async function run(args) {
  const rounds = option(args, 'rounds', 5);
  const seconds = option(args, 'seconds', 6);
  const connections = option(args, 'connections', 10);
  const data = await filledDemo();
  const databases = await startDatabases(readCliConfig({ ...process.env, ATBALSTS_DATA: data }));
  const servers = [];
  try {
    const contenders = await start(data, databases.urls, servers);
    const issuer = await DevIssuer.open(data);
    // Several workers, as in a real office: one alone would meet the gateway's limit of requests per minute.
    const tokens = await Promise.all(workers.map((worker) => personaToken(issuer, worker)));
    const wanted = args.includes('--only') ? args[args.indexOf('--only') + 1].split(',') : Object.keys(questions);
    for (const name of wanted) {
      const { query, variables, holds, by } = questions[name];
      const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) };
      const requests = by
        .map((worker) => tokens[workers.indexOf(worker)])
        .map((token) => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }));
      await sameAnswers(contenders, requests[0], holds);
      for (const { url } of contenders) await fire(url, requests, connections, 3);
      const measured = contenders.map((contender) => ({ ...contender, rates: [], latencies: [], costs: [] }));
      for (let round = 0; round < rounds; round++) {
        for (const one of measured) {
          const before = one.gateway.computed();
          const result = await fire(one.url, requests, connections, seconds);
          one.rates.push(result.requests.average);
          one.latencies.push(result.latency.p50);
          one.costs.push((one.gateway.computed() - before) / result.requests.total);
          console.error(`${name}, round ${round + 1}/${rounds} ${one.name}: ${result.requests.average.toFixed(0)} requests/s`);
        }
      }
      report(name, measured);
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await databases.stop();
  }
}

async function start(data, urls, servers) {
  const launch = async (file, env, says) => {
    const server = new Server(join(root, file), env, says);
    servers.push(server);
    return { server, url: await server.ready };
  };
  const own = Object.fromEntries(
    domains.flatMap((d) => [
      [`DATABASE_URL_${d.toUpperCase()}`, urls[d].app],
      [`MIGRATION_URL_${d.toUpperCase()}`, urls[d].owner],
    ]),
  );
  const one = await launch(
    'packages/cli/bin/atbalsts.mjs',
    { ARGS: 'start', PORT: '0', ATBALSTS_DATA: data, ATBALSTS_DEMO: 'off', ...own },
    /staff\s+(http:\S+)\/graphql/,
  );
  const ports = Object.fromEntries(await Promise.all(domains.map(async (d) => [d, await freePort()])));
  const places = Object.fromEntries(domains.map((d) => [d, `http://127.0.0.1:${ports[d]}/graphql`]));
  const placeSettings = Object.fromEntries(domains.map((d) => [`SUBGRAPH_URL_${d.toUpperCase()}`, places[d]]));
  const rooms = await Promise.all(
    domains.map((d) =>
      launch(
        `subgraphs/${d}/dist/main.js`,
        {
          PORT: String(ports[d]),
          HOST: '127.0.0.1',
          ATBALSTS_DATA: data,
          [`DATABASE_URL_${d.toUpperCase()}`]: urls[d].app,
          ...placeSettings,
        },
        /answers at (\S+)/,
      ),
    ),
  );
  const seam = await launch('gateway/dist/main.js', { PORT: '0', ATBALSTS_DATA: data, ...placeSettings }, /answers at (\S+)/);
  const stock = await launch(
    'bench/client/stock-gateway.mjs',
    { PORT: '0', SUPERGRAPH: join(root, 'gateway/supergraph/staff.graphql'), SUBGRAPH_URLS: JSON.stringify(places) },
    /answers at (\S+)/,
  );
  const roomServers = rooms.map((room) => room.server);
  const databases = JSON.stringify(Object.fromEntries(domains.map((d) => [d, urls[d].app])));
  const executor = async (name, EXECUTION, places) => {
    const settings = {
      PORT: '0',
      ATBALSTS_DATA: data,
      EXECUTION,
      ...(places ? { PLACES: JSON.stringify(places) } : { DATABASES: databases }),
    };
    const { server, url } = await launch('bench/client/executor.mjs', settings, /answers at (\S+)/);
    return { name, url, processes: places ? [server, ...roomServers] : [server], gateway: server };
  };
  return [
    { name: '(a) all in one', url: `${one.url}/graphql`, processes: [one.server], gateway: one.server },
    { name: '(b) distributed, our seam', url: `${seam.url}/graphql`, processes: [seam.server, ...roomServers], gateway: seam.server },
    { name: '(c) distributed, stock @apollo/gateway', url: stock.url, processes: [stock.server, ...roomServers], gateway: stock.server },
    await executor('(d) executor of ours, all in one', 'ours'),
    await executor('(e) executor of stock, all in one', 'stock'),
    await executor('(f) executor of ours, distributed', 'ours', places),
    await executor('(g) executor of stock, distributed', 'stock', places),
  ];
}

/** Sends requests for so many seconds; a run with anything but HTTP 200 counts for nothing. */
async function fire(url, requests, connections, seconds) {
  const result = await autocannon({ url, requests, connections, duration: seconds });
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

/** Nothing is compared that does not answer alike. One after another: a report that several count for the first time at once may take longer than a request has. */
async function sameAnswers(contenders, request, holds) {
  const answers = [];
  for (const { url } of contenders) answers.push(JSON.stringify((await (await fetch(url, request)).json()).data));
  if (answers[0] === 'null' || !answers[0]?.includes(holds)) throw new Error('The query brings nothing');
  const odd = answers.findIndex((answer) => answer !== answers[0]);
  if (odd > 0) throw new Error(`${contenders[odd].name} answers otherwise than ${contenders[0].name}`);
}

function report(question, measured) {
  const base = median(measured[2].rates);
  console.log(
    `\n| ${question} | requests/s (median) | against (c) | p50, ms | CPU of the gateway process per request, ms | its memory, MiB (peak) | all processes, MiB |`,
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const { name, rates, latencies, costs, processes, gateway } of measured) {
    const all = processes.reduce((sum, server) => sum + server.memory().now, 0);
    console.log(
      `| ${name} | ${median(rates).toFixed(0)} | ${(median(rates) / base).toFixed(2)} | ${median(latencies).toFixed(1)} | ${median(costs).toFixed(2)} | ${gateway.memory().peak.toFixed(0)} | ${all.toFixed(0)} |`,
    );
  }
}
