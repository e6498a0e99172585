// A gateway as a process of its own, over the subgraphs and supergraphs its parent names: `node --expose-gc gateway.mjs FILE`. Tells what it holds when asked.
import { readFileSync } from 'node:fs';
import { limits, startGateway } from '@atbalsts/gateway';
import { HttpCaller } from '@atbalsts/graphql';

const { supergraphs, urls, timeoutMs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const caller = new HttpCaller(urls, { timeoutMs, breaker: { failures: 5, firstProbeMs: 10, lastProbeMs: 50 } });
const everybody = { verify: async (token) => ({ subject: 'test', audience: 'STAFF', roles: ['director'], token: token ?? '' }) };
const manyRequests = Object.fromEntries(Object.entries(limits).map(([name, one]) => [name, { ...one, requestsPerMinute: 10_000_000 }]));
const errors = [];
const gateway = await startGateway({
  config: { port: 0, host: '127.0.0.1' },
  supergraphs,
  caller,
  verifier: everybody,
  limits: manyRequests,
  log: (line) => line.level === 'error' && errors.length < 5 && errors.push(line),
});

/** What the process holds: the heap after a whole collection, and its sockets and timers. */
const held = () => {
  for (let i = 0; i < 4; i++) globalThis.gc();
  const resources = {};
  for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
  const inFlight = Object.fromEntries(Object.keys(urls).map((name) => [name, caller.condition(name).inFlight]));
  return { heap: process.memoryUsage().heapUsed, resources, inFlight, errors, cpuMs: process.cpuUsage().user / 1_000 };
};

process.on('message', ({ id }) => setImmediate(() => process.send({ id, state: held() })));
process.once('disconnect', () => process.exit());
process.send({ url: gateway.url });
