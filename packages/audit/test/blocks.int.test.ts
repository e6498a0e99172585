import { type DomainDatabase, newId, withClient, withSession } from '@atbalsts/database';
import { type TestDatabase, testDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { AuditEntryRow, AuditRecorder, AuditSealer, headText, readHead, sealAll, type Tampering, verifyAudit } from '../src/index.js';

const worker = { audience: 'STAFF', subject: 'social-worker', roles: ['social-worker'], municipality: '0002000' };
const bauska = { ...worker, subject: 'social-worker-bauska', municipality: '0025000' };

let opened: TestDatabase;
let database: DomainDatabase;
beforeAll(async () => {
  opened = await testDatabase('registry', { entities: [AuditEntryRow], poolSize: 8 });
  database = opened.database;
});
afterAll(() => opened.drop());
beforeEach(() => withClient(opened.superUrl, (client) => client.query('truncate audit_entry, audit_block')));

/** Writes entries in one transaction; `until` holds it open. */
const write = (count: number, by = worker, until: Promise<unknown> = Promise.resolve()) =>
  withSession(database, by, async (em) => {
    for (let i = 0; i < count; i++) {
      const audit = new AuditRecorder(by, `request-${i}`, i % 2 ? 'case review' : null);
      await audit.write(em, { action: 'case.open', personId: i % 3 ? newId() : null, object: `case:${i}`, fields: ['goals', 'risk'] });
    }
    await until;
  });

/** What somebody with the rights of the owner can do: row-level security binds the owner as well, until told otherwise. */
const asOwner = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(opened.ownerUrl, async (client) => {
    await client.query("begin; set local atbalsts.municipality = '*'; set local atbalsts.audience = 'SYSTEM'");
    const result = await work(client);
    await client.query('commit');
    return result;
  });

const found = async (): Promise<Tampering[]> => (await verifyAudit(database)).findings;
/** Goes on writing and sealing until nothing can be put in below the first entries unseen: transactions of other databases of the server hold that up. */
const sealPast = async (entries: number): Promise<void> => {
  for (let settled = false; !settled; ) {
    await write(1);
    await sealAll(database, 3);
    const [row] = await asOwner(
      async (client) =>
        (
          await client.query<{ settled: boolean }>(
            `select max(floor_seq) >= (select seq from audit_entry order by seq offset $1 limit 1) as settled from audit_block`,
            [entries],
          )
        ).rows,
    );
    settled = row?.settled ?? false;
  }
};
const idAt = async (index: number): Promise<string> =>
  asOwner(async (client) => (await client.query('select id from audit_entry order by seq offset $1 limit 1', [index])).rows[0].id);

describe('the sealer', () => {
  it('seals every committed entry of every town once, in blocks that hang together', async () => {
    await write(5);
    await write(3, bauska);
    expect(await sealAll(database, 3)).toMatchObject({ blocks: 3, entries: 8 });
    expect(await sealAll(database, 3)).toEqual({ blocks: 0, entries: 0, head: null });
    await write(2);
    expect(await sealAll(database, 3)).toMatchObject({ blocks: 1, entries: 2, head: { number: 4 } });
    expect(await verifyAudit(database)).toMatchObject({ blocks: 4, sealed: 10, tail: { entries: 0 }, findings: [] });
  });

  it('does not skip whoever commits late, and does not wait for them', async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const late = withSession(database, worker, async (em) => {
      await new AuditRecorder(worker, 'late').write(em, { action: 'case.open' });
      written();
      await held;
    });
    await isWritten;
    // Three passes while the transaction is open: each seals what came after it.
    for (let pass = 0; pass < 3; pass++) {
      await write(2);
      expect(await sealAll(database)).toMatchObject({ entries: 2 });
    }
    commit();
    await late;
    expect((await verifyAudit(database)).tail.entries).toBe(1);
    expect(await sealAll(database)).toMatchObject({ entries: 1 });
    await write(1);
    await sealAll(database);
    expect(await verifyAudit(database)).toMatchObject({ sealed: 8, tail: { entries: 0 }, findings: [] });
  });

  it('is one at a time, and twenty at once seal each entry once', async () => {
    await write(40);
    await Promise.all(Array.from({ length: 20 }, () => sealAll(database, 7)));
    await sealAll(database, 7);
    expect(await verifyAudit(database)).toMatchObject({ sealed: 40, tail: { entries: 0 }, findings: [] });
  });

  it('seals in the background until it is stopped, and tells the heads', async () => {
    await write(3);
    const heads: string[] = [];
    const told = new Promise<void>((resolve) => {
      const sealer = new AuditSealer({
        database,
        everyMs: 5,
        onSealed: ({ head }) => {
          if (head) heads.push(headText(head));
          void sealer.stop().then(resolve);
        },
      });
      sealer.start();
    });
    await told;
    const { head, findings } = await verifyAudit(database, { heads: [readHead(heads[0] as string) as never] });
    expect([headText(head), findings]).toEqual([heads[0], []]);
  });

  it('keeps what waits behind a transaction that never ends, and finds it when the number comes late', async () => {
    const rounds = fc.array(fc.record({ entries: fc.integer({ min: 1, max: 4 }), late: fc.boolean(), seal: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(rounds, fc.integer({ min: 1, max: 5 }), async (steps, size) => {
        await withClient(opened.superUrl, (client) => client.query('truncate audit_entry, audit_block'));
        const open: { done: Promise<unknown>; end: () => void }[] = [];
        let total = 0;
        for (const { entries, late, seal } of steps) {
          total += entries;
          if (late && open.length < 4) {
            let end = () => {};
            let ready = () => {};
            const until = new Promise<void>((resolve) => {
              end = resolve;
            });
            const isReady = new Promise<void>((resolve) => {
              ready = resolve;
            });
            const done = withSession(database, worker, async (em) => {
              for (let i = 0; i < entries; i++) await new AuditRecorder(worker, 'late').write(em, { action: 'case.open' });
              ready();
              await until;
            });
            open.push({ done, end });
            await isReady;
          } else await write(entries);
          if (seal) await sealAll(database, size);
          const oldest = seal && open.length > 1 ? open.shift() : undefined;
          oldest?.end();
          await oldest?.done;
        }
        for (const { end, done } of open) {
          end();
          await done;
        }
        await sealAll(database, size);
        expect(await verifyAudit(database)).toMatchObject({ sealed: total, tail: { entries: 0 }, findings: [] });
      }),
      { numRuns: 15 },
    );
  });
});

describe('the application role', () => {
  const asApp = (sql: string, settings = "set local atbalsts.municipality = '0002000'; set local atbalsts.audience = 'STAFF'") =>
    withClient(opened.appUrl, async (client) => {
      await client.query(`begin; ${settings}`);
      try {
        return await client.query(sql).then(
          ({ rowCount }) => rowCount,
          (error: { code: string }) => error.code,
        );
      } finally {
        await client.query('rollback');
      }
    });

  it.each([
    ["update audit_entry set subject = 'nobody'"],
    ['delete from audit_entry'],
    ['truncate audit_entry'],
    ['update audit_block set hash = previous'],
    ['delete from audit_block'],
    [
      "insert into audit_entry (id, at, municipality, subject, role, action, request_id) values (gen_random_uuid(), '2020-01-01', '0002000', 'x', '', 'x', 'x')",
    ],
    [
      "insert into audit_entry (id, seq, municipality, subject, role, action, request_id) overriding system value values (gen_random_uuid(), 1, '0002000', 'x', '', 'x', 'x')",
    ],
    ['alter table audit_entry disable row level security'],
    ['drop trigger audit_entry_numbered on audit_entry'],
    ["select setval('audit_entry_seq_seq', 1)"],
  ])('may not: %s', async (sql) => {
    await write(1);
    await sealAll(database);
    expect(await asApp(sql, "set local atbalsts.municipality = '*'; set local atbalsts.audience = 'SYSTEM'")).toBe('42501');
  });

  it.each(['STAFF', 'PARTNER', 'REGIONAL'])('sees and writes no block in a session of %s', async (audience) => {
    await write(1);
    await sealAll(database);
    const settings = `set local atbalsts.municipality = '0002000'; set local atbalsts.audience = '${audience}'`;
    expect(await asApp('select * from audit_block', settings)).toBe(0);
    const copy = `insert into audit_block select 2, hash, sha256('x'), now(), entry_ids, entry_hashes, 1, 1, 1, 1 from (values (sha256('y'), array[gen_random_uuid()], sha256('z'))) v (hash, entry_ids, entry_hashes)`;
    expect(await asApp(copy, settings)).toBe('42501');
  });
});

describe('verification', () => {
  beforeEach(async () => {
    await write(9);
    await sealAll(database, 3);
    await write(1);
    await sealAll(database, 3);
  });

  it('names an entry that was altered, and its block', async () => {
    const id = await idAt(4);
    await asOwner((client) => client.query(`update audit_entry set subject = 'somebody-else' where id = $1`, [id]));
    expect(await found()).toEqual([{ kind: 'ALTERED', domain: 'registry', block: 2, entry: id }]);
  });

  it('names an entry that was removed, and its block', async () => {
    const id = await idAt(8);
    await asOwner((client) => client.query('delete from audit_entry where id = $1', [id]));
    expect(await found()).toEqual([{ kind: 'REMOVED', domain: 'registry', block: 3, entry: id }]);
  });

  it('names an entry that was put in among those that are sealed', async () => {
    await sealPast(2);
    const id = newId();
    await asOwner(async (client) => {
      const { rows } = await client.query('delete from audit_entry where seq = (select min(seq) + 2 from audit_entry) returning seq');
      await client.query(
        `insert into audit_entry (id, seq, municipality, subject, role, action, request_id) overriding system value
         values ($1, $2, '0002000', 'x', '', 'x', 'x')`,
        [id, rows[0].seq],
      );
    });
    expect((await found()).map(({ kind, entry }) => [kind, entry])).toContainEqual(['INSERTED', id]);
  });

  it('names a block that was altered, made anew or removed', async () => {
    await asOwner((client) => client.query('update audit_block set floor_seq = floor_seq - 1 where number = 2'));
    expect(await found()).toEqual([{ kind: 'BLOCK_ALTERED', domain: 'registry', block: 2, entry: null }]);
    await asOwner((client) => client.query('delete from audit_block where number = 2'));
    expect(await found()).toContainEqual({ kind: 'BLOCK_REMOVED', domain: 'registry', block: 2, entry: null });
  });

  it('names an entry that says a time long before its block', async () => {
    const id = newId();
    await asOwner((client) =>
      client.query(
        `insert into audit_entry (id, at, municipality, subject, role, action, request_id) values ($1, '2020-01-01', '0002000', 'x', '', 'x', 'x')`,
        [id],
      ),
    );
    await sealAll(database);
    expect(await found()).toEqual([{ kind: 'BACKDATED', domain: 'registry', block: 5, entry: id }]);
  });

  it('finds that the chain was cut, or made anew, by a head that was kept outside, and by nothing else', async () => {
    const { head } = await verifyAudit(database);
    await asOwner((client) => client.query('delete from audit_block where number > 2'));
    expect((await verifyAudit(database)).findings).toEqual([]);
    const cut = { kind: 'TRUNCATED', domain: 'registry', block: 4, entry: null };
    expect((await verifyAudit(database, { heads: [head] })).findings).toEqual([cut]);
    await sealAll(database, 3);
    expect((await verifyAudit(database, { heads: [head] })).findings).toEqual([cut]);
    expect((await verifyAudit(database, { heads: [{ ...head, domain: 'benefits' }] })).findings).toEqual([]);
  });

  it('says how much is in the tail, of which nothing can be proved', async () => {
    await write(4);
    expect(await verifyAudit(database)).toMatchObject({ sealed: 10, tail: { entries: 4 }, findings: [] });
    await asOwner((client) => client.query(`update audit_entry set subject = 'x' where seq > (select max(last_seq) from audit_block)`));
    expect((await verifyAudit(database)).findings).toEqual([]);
  });

  it('finds and names whatever somebody with the rights of the owner changes, takes out or puts in', async () => {
    const text = fc.constantFrom('x', 'social-worker ', '', '"', 'ā', '\\');
    const tampering = fc.oneof(
      fc.record({ what: fc.constant('remove' as const), index: fc.nat(9) }),
      fc.record({ what: fc.constant('insert' as const), index: fc.nat(8) }),
      fc.record({
        what: fc.constant('alter' as const),
        index: fc.nat(9),
        set: fc.oneof(
          fc.tuple(fc.constantFrom('role', 'object', 'purpose', 'request_id', 'municipality'), text).map(([c, v]) => [`${c} = $1`, v]),
          fc.tuple(fc.constantFrom('subject', 'action'), text).map(([c, v]) => [`${c} = $1 || 'x'`, v]),
          fc.constantFrom(
            ["at = at + interval '1 microsecond'", null],
            ["at = 'infinity'", null],
            ['person_id = gen_random_uuid()', null],
            ["fields = fields || 'more'::text", null],
            ['fields = array[null]::text[]', null],
            ["fields = array['goals,risk']", null],
            ['id = gen_random_uuid()', null],
            ['object = null', null],
          ),
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(tampering, async (act) => {
        await withClient(opened.superUrl, (client) => client.query('truncate audit_entry, audit_block'));
        await write(9);
        await sealAll(database, 3);
        await sealPast(9);
        const id = await idAt(act.index);
        const fresh = newId();
        const changed = await asOwner(async (client) => {
          if (act.what === 'remove') return (await client.query('delete from audit_entry where id = $1', [id])).rowCount;
          if (act.what === 'insert') {
            // Its number was free: the numbers are doubled first, which alone is found as well.
            await client.query('alter table audit_entry alter column seq set generated by default; drop index audit_entry_seq');
            await client.query(
              `insert into audit_entry (id, seq, municipality, subject, role, action, request_id)
               select $1, seq, municipality, subject, role, action, request_id from audit_entry where id = $2`,
              [fresh, id],
            );
            return 1;
          }
          const [set, value] = act.set as [string, string | null];
          const was = (await client.query('select md5(e::text) as hash from audit_entry e where id = $1', [id])).rows[0].hash;
          const { rows } = await client.query(
            `update audit_entry e set ${set} where id = ${value === null ? '$1' : '$2'} returning md5(e::text) as hash`,
            value === null ? [id] : [value, id],
          );
          return rows[0].hash === was ? 0 : 1;
        });
        const findings = await found();
        await withClient(opened.superUrl, async (client) => {
          if (act.what !== 'insert') return;
          await client.query('delete from audit_entry where id = $1', [fresh]);
          await client.query(
            'alter table audit_entry alter column seq set generated always; create unique index audit_entry_seq on audit_entry (seq)',
          );
        });
        if (!changed) expect(findings).toEqual([]);
        else {
          const named = findings.map((finding) => finding.entry);
          expect(named).toContain(act.what === 'insert' ? fresh : id);
          expect(findings.every((finding) => finding.domain === 'registry')).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
