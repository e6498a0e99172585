import type { Principal } from '@atbalsts/auth';
import { modules } from '@atbalsts/cli';
import { type DomainName, newId } from '@atbalsts/database';
import { daugavpils, type OtherDomains, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

const person = newId();
const household = newId();
const employee = newId();
const record = newId();

/** What one domain is asked to change, and to show where showing is recorded. */
interface Recorded {
  domain: DomainName;
  /** Rows that must be there. */
  arrange?: string[];
  others?: OtherDomains;
  change: { as: Principal; query: string; input: object /** The tables that would have got a row. */; tables: string[] };
  read?: { as: Principal; query: string; secret: RegExp };
  /** Of the same record, what is not recorded. */
  open?: { as: Principal; query: string };
}

const registryKnows: OtherDomains = {
  registry: ({ query }) =>
    query.includes('household(id:')
      ? { data: { household: { id: household, members: [{ person: { id: person, age: 40, circumstances: [] } }] } } }
      : {
          data: {
            person: {
              id: person,
              declaredResidence: { municipality: { code: daugavpils } },
              household: { id: household },
              circumstances: [],
            },
          },
        },
};

const domainsRecorded: Recorded[] = [
  {
    domain: 'registry',
    arrange: [
      `insert into person (id, municipality, identity_basis, given_name, family_name, birth_date, sex) values ('${record}', '${daugavpils}', 'OWN_STATEMENT', 'Zane', 'Slepenkalna', '1980-05-17', 'FEMALE')`,
    ],
    change: {
      as: staff('social-worker'),
      query: 'mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id } problems { code } } }',
      input: { identityBasis: 'OWN_STATEMENT', givenName: 'Anna', familyName: 'Otra', birthDate: '1950-01-01', sex: 'FEMALE' },
      tables: ['person'],
    },
    read: { as: staff('social-worker'), query: `{ person(id: "${record}") { id familyName } }`, secret: /Slepenkalna/ },
    open: { as: staff('social-worker'), query: `{ person(id: "${record}") { reference } }` },
  },
  {
    domain: 'benefits',
    others: registryKnows,
    change: {
      as: staff('assistance-organiser'),
      query: 'mutation($i: SubmitApplicationInput!) { submitApplication(input: $i) { application { id } problems { code } } }',
      input: { applicantId: person, householdId: household, benefitType: 'gmi', submittedOn: '2026-11-20' },
      tables: ['application'],
    },
  },
  {
    domain: 'services',
    arrange: [
      `insert into social_case (id, municipality, person_id, responsible_id, target_group, risk, opened_on) values ('${record}', '${daugavpils}', '${person}', '${employee}', 'ADULT', 'NONE', '2026-01-10')`,
      `insert into case_note (id, municipality, case_id, employee_id, at, text) values ('${newId()}', '${daugavpils}', '${record}', '${employee}', '2026-02-02', 'Zane zvanīja')`,
    ],
    change: {
      as: staff('social-worker'),
      query: 'mutation($i: ReportViolenceInput!) { reportViolence(input: $i) { number problems { code } } }',
      input: {
        key: 'k-1',
        reporter: 'NEIGHBOUR',
        victim: 'ADULT',
        victimDescribed: 'Sieviete',
        kinds: ['UNKNOWN'],
        receivedOn: '2026-11-20',
        account: 'Kliedzieni aiz sienas',
        danger: false,
      },
      tables: ['violence_report'],
    },
    read: {
      as: staff('social-worker', { employee }),
      query: `{ socialCase(id: "${record}") { id notes(first: 5) { nodes { text } } } }`,
      secret: /Zane/,
    },
    open: { as: staff('social-worker', { employee }), query: `{ socialCase(id: "${record}") { number } }` },
  },
  {
    domain: 'institutions',
    arrange: [
      `insert into facility (id, municipality, name, kind, address) values ('${record}', '${daugavpils}', 'Patversme', 'SHELTER', 'Parauga iela 1')`,
    ],
    change: {
      as: staff('facility-manager'),
      query: 'mutation($i: RecordIncidentInput!) { recordIncident(input: $i) { incident { id } problems { code } } }',
      input: { facilityId: record, on: '2026-11-20', kind: 'FIRE', what: 'Dega atkritumi', personIds: [], informed: [] },
      tables: ['facility_incident'],
    },
  },
  {
    domain: 'workforce',
    arrange: [
      `insert into unit (id, municipality, label_lv, label_en, position) values ('${record}', '${daugavpils}', 'Dienests', 'Service', 0)`,
    ],
    change: {
      as: staff('hr'),
      query: 'mutation($i: HireInput!) { hire(input: $i) { employee { id } problems { code } } }',
      input: { name: 'Jauna Darbiniece', kind: 'SOCIAL_WORKER', unitId: record, fte: 1, from: '2025-01-06' },
      tables: ['employee', 'employment', 'outbox'],
    },
  },
  {
    domain: 'strategy',
    change: {
      as: staff('finance'),
      query: 'mutation($i: RecordBudgetInput!) { recordBudget(input: $i) { budget { row } problems { code } } }',
      input: { year: 2025, row: 'benefits', kind: 'EXECUTED', source: 'MUNICIPAL', amount: '100.50', bookedOn: '2025-05-28' },
      tables: ['budget_entry'],
    },
  },
];

/** If an audit entry cannot be written, the read or the write does not happen; in all six domains. */
describe.each(domainsRecorded)('what $domain cannot record', ({ domain, arrange = [], others = {}, change, read, open }) => {
  let town: TestSubgraph;
  const count = async () => {
    const counts: Record<string, number> = {};
    for (const table of [...change.tables, 'audit_entry', 'outbox'])
      counts[table] = (await town.sql<{ n: number }>(`select count(*)::int as n from "${table}"`))[0]?.n ?? -1;
    return counts;
  };
  const rights = (what: 'grant' | 'revoke') =>
    town.sql(
      `${what} insert (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id) on audit_entry ${what === 'grant' ? 'to' : 'from'} ${domain}_app`,
    );

  beforeAll(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const module = modules.find(({ name }) => name === domain);
    if (!module) throw new Error(`no module ${domain}`);
    town = await testSubgraph(module, others);
    for (const statement of arrange) await town.sql(statement);
    await rights('revoke');
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await town?.drop();
  });

  it('is not written', async () => {
    const before = await count();
    const { data, errors } = await town.ask(change.as, change.query, { i: change.input });
    expect([Object.values(data ?? {}).filter(Boolean), errors?.[0]?.extensions.code]).toEqual([[], 'INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(errors)).not.toMatch(/audit_entry|permission/);
    expect(await count()).toEqual(before);
  });

  if (read)
    it('is not read', async () => {
      const { data, errors } = await town.ask(read.as, read.query);
      expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'INTERNAL_SERVER_ERROR']);
      expect(JSON.stringify({ data, errors })).not.toMatch(read.secret);
    });

  if (open)
    it('of what nobody needs to record is still answered', async () => {
      const { data, errors } = await town.ask(open.as, open.query);
      expect([Object.values(data).every(Boolean), errors]).toEqual([true, undefined]);
    });

  it('is written and read once it can be recorded: nothing else stood against it', async () => {
    await rights('grant');
    const before = await count();
    const { data, errors } = await town.ask(change.as, change.query, { i: change.input });
    expect([errors, (Object.values(data)[0] as { problems: unknown }).problems]).toEqual([undefined, []]);
    const after = await count();
    for (const table of [...change.tables, 'audit_entry']) expect([table, after[table]]).toEqual([table, (before[table] as number) + 1]);
    if (!read) return;
    const shown = await town.ask(read.as, read.query);
    expect([shown.errors, JSON.stringify(shown.data)]).toEqual([undefined, expect.stringMatching(read.secret)]);
    expect((await count()).audit_entry).toBe((after.audit_entry as number) + 1);
  });
});
