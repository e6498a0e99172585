import { benefits } from '@atbalsts/benefits';
import { type DomainDatabase, type DomainName } from '@atbalsts/database';
import { institutions } from '@atbalsts/institutions';
import { registry } from '@atbalsts/registry';
import { services } from '@atbalsts/services';
import { daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { erasePerson } from '../src/person/person-erase.js';
import { exportPerson } from '../src/person/person-export.js';

const her = '00000000-0000-7000-8000-00000000000a';
const worker = '00000000-0000-7000-8000-0000000000ee';
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const modules = { registry, benefits, services, institutions } as const;
type Name = keyof typeof modules;

describe('erasing who a person is', () => {
  const towns = {} as Record<Name, TestSubgraph>;
  const request = { key: her, municipality: daugavpils, operator: 'operator:tests', today: '2060-01-01' };
  const databases = () =>
    Object.fromEntries(Object.entries(towns).map(([name, town]) => [name, town.database.database])) as Record<DomainName, DomainDatabase>;

  /** The tables that a domain counts for a year, as its annual report shows them. */
  const report = async (name: Exclude<Name, 'registry'>) =>
    (
      await towns[name].ask(
        staff('director'),
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on AnnualReport { ${name} { id rows { key value previous } } } } }`,
        { r: [{ __typename: 'AnnualReport', municipalityCode: daugavpils, year: 2022 }] },
      )
    ).data;

  beforeAll(async () => {
    for (const name of Object.keys(modules) as Name[]) towns[name] = await testSubgraph(modules[name]);
    const { registry: people, benefits: money, services: help, institutions: houses } = towns;
    const rows: [TestSubgraph, string][] = [
      [
        people,
        `insert into person (id, municipality, identity_basis, given_name, family_name, birth_date, sex, phone) values ('${her}', '${daugavpils}', 'PERSONAL_CODE', 'Zane', 'Slepenkalna', '1980-05-17', 'FEMALE', '+371 20000099')`,
      ],
      [
        people,
        `insert into personal_code (id, municipality, person_id, code, from_date) values ('${id(1)}', '${daugavpils}', '${her}', '329777-00001', '2018-01-01')`,
      ],
      [
        people,
        `insert into former_identity (id, municipality, person_id, given_name, family_name, birth_date, sex, until_date, reason, evidence) values ('${id(2)}', '${daugavpils}', '${her}', 'Zane', 'Agraka', '1980-05-17', 'FEMALE', '2005-01-01', 'CHANGE', 'Laulība')`,
      ],
      [people, `insert into residence values ('${id(3)}', '${daugavpils}', '${her}', '${daugavpils}', 'Klusa iela 7', '2000-01-01', null)`],
      [
        people,
        `insert into circumstance values ('${id(4)}', '${daugavpils}', '${her}', 'PENSIONER', '2021-01-01', null, 'Zanes Slepenkalnas izziņa')`,
      ],
      [
        money,
        `insert into application (id, municipality, number, applicant_id, household_id, benefit_type, legal_ground, submitted_on, complete_on, due_on, state, payee_account) values ('${id(10)}', '${daugavpils}', 'SP-2022-000001', '${her}', '${id(99)}', 'funeral', 'STANDARD', '2022-02-01', '2022-02-01', '2022-03-01', 'DECIDED', 'LV80BANK0000435195001')`,
      ],
      [
        money,
        `insert into decision (id, municipality, number, application_id, household_id, outcome, amount, proposed_by, proposed_on, approved_by, approved_on, state, reasons) values ('${id(11)}', '${daugavpils}', 'L-1', '${id(10)}', '${id(99)}', 'GRANT', 50000, '${worker}', '2022-02-02', '${id(98)}', '2022-02-03', 'APPROVED', 'Zane Slepenkalna apglabāja vīru')`,
      ],
      [money, `insert into decision_person values ('${id(11)}', '${her}', '${daugavpils}')`],
      [
        help,
        `insert into social_case (id, municipality, person_id, responsible_id, target_group, risk, opened_on, closed_on) values ('${id(20)}', '${daugavpils}', '${her}', '${worker}', 'ADULT', 'NONE', '2022-01-10', '2022-06-01')`,
      ],
      [
        help,
        `insert into case_note (id, municipality, case_id, employee_id, at, text) values ('${id(21)}', '${daugavpils}', '${id(20)}', '${worker}', '2022-02-02', 'Zane zvanīja no Klusās ielas')`,
      ],
      [
        help,
        `insert into case_goal (id, municipality, case_id, place, text, activities, outcome) values ('${id(22)}', '${daugavpils}', '${id(20)}', 1, 'Zane atrod darbu', '{"Zane iet uz kursiem"}', 'ACHIEVED')`,
      ],
      [
        houses,
        `insert into facility (id, municipality, name, kind, address) values ('${id(30)}', '${daugavpils}', 'Patversme', 'NIGHT_SHELTER', 'Šķūņu iela 3a')`,
      ],
      [
        houses,
        `insert into night_stay (id, municipality, person_id, facility_id, night) values ('${id(31)}', '${daugavpils}', '${her}', '${id(30)}', '2022-01-15')`,
      ],
    ];
    for (const [town, statement] of rows) await town.sql(statement);
    const fact = {
      kind: 'person',
      key: her,
      municipality: daugavpils,
      body: JSON.stringify({ personId: her, sex: 'FEMALE', birthYear: 1980 }),
    };
    for (const town of [money, help, houses])
      await town.sql(
        `insert into fact (kind, key, source, municipality, body, position, at) values ($1, $2, 'registry', $3, $4, 1, now())`,
        Object.values(fact),
      );
  });
  afterAll(() => Promise.all(Object.values(towns).map((town) => town.drop())));

  it('is refused while a period runs, naming each, and changes nothing', async () => {
    const before = await exportPerson(databases(), request);
    const { done, holds, erased } = await erasePerson(databases(), { ...request, today: '2026-11-22', write: true });
    expect({ done, erased, held: holds.map(({ domain, table, en }) => `${domain} ${table} ${en.slice(-11)}`).sort() }).toEqual({
      done: false,
      erased: {},
      held: [
        'benefits application 2032-02-01.',
        'benefits decision 2032-02-03.',
        'institutions night_stay 2032-01-15.',
        'services social_case 2032-06-01.',
      ],
    });
    await towns.services.sql('update social_case set closed_on = null');
    const open = await erasePerson(databases(), { ...request, write: true });
    expect(open.holds).toMatchObject([{ domain: 'services', table: 'social_case', en: 'social case: it still runs.' }]);
    await towns.services.sql(`update social_case set closed_on = '2022-06-01'`);
    const withoutAudit = (all: typeof before) => JSON.stringify(all.domains, (key, value) => (key === 'audit_entry' ? undefined : value));
    expect(withoutAudit(await exportPerson(databases(), request))).toBe(withoutAudit(before));
  });

  it('leaves ids, dates, sums and every counted figure, and not a word of who it was, in any table or history', async () => {
    const names = ['benefits', 'services', 'institutions'] as const;
    const figures = await Promise.all(names.map(report));
    expect(JSON.stringify(figures)).toMatch(/"value":1\b/);
    const dry = await erasePerson(databases(), { ...request, write: false });
    expect(dry).toMatchObject({
      done: false,
      holds: [],
      erased: { registry: { person: 3, personal_code: 1, former_identity: 1, residence: 1, circumstance: 1 } },
    });
    expect(await erasePerson(databases(), { ...request, key: '329777-00001', write: true })).toEqual({ ...dry, done: true });
    expect(await Promise.all(names.map(report))).toEqual(figures);
    const left = await exportPerson(databases(), request);
    expect(JSON.stringify(left)).not.toMatch(/Zane|Slepenkaln|Agraka|Klus|20000099|329777|LV80BANK|1980-05-17/i);
    expect(left.domains.registry?.person?.rows).toMatchObject([
      {
        id: her,
        given_name: 'dzēsts',
        family_name: 'dzēsts',
        phone: null,
        birth_date: '1980-01-01',
        erased_on: '2060-01-01',
        sex: 'FEMALE',
      },
    ]);
    expect(left.domains.benefits?.decision?.rows).toMatchObject([{ amount: 50000, approved_on: '2022-02-03', reasons: 'dzēsts' }]);
    expect(left.domains.services?.case_goal?.rows).toMatchObject([{ text: 'dzēsts', activities: [], outcome: 'ACHIEVED' }]);
    for (const town of Object.values(towns))
      expect(
        await town.sql(`select 1 from audit_entry where action = 'person.erase' and person_id = $1 and subject = 'operator:tests'`, [her]),
      ).toHaveLength(1);
    const found = async (s: string) =>
      (await towns.registry.ask(staff('social-worker'), 'query($s: String) { persons(search: $s) { totalCount } }', { s })).data.persons
        .totalCount;
    for (const s of ['slepenkalna', 'agraka', '329777-00001']) expect(await found(s)).toBe(0);
  });

  it('said again, changes nothing more', async () => {
    expect(await erasePerson(databases(), { ...request, write: true })).toMatchObject({ done: true, holds: [] });
    expect((await towns.registry.sql('select given_name from person'))[0]).toEqual({ given_name: 'dzēsts' });
  });
});
