import { newId, withClient } from '@atbalsts/database';
import type { TestDatabase } from '@atbalsts/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  FactBell,
  type FactPull,
  FactPump,
  type FactPumpOptions,
  type FactSourceState,
  OutboxSource,
  publish,
  publishMany,
} from '../src/index.js';
import { asSystem, deferred, factDatabase, forget, heard, openSession, person, town } from './support.js';

let registry: TestDatabase;
let benefits: TestDatabase;
let services: TestDatabase;
let fromRegistry: OutboxSource;
let fromBenefits: OutboxSource;
const started: FactPump[] = [];
let expected: { key: string; birthYear: number }[];

beforeAll(async () => {
  [registry, benefits, services] = await Promise.all([factDatabase('registry'), factDatabase('benefits'), factDatabase('services')]);
  fromRegistry = new OutboxSource(registry.database);
  fromBenefits = new OutboxSource(benefits.database);
  expected = [];
});
afterAll(async () => {
  await Promise.all([registry.drop(), benefits.drop(), services.drop()]);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((pump) => pump.stop()));
});
beforeEach(async () => {
  await forget(services);
});

/** Publishes persons in a transaction each; every subscriber is to hear them in this order. */
async function tell(...years: number[]): Promise<void> {
  for (const year of years) {
    const fact = person(year);
    await asSystem(registry.database, (em) => publish(em, fact));
    expected.push({ key: fact.key, birthYear: year });
  }
}

function pumpOf(options: Partial<FactPumpOptions> = {}): FactPump {
  return new FactPump({ database: services.database, sources: { registry: fromRegistry.pull }, batch: 3, ...options });
}

/** A started pump, and a way to wait until it has applied everything published so far. */
function running(options: Partial<FactPumpOptions>): { pump: FactPump; caughtUp(): Promise<void> } {
  let reached = -1;
  let waiting: { target: number; done: () => void }[] = [];
  const look = () => {
    for (const { target, done } of waiting) if (reached >= target) done();
    waiting = waiting.filter(({ target }) => reached < target);
  };
  const pump = pumpOf({
    ...options,
    onApplied: ({ position }) => {
      reached = position ?? reached;
      look();
    },
  });
  started.push(pump);
  pump.start();
  return {
    pump,
    caughtUp: async () => {
      const { head } = await fromRegistry.pull(null, 1);
      const { promise, resolve } = deferred();
      waiting.push({ target: head, done: resolve });
      look();
      await promise;
    },
  };
}

describe('catching up', () => {
  it('brings every fact once, in order, however many batches it takes', async () => {
    await tell(1951, 1952, 1953, 1954, 1955, 1956, 1957);
    const pump = pumpOf();
    expect(await pump.catchUp()).toBe(expected.length);
    expect(await heard(services.database)).toEqual(expected);
    expect(await pump.catchUp()).toBe(0);
    expect(pump.status()).toEqual([
      { source: 'registry', position: expect.any(Number), behind: 0, lastSuccess: expect.any(Date), failures: 0, error: null },
    ]);
  });

  it('gives the planner statistics when very many facts came at once', async () => {
    const [owner, subscriber] = await Promise.all([factDatabase('registry'), factDatabase('benefits')]);
    const facts = Array.from({ length: 10_000 }, () => person(1951));
    await asSystem(owner.database, (em) => publishMany(em, facts));
    await new FactPump({ database: subscriber.database, sources: { registry: new OutboxSource(owner.database).pull } }).catchUp();
    const [table] = await asSystem(subscriber.database, (em) => em.execute(`select reltuples from pg_class where relname = 'fact'`));
    expect(table).toEqual({ reltuples: 10_000 });
    await Promise.all([owner.drop(), subscriber.drop()]);
  });

  it('goes on where a pump before it stopped', async () => {
    await pumpOf().catchUp();
    await tell(1961);
    expect(await pumpOf().catchUp()).toBe(1);
    expect(await heard(services.database)).toEqual(expected);
  });

  it('loses and doubles nothing when the source fails half-way', async () => {
    await tell(1962, 1963, 1964, 1965);
    let pulls = 0;
    const failing: FactPull = async (...args) => {
      if (++pulls === 2) throw new Error('connection reset');
      return fromRegistry.pull(...args);
    };
    const pump = pumpOf({ sources: { registry: failing } });
    expect(await pump.catchUp()).toBe(3);
    expect(pump.status()[0]).toMatchObject({ failures: 1, error: 'connection reset' });
    await pump.catchUp();
    expect(await heard(services.database)).toEqual(expected);
    expect(pump.status()[0]).toMatchObject({ failures: 0, error: null });
  });

  it('loses and doubles nothing when the subscriber dies between pulling and committing', async () => {
    await tell(1966);
    let cut = true;
    const dying = new Proxy(services.database, {
      get: (target, name) => {
        if (name === 'orm' && cut && armed) {
          cut = false;
          throw new Error('killed');
        }
        return Reflect.get(target, name);
      },
    });
    let armed = false;
    const arming: FactPull = async (...args) => {
      const batch = await fromRegistry.pull(...args);
      armed = true;
      return batch;
    };
    const pump = pumpOf({ database: dying, sources: { registry: arming } });
    expect(await pump.catchUp()).toBe(0);
    expect(pump.status()[0]).toMatchObject({ failures: 1, error: 'killed' });
    expect(await heard(services.database)).toEqual([]);
    await pumpOf().catchUp();
    expect(await heard(services.database)).toEqual(expected);
  });

  it('does not let one source that is down hold back another, and never throws', async () => {
    const decisionId = newId();
    const body = { decisionId, personId: newId(), number: 'L-1', benefitType: 'gmi', outcome: 'GRANT' as const, on: '2022-01-05' };
    await asSystem(benefits.database, (em) => publish(em, { kind: 'decision', key: decisionId, municipality: town, body }));
    const changes: FactSourceState[] = [];
    const down: FactPull = () => Promise.reject(new Error('nothing listens there'));
    let registrySource: FactPull = down;
    const pump = pumpOf({
      sources: { registry: (...args) => registrySource(...args), benefits: fromBenefits.pull },
      onChange: (state) => changes.push(state),
    });
    expect(await pump.catchUp()).toBe(1);
    expect(await pump.catchUp()).toBe(0);
    registrySource = fromRegistry.pull;
    expect(await pump.catchUp()).toBe(expected.length);
    expect(changes.map(({ source, failures, error }) => ({ source, failures, error }))).toEqual([
      { source: 'registry', failures: 1, error: 'nothing listens there' },
      { source: 'registry', failures: 0, error: null },
    ]);
  });

  it('tells how far it lies behind a transaction that is still open', async () => {
    const pump = pumpOf();
    await pump.catchUp();
    const slow = await openSession(registry.database);
    const fact = person(1967);
    await slow.run((em) => publish(em, fact));
    await pump.catchUp();
    expect(pump.status()[0]).toMatchObject({ behind: 1, failures: 0 });
    await slow.commit();
    expected.push({ key: fact.key, birthYear: 1967 });
    await pump.catchUp();
    expect(pump.status()[0]).toMatchObject({ behind: 0 });
    expect(await heard(services.database)).toEqual(expected);
  });

  it('stands still, and says so, before a source that was put back to an older copy', async () => {
    await pumpOf().catchUp();
    const older: FactPull = async (...args) => ({ ...(await fromRegistry.pull(...args)), head: 1 });
    const pump = pumpOf({ sources: { registry: older } });
    expect(await pump.catchUp()).toBe(0);
    expect(pump.status()[0]?.error).toMatch(/put back to an older copy/);
  });

  it('leaves alone a source to which the domain does not subscribe', async () => {
    const pump = new FactPump({ database: registry.database, sources: { benefits: fromBenefits.pull } });
    expect(await pump.catchUp()).toBe(0);
    expect(pump.status()).toEqual([]);
  });
});

describe('a started pump', () => {
  it('wakes when the owner publishes, though its poll is an hour away, and stops cleanly', async () => {
    const bell = await FactBell.listen(registry.appUrl);
    const { pump, caughtUp } = running({ bells: { registry: bell }, pollMs: 3_600_000 });
    pump.start(); // a second time changes nothing
    await caughtUp();
    await tell(1971);
    await caughtUp();
    await pump.stop();
    await bell.close();
    expect(await heard(services.database)).toEqual(expected);
  });

  it('wakes again after its bell lost the connection, and hears what was published in between', async () => {
    const bell = await FactBell.listen(registry.appUrl, 1);
    const { caughtUp } = running({ bells: { registry: bell }, pollMs: 3_600_000 });
    await caughtUp();
    await withClient(registry.superUrl, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'atbalsts facts'`,
      ),
    );
    await tell(1974);
    await caughtUp();
    await tell(1975);
    await caughtUp();
    await bell.close();
    expect(await heard(services.database)).toEqual(expected);
  });

  it('has no bell where the first connection fails', async () => {
    await expect(FactBell.listen('postgresql://nobody:wrong@127.0.0.1:1/nowhere')).rejects.toThrow();
  });

  it('hears by polling when nothing rings, and can be started again', async () => {
    const { pump, caughtUp } = running({ pollMs: 1 });
    await caughtUp();
    await tell(1972);
    await caughtUp();
    await pump.stop();
    await tell(1973);
    pump.start();
    await caughtUp();
    expect(await heard(services.database)).toEqual(expected);
  });

  it('comes back by itself when its source does', async () => {
    let failures = 0;
    const shaky: FactPull = async (...args) => {
      if (++failures <= 3) throw new Error('down');
      return fromRegistry.pull(...args);
    };
    const { caughtUp } = running({ sources: { registry: shaky }, pollMs: 1, longestWaitMs: 2 });
    await caughtUp();
    expect(await heard(services.database)).toEqual(expected);
  });

  it('gives up a pull under way when it is stopped', async () => {
    const asked = deferred();
    const hanging: FactPull = (_after, _limit, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(new Error('given up')));
        asked.resolve();
      });
    const { pump } = running({ sources: { registry: hanging } });
    await asked.promise;
    await pump.stop();
    expect(pump.status()[0]).toMatchObject({ failures: 0, error: null });
  });
});
