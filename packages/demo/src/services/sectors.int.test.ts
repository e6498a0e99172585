import { withClient } from '@atbalsts/database';
import { daugavpils, publishedFigure, reportTable } from '@atbalsts/reference';
import { services } from '@atbalsts/services';
import { staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Random } from '../random.js';
import { planRegistry } from '../registry/index.js';
import { planWorkforce } from '../workforce/index.js';
import { World } from '../world.js';
import { seedDomain } from '../writer.js';
import { planServices } from './index.js';

const today = '2026-11-22';
const tables = ['adult-sector', 'family-sector', 'covid-support'];
const heard = ['person', 'circumstance', 'household-member'];
const query =
  'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { services { id rows { key value previous rule { text text_en: text(language: EN) } } } } } }';

interface Row {
  key: string;
  value: number | null;
  previous: number | null;
  rule: { text: string; text_en: string };
}

describe('the sectors of the services in the demo', () => {
  let town: TestSubgraph;
  const world = new World(today);
  const report = async (year: number): Promise<Map<string, Row>> => {
    const of = [{ __typename: 'AnnualReport', municipalityCode: daugavpils, year }];
    const { data, errors } = await town.ask(staff('director'), query, { of });
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
    const facts = (world.rows.get('registry')?.get('outbox') ?? []).filter(({ kind }) => heard.includes(String(kind)));
    await withClient(town.database.superUrl, (client) =>
      client.query(
        `insert into fact (kind, key, source, municipality, body, position, at)
         select kind, key, 'registry', municipality, body, n, now() from (select *, row_number() over () as n
           from jsonb_to_recordset($1::jsonb) as f(kind text, key text, municipality text, body jsonb)) f`,
        [JSON.stringify(facts.map(({ kind, key, municipality, body }) => ({ kind, key, municipality, body })))],
      ),
    );
  }, 120_000);
  afterAll(() => town?.drop());

  it.each(tables)('give the published figures of %s, for 2022 and 2021, in every row', async (table) => {
    const counted = await report(2022);
    for (const row of reportTable(table).rows.filter(({ heading }) => !heading)) {
      const found = counted.get(`${table}/${row.key}`);
      expect([row.key, found?.rule.text.length ?? 0]).not.toEqual([row.key, 0]);
      expect(found?.rule.text).not.toBe(found?.rule.text_en);
      for (const [year, value] of [
        [2022, found?.value],
        [2021, found?.previous],
      ] as const) {
        const figure = publishedFigure(daugavpils, table, row.key, year);
        if (figure !== null) expect([row.key, year, value]).toEqual([row.key, year, figure]);
      }
    }
  });

  it('are counted one by one: a row moves when a record that it counts is gone', async () => {
    const random = new Random('gone');
    const before = await report(2022);
    const moved = async (table: string, where: string): Promise<string[]> => {
      const rows = await town.sql<{ id: string }>(`select id from ${table} where ${where} order by id`);
      const { id } = random.pick(rows);
      const [kept] = await town.sql<{ row: object }>(`select to_jsonb(t) as row from ${table} t where id = $1`, [id]);
      await town.sql(`delete from ${table} where id = $1`, [id]);
      const after = await report(2022);
      const columns = Object.keys(kept?.row ?? {}).join(', ');
      await town.sql(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`, [
        JSON.stringify(kept?.row),
      ]);
      return [...before].filter(([key, row]) => row.value !== after.get(key)?.value).map(([key]) => key);
    };
    const group = (kind: string) =>
      `kind = '${kind}' and case_id in (select id from social_case where opened_on between '2022-01-01' and '2022-12-31')`;
    expect(await moved('client_group', group('CARE_LEAVER'))).toEqual(
      expect.arrayContaining(['care-leavers', 'total', 'new-cases-care-leavers', 'new-cases-total'].map((row) => `adult-sector/${row}`)),
    );
    expect(await moved('client_group', group('FOSTER_FAMILY'))).toEqual(['family-sector/foster-families']);
    const assessed = `level = 'HIGH_RISK' and case_id in (select case_id from client_group where ${group('OTHER_FAMILY')})`;
    expect(await moved('risk_assessment', assessed)).toEqual(['family-sector/high-risk-families', 'family-sector/high-risk-other']);
    expect(await moved('support_record', `kind = 'FOOD_AND_MEDICINE' and on_date < '2023-01-01'`)).toEqual([
      'covid-support/food-and-medicine',
    ]);
    expect(await report(2022)).toEqual(before);
  });

  it('hold what staff could have written', async () => {
    const wrong = [
      'select 1 from client_group g join social_case c on c.id = g.case_id where g.from_date < c.opened_on or g.person_id <> c.person_id',
      `select 1 from risk_assessment a join social_case c on c.id = a.case_id where a.on_date < c.opened_on or a.on_date > coalesce(c.closed_on, '${today}')`,
      `select 1 from support_record where on_date > '${today}'`,
      `select 1 from client_group g join social_case c on c.id = g.case_id
        where (g.kind in ('SINGLE_PARENT', 'FOSTER_FAMILY')) <> (c.target_group = 'FAMILY_WITH_CHILDREN') and g.kind in ('SINGLE_PARENT', 'FOSTER_FAMILY')`,
    ];
    for (const sql of wrong) expect(await town.sql(`${sql} limit 1`)).toEqual([]);
  });
});
