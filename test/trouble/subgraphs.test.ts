import { type RunningGateway, startGateway } from '@atbalsts/gateway';
import { HttpCaller, type HttpCallerOptions } from '@atbalsts/graphql';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allWell, ask, everybody, everything, manyRequests, SubgraphProcess, troubled, troubledSupergraphs, until } from './support.js';

const supergraphs = troubledSupergraphs();

describe('a subgraph in trouble, as a process of its own', () => {
  const services = new SubgraphProcess('services');
  let all: SubgraphProcess[];
  let caller: HttpCaller;
  let gateway: RunningGateway;

  const open = async (options: HttpCallerOptions = {}) => {
    caller = new HttpCaller(Object.fromEntries(all.map((one) => [one.domain, one.url])), {
      breaker: { failures: 5, firstProbeMs: 10, lastProbeMs: 50 },
      ...options,
    });
    gateway = await startGateway({
      config: { port: 0, host: '127.0.0.1' },
      supergraphs,
      caller,
      verifier: everybody,
      limits: manyRequests,
      log: () => {},
    });
  };
  beforeEach(async () => {
    all = troubled.map((domain) => (domain === 'services' ? services : new SubgraphProcess(domain)));
    await Promise.all(all.map((one) => one.start()));
  });
  afterEach(async () => {
    await gateway.stop();
    await caller.close();
    await Promise.all(all.map((one) => one.kill()));
  });

  /** The answer that lacks what services would have given, and says so. */
  const withoutCases = (code: string) => ({
    data: { persons: allWell.persons.map((person) => ({ ...person, cases: null })) },
    errors: [
      expect.objectContaining({
        path: ['persons', 0, 'cases'],
        extensions: expect.objectContaining({ code, subgraph: 'services', messageLv: expect.any(String) }),
      }),
    ],
  });
  const othersAnswer = async () => expect(await ask(gateway.url, '{ persons { name applications } }')).not.toHaveProperty('errors');
  const comesBack = () => until(async () => !(await ask(gateway.url, everything)).errors);

  it('that is killed empties its own fields, and fills them again when it is back', async () => {
    await open();
    expect(await ask(gateway.url, everything)).toEqual({ data: allWell });
    await services.kill();
    for (let i = 0; i < 8; i++) expect(await ask(gateway.url, everything)).toEqual(withoutCases('SUBGRAPH_UNAVAILABLE'));
    expect(caller.condition('services')?.breaker).not.toBe('closed');
    await othersAnswer();
    await services.start();
    await comesBack();
    expect(caller.condition('services')).toEqual({ breaker: 'closed', inFlight: 0 });
  });

  it('that is killed while it answers gives a coded error to each who waits, for a question or a change', async () => {
    await open();
    await services.behave('hold');
    const waiting = [ask(gateway.url, everything), ask(gateway.url, 'mutation { serve(text: "x") }')];
    await until(async () => (await services.behave()).held === 2);
    await services.kill();
    const [read, change] = await Promise.all(waiting);
    expect(read).toEqual(withoutCases('SUBGRAPH_UNAVAILABLE'));
    expect(change?.errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
  });

  it('that is frozen holds up nobody else, and whoever waited for it gets the right answer when it goes on', async () => {
    await open({ connections: 4, queue: 60, timeoutMs: 60_000 });
    services.freeze();
    const waiting = Array.from({ length: 50 }, () => ask(gateway.url, everything));
    await until(() => caller.condition('services')?.inFlight === 50);
    for (let i = 0; i < 20; i++) await othersAnswer();
    expect(caller.condition('services')?.inFlight).toBe(50);
    services.thaw();
    for (const answer of await Promise.all(waiting)) expect(answer).toEqual({ data: allWell });
    expect(caller.condition('services')).toEqual({ breaker: 'closed', inFlight: 0 });
  });

  it('that stays frozen is given up after its time, refused at once from then on, and found again', async () => {
    await open({ timeoutMs: 300 });
    services.freeze();
    const late = await Promise.all(Array.from({ length: 5 }, () => ask(gateway.url, everything)));
    for (const answer of late) expect(answer).toEqual(withoutCases('SUBGRAPH_TIMEOUT'));
    expect(caller.condition('services')?.breaker).not.toBe('closed');
    services.thaw();
    await comesBack();
  });

  it('that is slow holds up nobody else; beyond its queue one is refused at once, not kept', async () => {
    await open({ connections: 2, queue: 3, timeoutMs: 60_000 });
    await services.behave('hold');
    const waiting = Array.from({ length: 5 }, () => ask(gateway.url, everything));
    await until(() => caller.condition('services')?.inFlight === 5 && caller.condition('benefits')?.inFlight === 0);
    expect(await ask(gateway.url, everything)).toEqual(withoutCases('SUBGRAPH_UNAVAILABLE'));
    await othersAnswer();
    await services.behave('well');
    for (const answer of await Promise.all(waiting)) expect(answer).toEqual({ data: allWell });
  });

  it('that answers nonsense is no subgraph, until it comes to its senses', async () => {
    await open();
    await services.behave('garbage');
    expect(await ask(gateway.url, everything)).toEqual(withoutCases('SUBGRAPH_UNAVAILABLE'));
    await othersAnswer();
    await services.behave('well');
    await comesBack();
  });

  it('that answers 100 MB is refused when the limit is reached; the rest is neither kept nor read', async () => {
    await open({ largestAnswerBytes: 4_000_000 });
    await services.behave('flood');
    expect(await ask(gateway.url, everything)).toEqual(withoutCases('SUBGRAPH_UNAVAILABLE'));
    await until(async () => (await services.behave()).held === 0);
    expect((await services.behave()).sent).toBeLessThan(50_000_000);
    await othersAnswer();
    await services.behave('well');
    await comesBack();
  });
});
