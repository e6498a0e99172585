import { withClient } from '@atbalsts/database';
import { bauska, daugavpils, publishedFigure, reportTable } from '@atbalsts/reference';
import { services, servicesRecords } from '@atbalsts/services';
import { figuresAgainstRecords, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Random } from '../random.js';
import { planRegistry } from '../registry/index.js';
import { planWorkforce } from '../workforce/index.js';
import { World } from '../world.js';
import { seedDomain } from '../writer.js';
import { planServices } from './index.js';

const today = '2026-11-22';
const tables = ['home-care-office', 'assistant-sector', 'rehabilitation-programmes'];
const query =
  'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { services { id rows { key value previous rule { code text text_en: text(language: EN) } } } } } }';

interface Row {
  key: string;
  value: number | null;
  previous: number | null;
  rule: { code: string; text: string; text_en: string };
}

describe('the records of the services in the demo', () => {
  let town: TestSubgraph;
  const world = new World(today);
  const report = async (year: number, municipality = daugavpils): Promise<Map<string, Row>> => {
    const of = [{ __typename: 'AnnualReport', municipalityCode: municipality, year }];
    const { data, errors } = await town.ask(staff('director', { municipality }), query, { of });
    expect(errors).toBeUndefined();
    const shown: { id: string; rows: Row[] }[] = data._entities[0].services;
    return new Map(shown.flatMap(({ id, rows }) => rows.map((row): [string, Row] => [`${id}/${row.key}`, row])));
  };

  beforeAll(async () => {
    planWorkforce(world);
    planServices(world);
    planRegistry(world);
    town = await testSubgraph(services);
    await seedDomain('services', town.database.ownerUrl, world);
    const heard = (world.rows.get('registry')?.get('outbox') ?? []).filter(({ kind }) => kind === 'person');
    await withClient(town.database.superUrl, (client) =>
      client.query(
        `insert into fact (kind, key, source, municipality, body, position, at)
         select kind, key, 'registry', municipality, body, n, now() from (select *, row_number() over () as n
           from jsonb_to_recordset($1::jsonb) as f(kind text, key text, municipality text, body jsonb)) f`,
        [JSON.stringify(heard.map(({ kind, key, municipality, body }) => ({ kind, key, municipality, body })))],
      ),
    );
  }, 120_000);
  afterAll(() => town?.drop());

  it.each(tables)('give the published figures of %s, for 2022 and 2021, in every row', async (table) => {
    const counted = await report(2022);
    for (const row of reportTable(table).rows.filter(({ heading }) => !heading)) {
      const found = counted.get(`${table}/${row.key}`);
      expect(found).toBeDefined();
      for (const [year, value] of [
        [2022, found?.value],
        [2021, found?.previous],
      ] as const) {
        const figure = publishedFigure(daugavpils, table, row.key, year);
        if (figure !== null) expect([row.key, year, value]).toEqual([row.key, year, figure]);
      }
      expect(found?.rule.text).not.toBe(found?.rule.text_en);
    }
  });

  it.each([2022, 2021])('stand behind every figure of %i, as many or as much as it says', async (year) => {
    const found = await figuresAgainstRecords(town, staff('director'), servicesRecords, year);
    expect(found.differ).toEqual([]);
    expect(found.rowsWithRecords).toBeGreaterThan(8);
  });

  it('are counted one by one: a row moves when a record that it counts is gone', async () => {
    const random = new Random('gone');
    const gone = async (table: string, where: string) => {
      const rows = await town.sql<{ id: string }>(`select id from ${table} where ${where} order by id`);
      await town.sql(`delete from ${table} where id = $1`, [random.pick(rows).id]);
    };
    const before = await report(2022);
    await gone('assistant_report', `decided_on between '2022-01-01' and '2022-12-31'`);
    await gone('receipt', `received_on between '2022-01-01' and '2022-12-31'`);
    await gone(
      'session_attendance',
      `attended and session_id in (select s.id from programme_session s join programme p on p.id = s.programme_id where p.code = 'music' and s.on_date < '2023-01-01')`,
    );
    const after = await report(2022);
    const moved = [...before].filter(([key, row]) => row.value !== after.get(key)?.value).map(([key]) => key);
    expect(moved).toEqual(['home-care-office/fees', 'assistant-sector/approved-reports', 'rehabilitation-programmes/music-sessions']);
  });

  it('are of the one town: another has none of its own', async () => {
    const counted = await report(2022, bauska);
    expect(counted.get('assistant-sector/recipients')?.value).toBe(0);
    expect(counted.get('rehabilitation-programmes/music')?.value).toBeNull();
  });

  it('hold what the rules demand, and stay moderate', async () => {
    const wrong = [
      `select 1 from invoice i where i.amount <> round(i.units * i.unit_price * i.share / 1000)`,
      `select 1 from delivery d join service_request r on r.id = d.request_id where d.on_date < r.from_date or d.on_date >= r.until_date`,
      `select 1 from assistant_report where submitted_on > '${today}' or decided_on > '${today}'`,
      `select 1 from violence_report where received_on > '${today}' or examined_on > '${today}'`,
      `select 1 from session_attendance a join programme_session s on s.id = a.session_id where not exists (
         select from programme_enrolment e where e.person_id = a.person_id and e.programme_id = s.programme_id and e.from_date <= s.on_date)`,
    ];
    for (const sql of wrong) expect(await town.sql(`${sql} limit 1`)).toEqual([]);
    const rows = [...(world.rows.get('services')?.values() ?? [])].reduce((sum, table) => sum + table.length, 0);
    expect(rows).toBeLessThan(130_000);
  });
});
