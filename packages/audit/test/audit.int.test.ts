import { type DomainDatabase, migrate, newId, withClient, withSession } from '@atbalsts/database';
import { countStatements, type StatementCounter, type TestDatabase, testDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntryRow, AuditRecorder, auditMigrations, auditTrail, UnknownCursorError } from '../src/index.js';

const worker = { audience: 'STAFF', subject: 'social-worker', roles: ['social-worker', 'carer'], municipality: '0002000' };
const bauska = { audience: 'STAFF', subject: 'director-bauska', roles: ['director'], municipality: '0004000' };
const partner = { audience: 'PARTNER', subject: 'ngo-a', roles: ['partner'], organisation: newId() };

let opened: TestDatabase;
let database: DomainDatabase;
let statements: StatementCounter;

beforeAll(async () => {
  opened = await testDatabase('registry', { entities: [AuditEntryRow] });
  await migrate({ domain: 'registry', url: opened.ownerUrl, migrationsFolder: auditMigrations });
  database = opened.database;
  statements = countStatements(opened.superUrl);
});
afterAll(() => opened.drop());
beforeEach(() => withClient(opened.superUrl, (client) => client.query('truncate audit_entry')));

/** Every entry, past row-level security. */
const entries = () => withClient(opened.superUrl, async (client) => (await client.query('select * from audit_entry order by at, id')).rows);

describe('recording', () => {
  it('keeps who did what to whose record, for what, in which request', async () => {
    const personId = newId();
    await withSession(database, worker, async (em) => {
      const audit = new AuditRecorder(worker, 'request-1', 'case review');
      await audit.write(em, { action: 'case.open', personId, object: 'case:1', fields: ['risk', 'goals', 'risk'] });
    });
    expect(await entries()).toEqual([
      {
        id: expect.any(String),
        at: expect.any(Date),
        municipality: '0002000',
        subject: 'social-worker',
        role: 'social-worker carer',
        action: 'case.open',
        person_id: personId,
        object: 'case:1',
        fields: ['goals', 'risk'],
        purpose: 'case review',
        request_id: 'request-1',
        seq: expect.anything(),
      },
    ]);
  });

  it('is undone with the work, and the work with it', async () => {
    await withClient(opened.ownerUrl, (client) =>
      client.query('create table if not exists work (municipality text not null, what text); grant select, insert on work to registry_app'),
    );
    const failing = withSession(database, worker, async (em) => {
      await new AuditRecorder(worker, 'request-1').write(em, { action: 'case.open' });
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    const unrecorded = withSession(database, worker, async (em) => {
      await em.execute(`insert into work values ('0002000', 'done')`);
      await new AuditRecorder({ ...worker, subject: '' }, 'request-2').write(em, { action: 'case.open' });
    });
    await expect(unrecorded).rejects.toThrow(/violates check constraint/);
    expect(await entries()).toEqual([]);
    expect(await withSession(database, worker, (em) => em.execute('select * from work'))).toEqual([]);
  });

  it('fails the work too where the reads cannot be recorded', async () => {
    const work = withSession(database, worker, async (em) => {
      const audit = new AuditRecorder({ ...worker, subject: '' }, 'request-1');
      audit.read(newId(), '0002000', 'person.identity.read', 'givenName');
      await audit.flush(em);
    });
    await expect(work).rejects.toThrow(/violates check constraint/);
  });

  it('needs a municipality, of the act or of the principal', async () => {
    await withSession(database, partner, async (em) => {
      const audit = new AuditRecorder(partner, 'request-1');
      await expect(audit.write(em, { action: 'delivery.record' })).rejects.toThrow(RangeError);
      await audit.write(em, { action: 'delivery.record', municipality: '0002000' });
    });
    expect(await entries()).toMatchObject([
      { subject: 'ngo-a', municipality: '0002000', fields: [], purpose: null, object: null, person_id: null },
    ]);
  });
});

describe('reads of identity', () => {
  it('are written by one statement, once for each action and person with all the fields', async () => {
    const [anna, janis] = [newId(), newId()];
    await statements.reset();
    await withSession(database, worker, async (em) => {
      const audit = new AuditRecorder(worker, 'request-1');
      for (const field of ['personalCode', 'givenName', 'givenName']) audit.read(anna, '0002000', 'person.identity.read', field);
      audit.read(anna, '0002000', 'person.contact.read', 'phone');
      audit.read(janis, '0002000', 'person.identity.read', 'familyName');
      await audit.flush(em);
      await audit.flush(em);
    });
    expect(await statements.list()).toMatchObject([{ calls: 1, query: expect.stringMatching(/^insert into audit_entry/) }]);
    const rows = (await entries()).map(({ person_id, action, fields }) => ({ person_id, action, fields }));
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { person_id: anna, action: 'person.identity.read', fields: ['givenName', 'personalCode'] },
        { person_id: anna, action: 'person.contact.read', fields: ['phone'] },
        { person_id: janis, action: 'person.identity.read', fields: ['familyName'] },
      ]),
    );
  });

  it('cost no statement where none was made', async () => {
    await statements.reset();
    await withSession(database, worker, (em) => new AuditRecorder(worker, 'request-1').flush(em));
    expect(await statements.count()).toBe(0);
  });

  it('by a partner are recorded with the town whose client it is', async () => {
    const personId = newId();
    await withSession(database, partner, async (em) => {
      const audit = new AuditRecorder(partner, 'request-1', 'crisis help');
      audit.read(personId, '0002000', 'person.identity.read', 'givenName');
      await audit.flush(em);
      expect(await em.find(AuditEntryRow, {})).toEqual([]);
    });
    expect(await entries()).toMatchObject([{ subject: 'ngo-a', municipality: '0002000', person_id: personId }]);
  });
});

describe('the audit table', () => {
  it('cannot be changed or emptied by the application, whoever asks', async () => {
    await withSession(database, worker, (em) => new AuditRecorder(worker, 'request-1').write(em, { action: 'case.open' }));
    for (const principal of [worker, { audience: 'SYSTEM' }]) {
      for (const sql of [`update audit_entry set subject = 'nobody'`, 'delete from audit_entry', 'truncate audit_entry']) {
        await expect(withSession(database, principal, (em) => em.execute(sql))).rejects.toThrow(/permission denied/);
      }
    }
    expect(await entries()).toHaveLength(1);
  });

  it('takes nothing outside a session', async () => {
    const insert = withClient(opened.appUrl, (client) =>
      client.query(
        `insert into audit_entry (id, municipality, subject, role, action, request_id) values ($1, '0002000', 's', 'r', 'a', 'q')`,
        [newId()],
      ),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it('shows an auditor the entries of the own town', async () => {
    const personId = newId();
    for (const who of [worker, bauska]) {
      await withSession(database, who, (em) => new AuditRecorder(who, 'request-1').write(em, { action: 'case.open', personId }));
    }
    const subjects = (who: typeof worker) =>
      withSession(database, who, async (em) => (await auditTrail(em, personId, { first: 10 })).rows.map((row) => row.subject));
    expect(await subjects(worker)).toEqual(['social-worker']);
    expect(await subjects(bauska)).toEqual(['director-bauska']);
  });
});

describe('the trail of a person', () => {
  const personId = newId();
  beforeEach(async () => {
    await withSession(database, worker, async (em) => {
      for (let number = 1; number <= 5; number++) {
        await new AuditRecorder(worker, `request-${number}`, 'review').write(em, { action: 'case.open', personId, fields: ['risk'] });
      }
      await new AuditRecorder(worker, 'other').write(em, { action: 'case.open', personId: newId() });
    });
  });

  it('comes newest first, page by page, without a gap or a repetition', async () => {
    await withSession(database, worker, async (em) => {
      const first = await auditTrail(em, personId, { first: 2 });
      expect(first.rows.map((row) => row.requestId)).toEqual(['request-5', 'request-4', 'request-3']);
      expect(await first.total()).toBe(5);
      const second = await auditTrail(em, personId, { first: 2, after: first.rows[1]?.id });
      expect(second.rows.map((row) => row.requestId)).toEqual(['request-3', 'request-2', 'request-1']);
      const last = await auditTrail(em, personId, { first: 2, after: second.rows[1]?.id });
      expect(last.rows.map((row) => row.requestId)).toEqual(['request-1']);
      expect(last.rows[0]).toMatchObject({
        personId,
        fields: ['risk'],
        purpose: 'review',
        role: 'social-worker carer',
        at: expect.any(Date),
      });
      expect(last.rows[0]).toBeInstanceOf(AuditEntryRow);
    });
  });

  it('shows entries of one instant in a settled order', async () => {
    const many = newId();
    await withClient(opened.superUrl, (client) =>
      client.query(
        `insert into audit_entry (id, at, municipality, subject, role, action, person_id, request_id)
         select gen_random_uuid(), '2022-01-01', '0002000', 's', 'r', 'a', $1, i::text from generate_series(1, 10) i`,
        [many],
      ),
    );
    const seen: string[] = [];
    await withSession(database, worker, async (em) => {
      for (let after: string | undefined, more = true; more; after = seen.at(-1)) {
        const { rows } = await auditTrail(em, many, { first: 3, after });
        seen.push(...rows.slice(0, 3).map((row) => row.id));
        more = rows.length > 3;
      }
    });
    expect(new Set(seen).size).toBe(10);
  });

  it('refuses a cursor that it did not give out', async () => {
    await withSession(database, worker, async (em) => {
      await expect(auditTrail(em, personId, { first: 2, after: `' or true` })).rejects.toBeInstanceOf(UnknownCursorError);
      expect((await auditTrail(em, personId, { first: 2, after: newId() })).rows).toEqual([]);
    });
  });

  it('is read by index', async () => {
    const plan = await withSession(database, worker, async (em) => {
      await em.execute('set local enable_seqscan = off; set local enable_sort = off');
      return em.execute<{ 'QUERY PLAN': string }[]>(
        `explain select * from audit_entry where person_id = '${personId}' order by at desc, id desc limit 3`,
      );
    });
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index Scan using audit_entry_trail/);
  });
});
