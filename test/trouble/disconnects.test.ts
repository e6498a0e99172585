import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clients, numbersFrom } from './clients.js';
import { Child, SubgraphProcess, troubled, troubledSupergraphs, until, wrongWith } from './support.js';

/** What the gateway process says of itself. */
interface Held {
  heap: number;
  resources: Record<string, number>;
  inFlight: Record<string, number>;
  errors: unknown[];
  cpuMs: number;
}

const lost = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT'];

describe('ten thousand requests whose clients hang up when they like', () => {
  const subgraphs = troubled.map((domain) => new SubgraphProcess(domain));
  const services = subgraphs[1] as SubgraphProcess;
  const benefits = subgraphs[2] as SubgraphProcess;
  const random = numbersFrom(2_026);
  let folder: string;
  let gateway: Child;
  let clients: Clients;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atbalsts-trouble-'));
    await Promise.all(subgraphs.map((one) => one.start()));
    const file = join(folder, 'gateway.json');
    const urls = Object.fromEntries(subgraphs.map((one) => [one.domain, one.url]));
    writeFileSync(file, JSON.stringify({ supergraphs: troubledSupergraphs(), urls, timeoutMs: 1_000 }));
    gateway = new Child('gateway.mjs', [file], ['--expose-gc', '--max-semi-space-size=16']);
    const { url } = await gateway.hello<{ url: string }>();
    clients = new Clients(url, random);
  });
  afterAll(async () => {
    clients?.close();
    await gateway?.kill();
    await Promise.all(subgraphs.map((one) => one.kill()));
    rmSync(folder, { recursive: true, force: true });
  });

  const held = () => gateway.says<Held>({});
  /** Waits until nothing is under way in the gateway, and gives what it holds then. */
  const atRest = async () => {
    let now = await held();
    await until(async () => {
      now = await held();
      return Object.values(now.inFlight).every((calls) => calls === 0) && (now.resources.Timeout ?? 0) <= 1;
    });
    return now;
  };

  it('leave no connection, no timer and no memory behind; every answer is right or says by a code what it lacks', async () => {
    // Warm: code compiled, plan and documents cached, connections open.
    const warm = await clients.ask(2_000, 40, (answer) => wrongWith(answer, []));
    expect(warm.wrong).toEqual([]);
    const before = await atRest();

    const well = await clients.ask(5_000, 40, (answer) => wrongWith(answer, []));
    expect(well.wrong).toEqual([]);
    expect([well.answered > 1_000, well.hungUp > 1_000, well.answered + well.hungUp]).toEqual([true, true, 5_000]);

    // While one subgraph dies and comes back, and another stands still for a while.
    const ill = await clients.ask(
      5_000,
      40,
      (answer) => wrongWith(answer, lost),
      (n) => {
        if (n === 500) return services.kill();
        if (n === 2_000) return services.start();
        if (n === 3_000) benefits.freeze();
        if (n === 3_500) benefits.thaw();
      },
    );
    expect(ill.wrong).toEqual([]);
    expect(ill.answered + ill.hungUp).toBe(5_000);
    await until(async () => (await clients.ask(40, 40, (answer) => wrongWith(answer, []))).wrong.length === 0);

    const after = await atRest();
    expect(after.errors).toEqual([]);
    expect(after.heap / before.heap).toBeLessThan(1.05);
    expect(after.resources.TCPSocketWrap ?? 0).toBeLessThanOrEqual(3 * 40 + 40);
    clients.close();
    await until(async () => ((await held()).resources.TCPSocketWrap ?? 0) <= 3 * 32);
  });
});
