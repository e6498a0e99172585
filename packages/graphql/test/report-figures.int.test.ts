import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DomainDatabase, migrate, type SessionPrincipal, withClient, withSession } from '@atbalsts/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../testing/src/database.js';
import { countStatements } from '../../testing/src/database-statements.js';
import { type CountingRuleDefinition, countingRule } from '../src/report.js';
import { CountingGoesOn, countingTimeMs, figuresOf, sourcesIn } from '../src/report-figures.js';

const town = '0002000';
const neighbour = '0025000';
const words = { lv: 'skaita', en: 'counts' };
const rules: CountingRuleDefinition[] = [
  countingRule('t', 'stays', words, 'select count(*) from stay where municipality = :municipality and day >= :from and day < :until'),
  countingRule(
    't',
    'money',
    words,
    'select coalesce(sum(amount), 0) from paid where municipality = :municipality and day >= :from and day < :until',
  ),
  countingRule('t', 'kinds', words, 'select count(*) from counted_kind'),
];

const sql = `
create table stay (id int primary key, municipality text not null, day date not null, note text);
select atbalsts_tenant_table('stay');
create table paid (id int primary key, municipality text not null, day date, amount int not null);
select atbalsts_tenant_table('paid');
insert into report_source_year values ('paid', 'coalesce(extract(year from day), -1)');
create table kind (code text primary key, counted boolean not null);
select atbalsts_shared_table('kind');
select atbalsts_counted_table('kind', 'shared');
create table unmarked (id int primary key);
select atbalsts_shared_table('unmarked');
create function is_counted(boolean) returns boolean language sql immutable as 'select $1';
create view counted_kind with (security_invoker = true) as select code from kind where is_counted(counted);
do $$ begin execute format('grant select on counted_kind to %I', atbalsts_app_role()); end $$;
`;

describe('a figure of the report', () => {
  let opened: TestDatabase;
  let database: DomainDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'atbalsts-figures-'));
  const who = (municipality: string): SessionPrincipal => ({ audience: 'STAFF', municipality });
  const change = (statement: string, municipality = town) =>
    withSession(database, who(municipality), (em) => em.execute(statement, [], 'run'));
  const read = async (year = 2022, municipality = town) =>
    Object.fromEntries(await withSession(database, who(municipality), (em) => figuresOf(em, rules, municipality, [year])));
  /** Figures and how many statements they took, the session's own aside. */
  const counted = async (year = 2022, municipality = town) => {
    const counter = countStatements(opened.superUrl);
    await counter.reset();
    const figures = await read(year, municipality);
    return { figures, statements: await counter.count() };
  };
  const kept = () =>
    withClient(
      opened.superUrl,
      async (client) =>
        (await client.query('select rule, year, value from report_figure')).rows as { rule: string; year: number; value: number }[],
    );

  beforeAll(async () => {
    opened = await testDatabase('services', { poolSize: 8 });
    writeFileSync(join(folder, '20220101000000_counted.sql'), sql);
    await migrate({ domain: 'services', url: opened.ownerUrl, migrationsFolder: folder });
    database = opened.database;
  });
  afterAll(async () => {
    await opened?.drop();
    rmSync(folder, { recursive: true });
  });

  it('is counted once, and read from then on in one statement', async () => {
    await change(`insert into stay values (1, '${town}', '2022-03-01'), (2, '${town}', '2021-03-01')`);
    const first = await counted();
    expect(first.figures).toEqual({ 't.stays@2022': 1, 't.money@2022': 0, 't.kinds@2022': 0 });
    const second = await counted();
    expect(second.figures).toEqual(first.figures);
    expect(second.statements).toBe(1);
    expect(first.statements).toBeGreaterThan(1);
  });

  it.each([
    ['a record more', `insert into stay values (3, '${town}', '2022-04-01')`, { 't.stays@2022': 2 }],
    ['a record changed', `update stay set day = '2021-04-01' where id = 3`, { 't.stays@2022': 1 }],
    ['a record less', 'delete from stay where id = 1', { 't.stays@2022': 0 }],
    ['a payment of the year', `insert into paid values (1, '${town}', '2022-05-01', 700)`, { 't.money@2022': 700 }],
    [
      'a payment moved into the year',
      `insert into paid values (2, '${town}', null, 50); update paid set day = '2022-05-02' where id = 2`,
      { 't.money@2022': 750 },
    ],
    ['a payment moved out of it', `update paid set day = '2023-05-02' where id = 2`, { 't.money@2022': 700 }],
  ])('changes in the same moment as its record: %s', async (_, statement, expected) => {
    await read();
    await change(statement);
    expect(await read()).toMatchObject(expected);
  });

  it('changes with a table of no municipality, through a view and a function, but not when it is written anew as it was', async () => {
    const owner = (statement: string) => withClient(opened.ownerUrl, (client) => client.query(statement));
    await owner(`insert into kind values ('a', true), ('b', false)`);
    expect(await read()).toMatchObject({ 't.kinds@2022': 1 });
    await owner(`insert into kind values ('b', true) on conflict (code) do update set counted = excluded.counted`);
    expect(await read()).toMatchObject({ 't.kinds@2022': 2 });
    await owner(`insert into kind values ('b', true) on conflict (code) do update set counted = excluded.counted`);
    expect((await counted()).statements).toBe(1);
  });

  it('is not counted anew for a change of another town, of another year’s payments, or of what it does not read', async () => {
    await read();
    await change(`insert into stay values (10, '${neighbour}', '2022-04-01')`, neighbour);
    await change(`insert into paid values (11, '${town}', '2024-01-01', 5), (12, '${town}', null, 5)`);
    expect((await counted()).statements).toBe(1);
  });

  it('is right for a transaction that changes and reads, and is not left behind by one that is undone', async () => {
    const before = await read();
    const undone = withSession(database, who(town), async (em) => {
      await em.execute(`insert into stay values (20, '${town}', '2022-06-01')`, [], 'run');
      expect(Object.fromEntries(await figuresOf(em, rules, town, [2022]))['t.stays@2022']).toBe((before['t.stays@2022'] as number) + 1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await read()).toEqual(before);
  });

  it('is right when the record was written before it was counted and committed after', async () => {
    const before = (await read())['t.stays@2022'] as number;
    await withSession(database, who(town), async (em) => {
      await em.execute(`insert into stay values (30, '${town}', '2022-06-01')`, [], 'run');
      await change(`insert into stay values (31, '${town}', '2022-06-02')`);
      expect((await read())['t.stays@2022']).toBe(before + 1);
    });
    expect((await read())['t.stays@2022']).toBe(before + 2);
  });

  it('does not hold in a copy that was restored into another cluster', async () => {
    await read();
    await withClient(opened.superUrl, (client) => client.query('update report_figure set cluster = cluster + 1, value = 99'));
    expect((await read())['t.stays@2022']).not.toBe(99);
  });

  it('of a changed rule is counted anew', async () => {
    const other = rules.map((rule) => ({ ...rule, sql: 'select 7' }));
    await read();
    expect([...(await withSession(database, who(town), (em) => figuresOf(em, other, town, [2022]))).values()]).toEqual([7, 7, 7]);
  });

  it('that is one of too many to be counted in one request is kept, and who asks again has fewer to wait for', async () => {
    const many = Array.from({ length: 3 }, (_, at) => countingRule('many', `row-${at}`, words, `select count(*) + ${at} from stay`));
    const keptOf = async () => (await kept()).filter(({ rule }) => rule.startsWith('many.')).length;
    let time = 0;
    // A clock on which every look costs a little more than half of what a request may count.
    const ask = () =>
      withSession(database, who(town), async (em) =>
        figuresOf(em, many, town, [2022], () => {
          time += countingTimeMs / 2 + 1;
          return time;
        }).catch((error: unknown) => error),
      );
    const first = await ask();
    expect(first).toBeInstanceOf(CountingGoesOn);
    expect((first as CountingGoesOn).message).toMatch(/^Counted 1 of 3 figures/);
    expect(await keptOf()).toBe(1);
    expect(await ask()).toMatchObject({ message: expect.stringMatching(/^Counted 2 of 3/), extensions: { code: 'TIMEOUT' } });
    expect([...((await ask()) as Map<string, number>).keys()]).toHaveLength(3);
    expect(await keptOf()).toBe(3);
  });

  it('of a table whose changes are not marked is never kept', async () => {
    const unmarked = [countingRule('t', 'unmarked', words, 'select count(*) from unmarked')];
    const ask = () => withSession(database, who(town), (em) => figuresOf(em, unmarked, town, [2022]));
    expect([...(await ask()).values()]).toEqual([0]);
    await withClient(opened.ownerUrl, (client) => client.query('insert into unmarked values (1)'));
    expect([...(await ask()).values()]).toEqual([1]);
    expect((await kept()).filter(({ rule }) => rule.startsWith('t.unmarked'))).toEqual([]);
  });

  it('names what its rule reads, through views and functions', async () => {
    const sources = await withSession(database, who(town), sourcesIn);
    expect(rules.map((rule) => sources(rule.sql))).toEqual([
      { tables: ['stay'], marked: true },
      { tables: ['paid'], marked: true },
      { tables: ['kind'], marked: true },
    ]);
    expect(sources(`select count(*) from stay where note = 'unmarked' or note = 'it''s unmarked'`)).toEqual({
      tables: ['stay'],
      marked: true,
    });
    expect(sources('select 1 from unmarked, stay')).toEqual({ tables: ['stay', 'unmarked'], marked: false });
  });

  it('cannot be forged: the application writes no marks and no year of a source', async () => {
    await expect(change(`insert into report_change (municipality, source, year) values ('${town}', 'stay', 0)`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(change(`update report_source_year set expression = '1'`)).rejects.toThrow(/permission denied/);
    expect(
      await withSession(database, who(neighbour), (em) => em.execute(`select 1 from report_figure where municipality = '${town}'`)),
    ).toEqual([]);
  });

  it('is right after any work of several people at once', async () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom('insert', 'delete', 'read', 'undo'),
        id: fc.integer({ min: 1000, max: 1030 }),
        year: fc.constantFrom(2021, 2022),
      }),
      { minLength: 8, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const work = async ({ kind, id, year }: { kind: string; id: number; year: number }) => {
          if (kind === 'read') return void (await read(year));
          const done = withSession(database, who(town), async (em) => {
            if (kind === 'delete') await em.execute('delete from stay where id = ?', [id], 'run');
            else
              await em.execute(
                `insert into stay values (?, '${town}', '${year}-02-02') on conflict (id) do update set day = excluded.day`,
                [id],
                'run',
              );
            if (kind === 'undo') throw new Error('undone');
          });
          await done.catch((error: Error) => expect(error.message).toBe('undone'));
        };
        await Promise.all(
          [0, 1, 2].map(async (lane) => {
            for (const [at, step] of all.entries()) if (at % 3 === lane) await work(step);
          }),
        );
        for (const year of [2021, 2022]) {
          const [row] = await withClient(
            opened.superUrl,
            async (client) =>
              (
                await client.query(`select count(*)::int as n from stay where municipality = $1 and extract(year from day) = $2`, [
                  town,
                  year,
                ])
              ).rows,
          );
          expect((await read(year))[`t.stays@${year}`]).toBe(row.n);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
