import { type DomainName, newId, withClient } from '@atbalsts/database';
import { cloneDatabases, daugavpils } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** An act that takes two persons: who began it and who ended it stand in two columns of one row. */
interface Act {
  what: string;
  domain: DomainName;
  table: string;
  /** The column of whoever began it. */
  by: string;
  /** The column of whoever ended it: never the same person. */
  other: string;
  constraint: string;
  /** What else the row needs. */
  row: Record<string, unknown>;
  /** Whether its state cannot be what it is without a second person. */
  needsOther?: boolean;
}

const [one, another] = [newId(), newId()];
const decision = {
  number: 'L-2026-1',
  application_id: newId(),
  household_id: newId(),
  outcome: 'GRANT',
  amount: 5000,
  proposed_by: newId(),
  proposed_on: '2026-01-01',
  approved_by: newId(),
  approved_on: '2026-01-02',
  state: 'APPROVED',
};

const acts: Act[] = [
  {
    what: 'a decision on a benefit',
    domain: 'benefits',
    table: 'decision',
    by: 'proposed_by',
    other: 'approved_by',
    constraint: 'decision_four_eyes',
    row: decision,
    needsOther: true,
  },
  {
    what: 'a challenge to a decision, decided by whoever approved it',
    domain: 'benefits',
    table: 'decision',
    by: 'approved_by',
    other: 'challenge_decided_by',
    constraint: 'decision_challenge_four_eyes',
    row: {
      ...decision,
      state: 'UPHELD',
      notified_on: '2026-01-03',
      challenge_until: '2026-02-03',
      challenged_on: '2026-01-10',
      challenge_grounds: 'x',
      challenge_decided_on: '2026-01-20',
      challenge_reasons: 'y',
    },
  },
  {
    what: 'a payment batch',
    domain: 'benefits',
    table: 'payment_batch',
    by: 'prepared_by',
    other: 'approved_by',
    constraint: 'payment_batch_four_eyes',
    row: { number: 'IZM-1', month: '2026-01-01', state: 'APPROVED', prepared_on: '2026-01-02', approved_on: '2026-01-03' },
    needsOther: true,
  },
  {
    what: 'a prolongation of statuses and benefits',
    domain: 'benefits',
    table: 'prolongation',
    by: 'proposed_by',
    other: 'approved_by',
    constraint: 'prolongation_four_eyes',
    row: {
      key: 'prolongation-1',
      number: 'PG-1',
      legal_basis: 'x',
      ending_from: '2026-01-01',
      ending_until: '2026-02-01',
      statuses: ['NEEDY'],
      until_date: '2026-06-01',
      with_benefits: true,
      state: 'DONE',
      total: 0,
      done: 0,
      proposed_on: '2026-01-01',
      approved_on: '2026-01-02',
    },
    needsOther: true,
  },
  {
    what: 'a decision on a service',
    domain: 'services',
    table: 'service_request',
    by: 'proposed_by',
    other: 'confirmed_by',
    constraint: 'service_request_four_eyes',
    row: {
      person_id: newId(),
      service_type: 'home-care',
      requested_on: '2026-01-01',
      due_on: '2026-02-01',
      state: 'REFUSED',
      outcome: 'REFUSE',
      reasons: 'x',
      decided_on: '2026-01-10',
    },
    needsOther: true,
  },
  {
    what: "an assistant's report",
    domain: 'services',
    table: 'assistant_report',
    by: 'submitted_by',
    other: 'decided_by',
    constraint: 'assistant_report_four_eyes',
    row: {
      contract_id: newId(),
      month: '2026-01-01',
      hours: 10,
      granted_hours: 20,
      state: 'APPROVED',
      submitted_on: '2026-02-01',
      decided_on: '2026-02-02',
    },
    needsOther: true,
  },
  {
    what: 'a placement in an emergency',
    domain: 'institutions',
    table: 'placement',
    by: 'admitted_by',
    other: 'confirmed_by',
    constraint: 'placement_confirmed_by_another',
    row: {
      person_id: newId(),
      facility_id: newId(),
      accommodation: false,
      from_date: '2026-01-01',
      funding: 'MUNICIPAL',
      emergency: 'x',
      admitted_on: '2026-01-01',
      confirmed_on: '2026-01-02',
    },
  },
  {
    what: 'an evaluation of an employee',
    domain: 'workforce',
    table: 'employee_evaluation',
    by: 'evaluated_by',
    other: 'confirmed_by',
    constraint: 'employee_evaluation_four_eyes',
    row: {
      employee_id: newId(),
      from_date: '2025-01-01',
      until_date: '2026-01-01',
      grade: 'GOOD',
      summary: 'x',
      evaluated_on: '2026-01-10',
      confirmed_on: '2026-01-11',
    },
  },
  {
    what: 'a promotion',
    domain: 'workforce',
    table: 'employee_promotion',
    by: 'proposed_by',
    other: 'decided_by',
    constraint: 'employee_promotion_four_eyes',
    row: {
      employee_id: newId(),
      kind: 'SOCIAL_WORKER',
      from_date: '2026-01-01',
      reason: 'x',
      state: 'CONFIRMED',
      proposed_on: '2026-01-01',
      decided_on: '2026-01-02',
    },
    needsOther: true,
  },
  {
    what: 'a published report',
    domain: 'strategy',
    table: 'published_report',
    by: 'prepared_by',
    other: 'confirmed_by',
    constraint: 'published_report_four_eyes',
    row: { region: 'latgale', year: 2024, published_on: '2025-03-01', snapshot: '{}' },
  },
  {
    what: 'the progress report of a strategy',
    domain: 'strategy',
    table: 'progress_report',
    by: 'submitted_by',
    other: 'approved_by',
    constraint: 'progress_report_four_eyes',
    row: {
      strategy_id: newId(),
      year: 2024,
      state: 'APPROVED',
      submitted_on: '2025-02-01',
      approved_on: '2025-03-01',
      council_decision: 'x',
      document_lv: 'x',
      document_en: 'x',
    },
  },
];

/** Two persons for what takes two: a rule of the database, whatever the program does, and nothing that the application could switch off. */
describe('four eyes in the database', () => {
  let clones: Awaited<ReturnType<typeof cloneDatabases>>;
  beforeAll(async () => {
    clones = await cloneDatabases(['benefits', 'services', 'institutions', 'workforce', 'strategy']);
    // What the rows point at, where a foreign key does not wait for the end of the transaction.
    await withClient(clones.databases.services.superUrl, (client) =>
      client.query(
        `insert into service_type (code, place, name_lv, name_en, kind) select 'home-care', 999, 'x', 'x', 'CARE'
          where not exists (select from service_type where code = 'home-care')`,
      ),
    );
  });
  afterAll(() => clones?.drop());

  /** Does it as the application of the domain, in a town; nothing stays. Gives the error, or null. */
  const attempt = (
    { domain, table }: Act,
    row: Record<string, unknown>,
    then?: string,
  ): Promise<{ code: string; constraint?: string; message: string } | null> =>
    withClient(clones.databases[domain].appUrl, async (client) => {
      await client.query('begin');
      try {
        await client.query(`set local atbalsts.municipality = '${daugavpils}'; set local atbalsts.audience = 'STAFF'`);
        const names = Object.keys(row);
        await client.query(
          `insert into "${table}" (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
          Object.values(row),
        );
        if (then) await client.query(then);
        return null;
      } catch (error) {
        return error as { code: string; constraint?: string; message: string };
      } finally {
        await client.query('rollback');
      }
    });
  const rowOf = ({ row, by, other }: Act, first: string, second: string | null) => ({
    id: newId(),
    municipality: daugavpils,
    ...row,
    [by]: first,
    [other]: second,
  });

  it.each(acts)('lets two persons do $what', async (act) => {
    expect(await attempt(act, rowOf(act, one, another))).toBeNull();
  });

  it.each(acts)('lets one person alone not do $what: not written so, and not changed into it', async (act) => {
    const { table, by, other, constraint } = act;
    expect(await attempt(act, rowOf(act, one, one))).toMatchObject({ code: '23514', constraint });
    for (const change of [`"${other}" = "${by}"`, `"${by}" = "${other}"`])
      expect(await attempt(act, rowOf(act, one, another), `update "${table}" set ${change}`)).toMatchObject({ code: '23514', constraint });
  });

  it.each(acts.filter(({ needsOther }) => needsOther))('lets $what not be done without a second person', async (act) => {
    expect(await attempt(act, rowOf(act, one, null))).toMatchObject({ code: '23514' });
  });

  it.each(acts)('lets the application not take the rule off $what', async (act) => {
    const { table, constraint } = act;
    for (const change of [`drop constraint ${constraint}`, 'disable trigger all', 'disable row level security'])
      expect(await attempt(act, rowOf(act, one, another), `alter table "${table}" ${change}`)).toMatchObject({ code: '42501' });
  });

  it('is on every pair of such columns that there is', async () => {
    const known = new Set(acts.map(({ constraint }) => constraint));
    for (const domain of Object.keys(clones.databases) as DomainName[]) {
      const { rows } = await withClient(clones.databases[domain].superUrl, (client) =>
        client.query(
          `select conrelid::regclass::text as table, conname as name from pg_constraint
            where contype = 'c' and connamespace = 'public'::regnamespace and conname ~ 'four_eyes|by_another'`,
        ),
      );
      expect(rows.filter(({ name }) => !known.has(name))).toEqual([]);
      expect(rows.map(({ name }) => name).sort()).toEqual(acts.flatMap((act) => (act.domain === domain ? [act.constraint] : [])).sort());
    }
  });
});
