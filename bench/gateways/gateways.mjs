// The public workload for federation gateways: one deep query over four subgraphs whose answers cost nothing, every gateway on one core, in turns.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { composeSupergraphs } from '@atbalsts/gateway';
import autocannon from 'autocannon';
import { freePort, Server } from '../client/children.mjs';
import { median, option, root } from '../measure.mjs';
import { query, subgraphs } from './workload.mjs';

const folder = join(root, 'bench/gateways');
const rivals = join(folder, 'rivals');
const body = JSON.stringify({ query });

export async function run(args) {
  const rounds = option(args, 'rounds', 5);
  const seconds = option(args, 'seconds', 6);
  const connections = option(args, 'connections', 50);
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1].split(',') : null;
  const core = placed();
  const servers = [];
  const files = mkdtempSync(join(tmpdir(), 'atbalsts-gateways-'));
  try {
    const contenders = (
      await start(files, servers, core, args.includes('--without-rivals'), only, ourFlags(option(args, 'young', 64)))
    ).filter(Boolean);
    await sameAnswers(contenders);
    for (const { url } of contenders) await fire(url, connections, 3);
    const measured = contenders.map((contender) => ({ ...contender, rates: [], latencies: [], costs: [] }));
    for (let round = 0; round < rounds; round++) {
      for (const one of measured) {
        const before = one.server.computed();
        const result = await fire(one.url, connections, seconds);
        one.rates.push(result.requests.average);
        one.latencies.push(result.latency.p50);
        one.costs.push((one.server.computed() - before) / result.requests.total);
        console.error(`round ${round + 1}/${rounds} ${one.name}: ${result.requests.average.toFixed(0)} requests/s`);
      }
    }
    report(measured);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(files, { recursive: true, force: true });
  }
}

/** Puts the load, and the subgraphs that it starts, on all cores but the first, which is the gateways'; null where the machine cannot. */
function placed() {
  const cores = availableParallelism();
  if (cores < 2 || spawnSync('taskset', ['-V']).status !== 0) {
    console.error('No second core, or no taskset here: nothing is pinned, and load and gateway disturb each other');
    return null;
  }
  execFileSync('taskset', ['-a', '-cp', `1-${cores - 1}`, String(process.pid)], { stdio: 'ignore' });
  return 0;
}

/** Installs the gateways of others beside the bench, once: they are no dependency of anything here. */
function installRivals() {
  const wanted = JSON.parse(readFileSync(join(rivals, 'package.json'), 'utf8')).dependencies;
  const there = Object.entries(wanted).every(([name, version]) => {
    const file = join(rivals, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
  if (there) return;
  console.error('Installing the gateways of others into bench/gateways/rivals (some 500 MB, once)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: rivals, stdio: 'inherit' });
  if (status !== 0) throw new Error('They could not be installed. `--without-rivals` measures without them.');
}

async function start(files, servers, core, withoutRivals, only, flags) {
  const launch = async (file, env, says, settings = {}) => {
    const server = new Server(file, { NODE_ENV: 'production', ...env }, says, settings);
    servers.push(server);
    return { server, url: await server.ready };
  };
  const places = {};
  for (const name of Object.keys(subgraphs)) {
    const { url } = await launch(join(folder, 'servers/subgraph.mjs'), { SUBGRAPH: name, PORT: '0' }, /answers at (\S+)/);
    places[name] = `${url}/graphql`;
  }
  const supergraph = join(files, 'supergraph.graphql');
  const sdls = Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, sdl, url: places[name] }));
  writeFileSync(supergraph, composeSupergraphs(sdls).STAFF);
  const settings = { SUPERGRAPH: supergraph, SUBGRAPH_URLS: JSON.stringify(places), PORT: '0' };
  const wanted = (id) => !only || only.includes(id);
  const node = (id, name, file, env = {}, young = []) =>
    wanted(id) &&
    launch(join(root, file), { ...settings, ...env }, /answers at (\S+)/, { core, flags: young }).then((one) => ({ id, name, ...one }));
  const hive = async (id, name, env = {}) => {
    if (withoutRivals || !wanted(id)) return null;
    installRivals();
    const port = await freePort();
    const ARGS = `supergraph ${supergraph} --host 127.0.0.1 --port ${port} --fork 1`;
    const bin = join(rivals, 'node_modules/@graphql-hive/gateway/dist/bin.js');
    const { server } = await launch(bin, { ARGS, LOG_LEVEL: 'info', ...env }, /(Listening on)/i, { core });
    return { id, name, server, url: `http://127.0.0.1:${port}/graphql` };
  };
  return [
    await node('stock', 'stock @apollo/gateway, Apollo Server 5', 'bench/client/stock-gateway.mjs'),
    await node('shared', 'ours, Apollo Server 5', 'bench/gateways/servers/ours.mjs', {}, flags),
    await node(
      'alone',
      'ours, Apollo Server 5, no sharing of reads in flight',
      'bench/gateways/servers/ours.mjs',
      { SHARING: 'off' },
      flags,
    ),
    await hive('hive', '@graphql-hive/gateway'),
    await hive('hive-rust', '@graphql-hive/gateway with router-runtime (Rust planner)', { HIVE_ROUTER_RUNTIME: 'true' }),
  ];
}

/** Flags with which our gateway is to run in production as well: a young generation of a fixed size, in MiB, that holds what requests under way need. */
const ourFlags = (young) => (young ? [`--min-semi-space-size=${young}`, `--max-semi-space-size=${young}`] : []);

/** Sends the query for so many seconds; a run with anything but HTTP 200 counts for nothing. */
async function fire(url, connections, seconds) {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    connections,
    duration: seconds,
  });
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

/** Nothing is compared that does not answer alike. */
async function sameAnswers(contenders) {
  const answers = [];
  for (const { url, name } of contenders) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = await response.json();
    if (answer.errors || !answer.data?.topProducts?.length) throw new Error(`${name} answers ${JSON.stringify(answer).slice(0, 500)}`);
    answers.push(answer);
  }
  const odd = answers.findIndex((answer) => !isDeepStrictEqual(answer, answers[0]));
  if (odd > 0) throw new Error(`${contenders[odd].name} answers otherwise than ${contenders[0].name}`);
  console.error(`All answer alike: ${JSON.stringify(answers[0]).length} bytes`);
}

function report(measured) {
  const base = measured[0];
  const against = (one, of) => (of(one) / of(base)).toFixed(2);
  const cost = ({ costs }) => median(costs);
  const rate = ({ rates }) => median(rates);
  const peak = ({ server }) => server.memory().peak;
  console.log(
    `\n| | requests/s against ${base.id} | CPU per request, ms | against ${base.id} | peak memory, MiB | against ${base.id} | requests/s | p50, ms |`,
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const one of measured) {
    console.log(
      `| ${one.name} | ${against(one, rate)} | ${cost(one).toFixed(2)} | ${against(one, cost)} | ${peak(one).toFixed(0)} | ${against(one, peak)} | ${rate(one).toFixed(0)} | ${median(one.latencies).toFixed(1)} |`,
    );
  }
}
