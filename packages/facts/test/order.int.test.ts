import { bulkLoad, newId, savepoint, withSession } from '@atbalsts/database';
import type { TestDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OutboxSource, type Position, publish, publishMany } from '../src/index.js';
import { asSystem, factDatabase, openSession, person, town } from './support.js';

let registry: TestDatabase;
let source: OutboxSource;
let start: Position;

beforeAll(async () => {
  registry = await factDatabase('registry');
  source = new OutboxSource(registry.database);
});
afterAll(() => registry.drop());
beforeEach(async () => {
  start = (await source.pull(null, 10_000)).upTo;
});

const years = async () => (await source.pull(start, 100)).facts.map((fact) => fact.body?.birthYear);

describe('the order of an outbox', () => {
  it('is the order of publication', async () => {
    await asSystem(registry.database, (em) => publishMany(em, [person(1951), person(1952)]));
    await asSystem(registry.database, (em) => publish(em, person(1953)));
    expect(await years()).toEqual([1951, 1952, 1953]);
  });

  it('has nothing of a transaction that was rolled back', async () => {
    await expect(
      asSystem(registry.database, async (em) => {
        await publish(em, person(1951));
        throw new Error('the change failed');
      }),
    ).rejects.toThrow('the change failed');
    await asSystem(registry.database, (em) => publish(em, person(1952)));
    expect(await years()).toEqual([1952]);
  });

  it('waits for a transaction that is still open instead of skipping it', async () => {
    await asSystem(registry.database, (em) => publish(em, person(1950)));
    const slow = await openSession(registry.database);
    await slow.run((em) => publish(em, person(1951)));
    await asSystem(registry.database, (em) => publish(em, person(1952)));
    const early = await source.pull(start, 100);
    expect(early.facts.map((fact) => fact.body?.birthYear)).toEqual([1950]);
    expect(early.head - early.upTo).toBe(2);
    await slow.commit();
    const late = await source.pull(early.upTo, 100);
    expect(late.facts.map((fact) => fact.body?.birthYear)).toEqual([1951, 1952]);
    expect(late.head).toBe(late.upTo);
  });

  it('goes on past a slow transaction that gave up', async () => {
    const slow = await openSession(registry.database);
    await slow.run((em) => publish(em, person(1951)));
    await asSystem(registry.database, (em) => publish(em, person(1952)));
    expect(await years()).toEqual([]);
    await slow.rollback();
    expect(await years()).toEqual([1952]);
  });

  it('waits too where a savepoint was rolled back before the transaction published again', async () => {
    const slow = await openSession(registry.database);
    await slow.run(async (em) => {
      await expect(
        savepoint(em, async (nested) => {
          await publish(nested, person(1951));
          throw new Error('refused');
        }),
      ).rejects.toThrow('refused');
      await publish(em, person(1952));
    });
    await asSystem(registry.database, (em) => publish(em, person(1953)));
    expect(await years()).toEqual([]);
    await slow.commit();
    expect(await years()).toEqual([1952, 1953]);
  });

  it('does not wait for a transaction that publishes nothing, however old', async () => {
    const other = await openSession(registry.database);
    await other.run((em) => em.execute('select pg_current_xact_id()'));
    await asSystem(registry.database, (em) => publish(em, person(1951)));
    expect(await years()).toEqual([1951]);
    await other.rollback();
  });

  it('is that of the changes of one row, though the transaction that changes it last began first', async () => {
    const id = newId();
    const first = await openSession(registry.database);
    await first.run((em) => em.execute('select pg_current_xact_id()'));
    await asSystem(registry.database, (em) => publish(em, person(1951, id)));
    await first.run((em) => publish(em, person(1952, id)));
    await first.commit();
    expect(await years()).toEqual([1951, 1952]);
  });

  it('holds for rows loaded in bulk', async () => {
    const id = newId();
    await bulkLoad(registry.ownerUrl, async (client) => {
      await client.query('insert into outbox (kind, key, municipality, body) values ($1, $2, $3, $4)', [
        'person',
        id,
        town,
        JSON.stringify({ personId: id, sex: 'MALE', birthYear: 1951 }),
      ]);
      const { rows } = await client.query<{ head: number; horizon: number }>(
        'select outbox_head()::integer as head, outbox_horizon()::integer as horizon',
      );
      expect(rows[0]).toEqual({ head: start + 1, horizon: start });
    });
    expect(await years()).toEqual([1951]);
  });

  it('cannot be changed afterwards by the application', async () => {
    await asSystem(registry.database, (em) => publish(em, person(1951)));
    for (const sql of [`update outbox set body = null`, `delete from outbox`, `truncate outbox`]) {
      await expect(asSystem(registry.database, (em) => em.execute(sql))).rejects.toThrow(/permission denied/);
    }
  });

  it('refuses to be read in a transaction that keeps its first snapshot', async () => {
    const pull = asSystem(registry.database, async (em) => {
      await em.execute('set transaction isolation level repeatable read');
      await em.execute('select * from outbox_pull(0, 1, null)');
    });
    await expect(pull).rejects.toThrow(/read committed/);
  });

  it('shows a town its own facts only, and takes none of another town', async () => {
    const bauska = { audience: 'STAFF', municipality: '0004000' };
    await asSystem(registry.database, (em) => publish(em, person(1951)));
    const rows = await withSession(registry.database, bauska, (em) => em.execute('select 1 from outbox'));
    expect(rows).toEqual([]);
    await expect(withSession(registry.database, bauska, (em) => publish(em, person(1952)))).rejects.toThrow(/row-level security/);
  });
});
