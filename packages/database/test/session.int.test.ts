import {
  constraintOf,
  DatabaseError,
  DatabaseUnavailableError,
  isCancelled,
  isCheckViolation,
  isExclusionViolation,
  isUniqueViolation,
  newId,
  openDatabase,
  SessionEndedError,
  savepoint,
  sqlStateOf,
  withSession,
} from '@atbalsts/database';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LockMode } from '@mikro-orm/core';
import type { TestDatabase } from '../../testing/src/database.js';
import { countStatements } from '../../testing/src/database-statements.js';
import { Stay } from './stay.entity.js';
import { bauska, daugavpils, errorOf, query, system, townDatabase } from './support.js';

let test: TestDatabase;
const statements: string[] = [];

beforeAll(async () => {
  test = await townDatabase({ poolSize: 1 });
});
afterAll(() => test.drop());
afterEach(() => query(test.superUrl, 'delete from stay'));

const stay = (place: string, more: Partial<Stay> = {}) => ({ municipality: '0002000', place, fromDate: '2022-01-31', ...more }) as never;
const settings =
  "select current_setting('atbalsts.municipality', true) as municipality, current_setting('atbalsts.organisation', true) as organisation";

describe('a session', () => {
  it('keeps dates as the days they are, cents and hours as numbers', async () => {
    const id = await withSession(test.database, daugavpils, async (em) => {
      const made = em.create(Stay, stay('A1', { untilDate: '2024-02-29', cost: 10_900, hours: 7.5 }));
      await em.persist(made).flush();
      return made.id;
    });
    const [found] = await withSession(test.database, daugavpils, (em) => em.find(Stay, { id }));
    expect(found).toMatchObject({ fromDate: '2022-01-31', untilDate: '2024-02-29', cost: 10_900, hours: 7.5, version: 1 });
    expect(await query(test.superUrl, 'select from_date::text, until_date::text, cost::text from stay')).toEqual([
      { from_date: '2022-01-31', until_date: '2024-02-29', cost: '10900' },
    ]);
  });

  it('commits what was persisted, without a flush by the work', async () => {
    await withSession(test.database, daugavpils, async (em) => void em.persist(em.create(Stay, stay('A1'))));
    expect(await withSession(test.database, daugavpils, (em) => em.count(Stay))).toBe(1);
  });

  it('rolls everything back when the work throws, and throws the same error', async () => {
    const error = new Error('refused');
    const attempt = withSession(test.database, daugavpils, async (em) => {
      await em.persist(em.create(Stay, stay('A1'))).flush();
      throw error;
    });
    expect(await errorOf(attempt)).toBe(error);
    expect(await withSession(test.database, daugavpils, (em) => em.count(Stay))).toBe(0);
  });

  it('whose transaction failed inside does not pretend to have committed', async () => {
    const attempt = withSession(test.database, daugavpils, async (em) => {
      await em.persist(em.create(Stay, stay('A1'))).flush();
      await em.execute('select 1 / 0').catch(() => undefined);
      return 'done';
    });
    expect(sqlStateOf(await errorOf(attempt))).toBe('25P02');
    expect(await withSession(test.database, daugavpils, (em) => em.count(Stay))).toBe(0);
  });

  it('refuses a change made from an older version', async () => {
    const id = newId();
    await withSession(test.database, daugavpils, async (em) => void em.persist(em.create(Stay, stay('A1', { id }))));
    await withSession(test.database, daugavpils, async (em) => {
      (await em.findOneOrFail(Stay, id)).place = 'A2';
    });
    const attempt = withSession(test.database, daugavpils, async (em) => {
      const found = await em.findOneOrFail(Stay, id);
      await em.lock(found, LockMode.OPTIMISTIC, 1);
    });
    expect((await errorOf(attempt)).name).toBe('OptimisticLockError');
    expect(await query(test.superUrl, 'select version from stay')).toEqual([{ version: 2 }]);
  });

  it('begins, with all that row-level security reads, in one round trip that is no counted statement', async () => {
    const counter = countStatements(test.superUrl);
    await withSession(test.database, daugavpils, (em) => em.count(Stay));
    await counter.reset();
    await withSession(test.database, daugavpils, (em) => em.count(Stay));
    expect(await counter.list()).toEqual([{ query: expect.stringMatching(/^select count\(\*\)/i), calls: 1 }]);
    expect(await counter.count()).toBe(1);
  });

  it('without a municipality is not opened for staff, and never puts a value into SQL that has not its form', async () => {
    for (const principal of [
      { audience: 'STAFF' },
      { audience: 'STAFF', municipality: '*' },
      { audience: 'STAFF', municipality: "0002000'; drop table stay; --" },
      { audience: 'PARTNER', organisation: "x'; select 1; --" },
      { audience: 'REGIONAL', region: "latgale'; --" },
      { audience: 'NOBODY', municipality: '0002000' },
    ]) {
      expect((await errorOf(withSession(test.database, principal, async () => 1))).message).toMatch(
        /^(a principal of the staff|the principal's)/,
      );
    }
  });
});

describe('a pooled connection', () => {
  const seen = (principal: { audience: string; municipality?: string }) =>
    withSession(test.database, principal, (em) => em.execute<{ municipality: string; organisation: string }[]>(settings));
  const outside = () => test.database.orm.em.fork().execute(settings);

  it('carries nothing of a session on', async () => {
    await withSession(test.database, { audience: 'PARTNER', organisation: newId() }, (em) => em.execute('select 1'));
    await seen(daugavpils);
    expect(await outside()).toEqual([{ municipality: '', organisation: '' }]);
    expect(await seen(bauska)).toEqual([{ municipality: '0021000', organisation: '' }]);
  });

  it('carries nothing on after an error of the work, of the database, and of the commit', async () => {
    const failures: ((em: Parameters<Parameters<typeof withSession>[2]>[0]) => Promise<unknown>)[] = [
      async () => Promise.reject(new Error('of the work')),
      (em) => em.execute('select 1 / 0'),
      (em) => em.execute('select 1 / 0').catch(() => undefined),
      (em) => em.execute('create constraint trigger none after insert on stay for each row execute function none()'),
    ];
    for (const failure of failures) {
      await errorOf(withSession(test.database, daugavpils, failure));
      expect(await outside()).toEqual([{ municipality: '', organisation: '' }]);
      expect(await seen(bauska)).toEqual([{ municipality: '0021000', organisation: '' }]);
    }
  });

  it('is given back after each of many sessions at once, more than there are connections', async () => {
    const towns = Array.from({ length: 40 }, (_, index) => String(index + 1).padStart(7, '0'));
    const answers = await Promise.all(
      towns.map((municipality) =>
        withSession(test.database, { audience: 'STAFF', municipality }, async (em) => {
          const [first] = await em.execute<{ municipality: string }[]>(settings);
          if (municipality.endsWith('7')) await em.execute('select 1 / 0').catch(() => undefined);
          return first?.municipality;
        }).catch(() => 'failed'),
      ),
    );
    expect(answers).toEqual(towns.map((town) => (town.endsWith('7') ? 'failed' : town)));
  });

  it('refuses a query that comes after the end of its session, so that it cannot reach the next', async () => {
    const late: Promise<unknown>[] = [];
    await errorOf(
      withSession(test.database, daugavpils, async (em) => {
        // What a sibling resolver does after a failed field has ended the request: several queries that nobody waits for.
        const sibling = async () => {
          for (let n = 0; n < 50; n++) await em.execute(settings);
        };
        late.push(errorOf(sibling()), errorOf(sibling()));
        await em.execute('select 1');
        throw new Error('the request ended here');
      }),
    );
    const answers = await Promise.all([...Array(20).keys()].map(() => seen(bauska)));
    for (const error of await Promise.all(late))
      expect(error).toEqual(expect.objectContaining({ message: expect.stringMatching(/session has ended|already rolled back/) }));
    for (const answer of answers) expect(answer).toEqual([{ municipality: '0021000', organisation: '' }]);
    expect(SessionEndedError.name).toBe('SessionEndedError');
  });

  it('that the server cut off is replaced: the next session works', async () => {
    await withSession(test.database, daugavpils, async (em) => {
      const [{ pid } = { pid: 0 }] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
      await query(test.superUrl, `select pg_terminate_backend(${pid})`);
      await em.execute('select 1');
    }).catch(() => undefined);
    expect(await seen(bauska)).toEqual([{ municipality: '0021000', organisation: '' }]);
  });
});

describe('parallel queries of one session', () => {
  it('run one after another without a warning of the driver', async () => {
    const warned = jest.fn();
    process.on('warning', warned);
    await withSession(test.database, daugavpils, async (em) => {
      const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => em.execute(`select ${n} as n`)));
      expect(answers).toEqual(Array.from({ length: 30 }, (_, n) => [{ n }]));
      await Promise.all([em.find(Stay, {}), em.count(Stay), em.findOne(Stay, { place: 'A1' })]);
    });
    await new Promise((done) => setImmediate(done));
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
  });

  it('of references and of collections are batched into one statement each', async () => {
    const parents = await withSession(test.database, daugavpils, async (em) => {
      const made = [1, 2, 3, 4].map((n) => em.create(Stay, stay(`P${n}`)));
      for (const parent of made) {
        for (const n of [1, 2]) em.create(Stay, stay(`${(parent as Stay).place}-${n}`, { parent: parent as never }));
      }
      await em.flush();
      return made.map((parent) => (parent as Stay).id);
    });
    const counter = countStatements(test.superUrl);
    await counter.reset();
    await withSession(test.database, daugavpils, async (em) => {
      const children = await em.find(Stay, { parent: { $in: parents } });
      em.clear();
      const again = await em.find(Stay, { id: { $in: children.map((child) => child.id) } });
      const loaded = await Promise.all(again.map((child) => child.parent?.load()));
      expect(new Set(loaded.map((parent) => parent?.id))).toEqual(new Set(parents));
      const found = await em.find(Stay, { id: { $in: parents } });
      const lists = await Promise.all(found.map((parent) => parent.children.loadItems()));
      expect(lists.map((list) => list.length)).toEqual([2, 2, 2, 2]);
    });
    expect(await counter.count()).toBe(5);
  });
});

describe('a savepoint', () => {
  it('undoes only what was done in it, and the session goes on', async () => {
    await withSession(test.database, daugavpils, async (em) => {
      em.persist(em.create(Stay, stay('before')));
      const refusal = new Error('refused');
      const attempt = savepoint(em, async (inner) => {
        await inner.persist(inner.create(Stay, stay('inside'))).flush();
        throw refusal;
      });
      expect(await errorOf(attempt)).toBe(refusal);
      em.persist(em.create(Stay, stay('after')));
    });
    expect(await query(test.superUrl, 'select place from stay order by id')).toEqual([{ place: 'before' }, { place: 'after' }]);
  });

  it('forgets what was changed in memory inside it', async () => {
    const id = newId();
    await withSession(test.database, daugavpils, async (em) => void em.persist(em.create(Stay, stay('A1', { id }))));
    await withSession(test.database, daugavpils, async (em) => {
      await errorOf(
        savepoint(em, async (inner) => {
          (await inner.findOneOrFail(Stay, id)).place = 'B2';
          throw new Error('refused');
        }),
      );
    });
    expect(await query(test.superUrl, 'select place, version from stay')).toEqual([{ place: 'A1', version: 1 }]);
  });

  it('brings out a refusal by a constraint at its own end, and can be classified', async () => {
    await withSession(test.database, daugavpils, async (em) => {
      await savepoint(em, async (inner) => void inner.persist(inner.create(Stay, stay('A1', { untilDate: '2022-03-01' }))));
      const overlap = await errorOf(
        savepoint(em, async (inner) => void inner.persist(inner.create(Stay, stay('A1', { fromDate: '2022-02-28' })))),
      );
      expect([isExclusionViolation(overlap), isUniqueViolation(overlap), constraintOf(overlap)]).toEqual([true, false, 'stay_place_once']);
      const twice = await errorOf(
        savepoint(em, async (inner) => void inner.persist(inner.create(Stay, stay('A1', { untilDate: '2022-01-31' })))),
      );
      expect([isUniqueViolation(twice), constraintOf(twice)]).toEqual([true, 'stay_label']);
      const negative = await errorOf(savepoint(em, async (inner) => void inner.persist(inner.create(Stay, stay('A3', { cost: -1 })))));
      expect([isCheckViolation(negative), constraintOf(negative)]).toEqual([true, 'stay_cost_not_negative']);
      // Half-open periods: the day on which one ends is the day on which the next may begin.
      await savepoint(em, async (inner) => void inner.persist(inner.create(Stay, stay('A1', { fromDate: '2022-03-01' }))));
    });
    expect(await withSession(test.database, daugavpils, (em) => em.count(Stay))).toBe(2);
  });

  it('lies in another savepoint when called there', async () => {
    await withSession(test.database, daugavpils, async (em) => {
      await savepoint(em, async (outer) => {
        outer.persist(outer.create(Stay, stay('outer')));
        await errorOf(
          savepoint(outer, async (inner) => {
            await inner.persist(inner.create(Stay, stay('inner'))).flush();
            throw new Error('refused');
          }),
        );
      });
    });
    expect(await query(test.superUrl, 'select place from stay')).toEqual([{ place: 'outer' }]);
  });

  it('needs a session', async () => {
    expect((await errorOf(savepoint(test.database.orm.em.fork(), async () => 1))).message).toMatch(/session/);
  });
});

describe('sessions within sessions', () => {
  it('are transactions of their own: a domain that asks itself does not get into the first one', async () => {
    const wide = await openDatabase({
      domain: 'registry',
      url: test.appUrl,
      entities: [Stay],
      poolSize: 2,
      onStatement: (sql) => statements.push(sql),
    });
    await withSession(wide, daugavpils, (em) =>
      savepoint(em, async () => {
        const inner = await withSession(wide, bauska, (other) => other.execute<{ municipality: string }[]>(settings));
        const outer = await em.execute<{ municipality: string }[]>(settings);
        expect([inner[0]?.municipality, outer[0]?.municipality]).toEqual(['0021000', '0002000']);
      }),
    );
    await wide.close();
    expect(statements.length).toBeGreaterThan(0);
  });

  it('of the system see every municipality', async () => {
    await withSession(test.database, daugavpils, async (em) => void em.persist(em.create(Stay, stay('A1'))));
    expect(await withSession(test.database, system, (em) => em.count(Stay))).toBe(1);
  });
});

describe("a person's patience", () => {
  const limitOf = async (principal: typeof system, statementTimeoutMs?: number) => {
    const database = await openDatabase({ domain: 'registry', url: test.appUrl, entities: [], poolSize: 1, statementTimeoutMs });
    const [row] = await withSession(database, principal, (em) =>
      em.execute<{ it: string }[]>("select current_setting('statement_timeout') as it"),
    );
    await database.close();
    return row?.it;
  };

  it('is limited, for every audience but the system', async () => {
    expect([await limitOf(daugavpils), await limitOf({ audience: 'PARTNER' }), await limitOf({ audience: 'REGIONAL' })]).toEqual([
      '15s',
      '15s',
      '15s',
    ]);
    expect([await limitOf(system), await limitOf(daugavpils, 0), await limitOf(daugavpils, 250)]).toEqual(['0', '0', '250ms']);
  });

  it('ends with the statement cancelled and the connection fit for the next session, without a limit of its own', async () => {
    const hasty = await openDatabase({ domain: 'registry', url: test.appUrl, entities: [], poolSize: 1, statementTimeoutMs: 50 });
    const slow = withSession(hasty, daugavpils, (em) => em.execute('select pg_sleep(600)'));
    expect(isCancelled(await errorOf(slow))).toBe(true);
    expect(await withSession(hasty, system, (em) => em.execute("select current_setting('statement_timeout') as it"))).toEqual([
      { it: '0' },
    ]);
    await hasty.close();
  });

  it('must be a whole number of milliseconds', async () => {
    for (const statementTimeoutMs of [-1, 1.5, Number.NaN])
      expect(await errorOf(limitOf(daugavpils, statementTimeoutMs))).toBeInstanceOf(DatabaseError);
  });
});

describe('an unreachable database', () => {
  const open = (url: string) => openDatabase({ domain: 'registry', url, entities: [] });

  it('gives one line that names the variable and where, and never the password', async () => {
    const wrong = new URL(test.appUrl);
    wrong.password = 'very-secret-word';
    const nowhere = new URL(wrong);
    nowhere.port = '1';
    const missing = new URL(test.appUrl);
    missing.pathname = '/nothing_here';
    for (const url of [
      wrong.href,
      nowhere.href,
      missing.href,
      'postgresql://a:very-secret-word@',
      'not a url very-secret-word',
      'mysql://a:very-secret-word@b/c',
    ]) {
      const error = await errorOf(open(url));
      expect(error).toBeInstanceOf(DatabaseUnavailableError);
      expect(error.message).toMatch(/^DATABASE_URL_REGISTRY: /);
      expect(error.message).not.toMatch(/very-secret-word|\n/);
    }
    expect((await errorOf(open(nowhere.href))).message).toBe(
      `DATABASE_URL_REGISTRY: cannot reach the database 127.0.0.1:1/${test.name}: nothing listens there`,
    );
    expect((await errorOf(open(wrong.href))).message).toMatch(/: the password is wrong$/);
    expect((await errorOf(open(missing.href))).message).toMatch(/: no such database$/);
  });

  it('that answers again is used again, by the same pool', async () => {
    const database = await open(test.appUrl);
    const server = new URL('/postgres', test.superUrl).href;
    await query(server, `alter database "${test.name}" allow_connections false`);
    await query(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${test.name}'`);
    await errorOf(withSession(database, daugavpils, (em) => em.execute('select 1')));
    await query(server, `alter database "${test.name}" allow_connections true`);
    expect(await withSession(database, daugavpils, (em) => em.execute('select 1 as one'))).toEqual([{ one: 1 }]);
    await database.close();
  });
});
