import { withClient } from '@atbalsts/database';
import { daugavpils, publishedFigure, reportTable } from '@atbalsts/reference';
import { services } from '@atbalsts/services';
import { staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Random } from '../../random.js';
import { planWorkforce } from '../../workforce/index.js';
import { World } from '../../world.js';
import { seedDomain } from '../../writer.js';
import { planServices } from '../index.js';

const today = '2026-11-22';
const tables = ['disability-and-elderly-sector', 'project-lli-550', 'di-project-adults', 'di-project-children'];
/** Rows that no rule counts: the README of the services says why. */
const leftOut = ['accessibility-lift-2', 'accessibility-unlabelled'];
const query =
  'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { services { id rows { key value previous } } } } }';

interface Row {
  key: string;
  value: number | null;
  previous: number | null;
}

describe('the records of the sector for persons with disability and older people, and of the projects', () => {
  let town: TestSubgraph;
  const world = new World(today);
  const report = async (): Promise<Map<string, Row>> => {
    const of = [{ __typename: 'AnnualReport', municipalityCode: daugavpils, year: 2022 }];
    const { data, errors } = await town.ask(staff('director'), query, { of });
    expect(errors).toBeUndefined();
    const shown: { id: string; rows: Row[] }[] = data._entities[0].services;
    return new Map(shown.flatMap(({ id, rows }) => rows.map((row): [string, Row] => [`${id}/${row.key}`, row])));
  };

  beforeAll(async () => {
    planWorkforce(world);
    planServices(world);
    town = await testSubgraph(services);
    await seedDomain('services', town.database.ownerUrl, world);
  }, 120_000);
  afterAll(() => town?.drop());

  it.each(tables)('give the published figures of %s, for 2022 and 2021, in every row that is counted', async (table) => {
    const counted = await report();
    const differs = reportTable(table)
      .rows.filter(({ heading, key }) => !heading && !leftOut.includes(key))
      .flatMap(({ key }) => {
        const found = counted.get(`${table}/${key}`);
        return ([2022, 2021] as const).flatMap((year) => {
          const published = publishedFigure(daugavpils, table, key, year);
          const value = year === 2022 ? found?.value : found?.previous;
          return published !== null && published !== value ? [`${key} ${year}: published ${published}, counted ${value}`] : [];
        });
      });
    expect(differs).toEqual([]);
  });

  it('are counted one by one: a row moves when a record that it counts is gone, and no other row does', async () => {
    const random = new Random('gone');
    const gone = async (table: string, where: string, parameters: unknown[] = []) => {
      const rows = await town.sql<{ id: string }>(`select id from ${table} x where ${where} order by id`, parameters);
      const { id } = random.pick(rows);
      await withClient(town.database.superUrl, async (client) => {
        await client.query(`set session_replication_role = replica`);
        await client.query(`delete from ${table} where id = $1`, [id]);
        await client.query(`delete from report_figure`);
      });
    };
    const before = await report();
    const year = `between '2022-01-01' and '2022-12-31'`;
    const of = (service: string) => `exists (select from service_request r where r.id = x.request_id and r.service_type = '${service}')`;
    await gone('service_request', `service_type = 'municipal-long-term-care' and decided_on ${year}`);
    await gone('service_request', `service_type = 'accessibility-housing' and state = 'REFUSED' and requested_on ${year}`);
    await gone('delivery', `unit = 'TRIP' and on_date ${year} and ${of('specialised-transport')} and key like 'trip:%'`);
    await gone('waiting_list_entry', `since_date ${year} and ${of('siva-rehabilitation')}`);
    await gone('place_offer', `answered_on ${year} and ${of('state-long-term-care')}`);
    await gone('violence_report', `examined_on ${year} and victim = 'ADULT'`);
    await gone(
      'session_attendance',
      `exists (select from programme_session s join programme p on p.id = s.programme_id where s.id = x.session_id and p.code = 'happy-children-club')`,
    );
    const after = await report();
    const moved = [...before].filter(([key, row]) => row.value !== after.get(key)?.value).map(([key]) => key);
    expect(moved).toEqual([
      'disability-and-elderly-sector/municipal-long-term-care-granted',
      'disability-and-elderly-sector/specialised-transport',
      'disability-and-elderly-sector/state-long-term-care-declined',
      'disability-and-elderly-sector/siva-rehabilitation-queued',
      'disability-and-elderly-sector/violence-reports-examined',
      'disability-and-elderly-sector/accessibility-applications',
      'project-lli-550/happy-children-club-visits',
    ]);
  });

  it('hold what the rules demand, and are few', async () => {
    const wrong = [
      `select 1 from delivery d join service_request r on r.id = d.request_id where d.on_date < r.from_date or d.on_date >= r.until_date`,
      `select 1 from service_request r join service_project p on p.code = r.project where r.requested_on < p.from_date or r.requested_on >= p.until_date`,
      `select 1 from service_request r join service_project p on p.code = r.project where r.project_group <> all (p.groups)`,
      `select 1 from service_request where decided_on < requested_on or from_date < decided_on`,
      `select 1 from place_offer o join waiting_list_entry e on e.id = o.entry_id where o.offered_on < e.since_date or o.answered_on > o.answer_by`,
      `select 1 from session_attendance a join programme_session s on s.id = a.session_id where not exists (
         select from programme_enrolment e where e.person_id = a.person_id and e.group_id is not distinct from s.group_id and e.from_date <= s.on_date)`,
      `select 1 from programme_group g where (select count(*) from programme_enrolment e where e.group_id = g.id) > g.places`,
      `select 1 from social_case where closed_on is null and id in (select case_id from case_goal where outcome is not null)`,
    ];
    for (const sql of wrong) expect([sql, await town.sql(`${sql} limit 1`)]).toEqual([sql, []]);
    const rows = [...(world.rows.get('services')?.values() ?? [])].reduce((sum, table) => sum + table.length, 0);
    expect(rows).toBeLessThan(110_000);
  });
});
