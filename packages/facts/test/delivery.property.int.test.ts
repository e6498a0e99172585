import { newId, withClient } from '@atbalsts/database';
import type { TestDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyFacts, FactPump, OutboxSource, type Position, publish, readPosition } from '../src/index.js';
import { asSystem, factDatabase, forget, type OpenSession, openSession, town } from './support.js';

let registry: TestDatabase;
let benefits: TestDatabase;
let source: OutboxSource;

beforeAll(async () => {
  [registry, benefits] = await Promise.all([factDatabase('registry'), factDatabase('benefits')]);
  source = new OutboxSource(registry.database);
  // The owner's records: what the facts tell of. Changed in the same transactions, under the same row locks.
  await withClient(registry.superUrl, (client) =>
    client.query(
      'create table record (id uuid primary key, birth_year integer null); grant select, insert, update, delete on record to registry_app',
    ),
  );
});
afterAll(async () => {
  await Promise.all([registry.drop(), benefits.drop()]);
});

const writers = 3;
const records = 4;
const kinds = ['person'] as const;

/** One step of a run: writers change records, a reader pulls and applies, either may die. */
type Step =
  | { do: 'change'; writer: number; record: number; birthYear: number | null }
  | { do: 'commit' | 'abort'; writer: number }
  | { do: 'deliver'; limit: number; crash: boolean }
  | { do: 'deliver again' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      writer: fc.nat(writers - 1),
      record: fc.nat(records - 1),
      birthYear: fc.option(fc.integer({ min: 1900, max: 2020 }), { freq: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('commit' as const, 'commit' as const, 'abort' as const), writer: fc.nat(writers - 1) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deliver' as const), limit: fc.integer({ min: 1, max: 4 }), crash: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'deliver again' as const }) },
);

/** Plays a run on the two databases. */
class Run {
  private readonly ids = Array.from({ length: records }, () => newId());
  private readonly open = new Map<number, OpenSession>();
  private readonly lockedBy = new Map<number, number>();
  private last: Awaited<ReturnType<OutboxSource['pull']>> | null = null;

  constructor(private readonly begin: Position) {}

  async play(one: Step): Promise<void> {
    if (one.do === 'change') await this.change(one.writer, one.record, one.birthYear);
    else if (one.do === 'commit' || one.do === 'abort') await this.end(one.writer, one.do);
    else if (one.do === 'deliver') await this.deliver(one.limit, one.crash);
    else if (this.last) await this.apply(this.last, false);
  }

  /** Ends what is open, lets a new pump catch up, and compares the two sides. */
  async settle(): Promise<void> {
    for (const writer of [...this.open.keys()]) await this.end(writer, writer % 2 ? 'commit' : 'abort');
    await new FactPump({
      database: benefits.database,
      sources: { registry: (after, limit, options) => source.pull(after, limit, { ...options, kinds }) },
      batch: 2,
    }).catchUp();
    const theirs = await asSystem(registry.database, (em) =>
      em.execute(
        `select id, birth_year from record where birth_year is not null and id in (${this.ids.map((id) => `'${id}'`)}) order by id`,
      ),
    );
    const ours = await asSystem(benefits.database, (em) =>
      em.execute(
        `select person_id as id, birth_year from person_fact where person_id in (${this.ids.map((id) => `'${id}'`)}) order by person_id`,
      ),
    );
    expect(ours).toEqual(theirs);
  }

  private async change(writer: number, record: number, birthYear: number | null): Promise<void> {
    const holder = this.lockedBy.get(record);
    if (holder !== undefined && holder !== writer) return; // it would wait for the holder's row lock
    let session = this.open.get(writer);
    if (!session) {
      session = await openSession(registry.database);
      this.open.set(writer, session);
      await session.run((em) => em.execute('select pg_current_xact_id()')); // numbered when it begins, not when it first writes
    }
    this.lockedBy.set(record, writer);
    const id = this.ids[record] as string;
    await session.run(async (em) => {
      await em.execute(
        'insert into record values (?, ?) on conflict (id) do update set birth_year = excluded.birth_year',
        [id, birthYear],
        'run',
      );
      const body = birthYear === null ? null : { personId: id, sex: 'MALE' as const, birthYear };
      await publish(em, { kind: 'person', key: id, municipality: town, body });
    });
  }

  private async end(writer: number, how: 'commit' | 'abort'): Promise<void> {
    const session = this.open.get(writer);
    if (!session) return;
    this.open.delete(writer);
    for (const [record, holder] of this.lockedBy) if (holder === writer) this.lockedBy.delete(record);
    await (how === 'commit' ? session.commit() : session.rollback());
  }

  private async deliver(limit: number, crash: boolean): Promise<void> {
    const position = await asSystem(benefits.database, (em) => readPosition(em, 'registry', kinds));
    const batch = await source.pull(Math.max(position, this.begin), limit, { kinds });
    const positions = batch.facts.map((fact) => fact.position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    await this.apply(batch, crash);
    if (!crash) this.last = batch;
  }

  private async apply(batch: Awaited<ReturnType<OutboxSource['pull']>>, crash: boolean): Promise<void> {
    const applying = asSystem(benefits.database, async (em) => {
      await applyFacts(em, 'registry', batch);
      if (crash) throw new Error('crash');
    });
    await (crash ? expect(applying).rejects.toThrow('crash') : applying);
  }
}

it('brings the subscriber to the latest state of the owner, whoever publishes, gives up, pulls, applies or dies in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      await forget(benefits);
      const begin = (await source.pull(null, 10_000)).upTo;
      await asSystem(benefits.database, async (em) => {
        for (const kind of ['person', 'circumstance', 'household-member']) {
          await em.execute('insert into fact_cursor (source, kind, position) values (?, ?, ?)', ['registry', kind, begin], 'run');
        }
      });
      const run = new Run(begin);
      try {
        for (const one of steps) await run.play(one);
      } finally {
        await run.settle();
      }
    }),
    { numRuns: 60 },
  );
});
