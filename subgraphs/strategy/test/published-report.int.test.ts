import { type SessionPrincipal, withSession } from '@atbalsts/database';
import { bauska, daugavpils, partner, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AnsweredTable, NotPublishable, type Publication, publishSnapshot, strategy } from '../src/index.js';
import { PublishedReport } from '../src/published-report/published-report.entity.js';

const system: SessionPrincipal = { audience: 'SYSTEM' };
const row = (key: string, measure: string, value: number | null, previous: number | null = null): AnsweredTable['rows'][number] => ({
  key,
  labelLv: `${key} lv`,
  labelEn: `${key} en`,
  parent: null,
  level: 0,
  measure,
  value,
  previous,
  rule: { code: `t.${key}`, textLv: 'skaita', textEn: 'counts', since: '2021-01-01' },
});
const table = (id: string, ...rows: AnsweredTable['rows']): AnsweredTable => ({ id, titleLv: `${id} lv`, titleEn: `${id} en`, rows });
const publication = (change: Partial<Publication> = {}): Publication => ({
  municipality: daugavpils,
  year: 2022,
  preparedBy: 'demo:director',
  publishedOn: '2023-02-15',
  answer: {
    annualReport: {
      benefits: [],
      services: [],
      institutions: [table('shelter', row('total', 'PERSONS', 200, 137), row('minnesota-programme', 'PERSONS', 1, 4))],
      workforce: [
        table(
          'headcount',
          row('staff-posts', 'POSTS', 235.16),
          row('core-staff', 'EMPLOYEES', 223),
          row('social-work-specialists', 'EMPLOYEES', 87),
        ),
      ],
      finance: [table('funding-sources', row('total', 'EUR', 3))],
    },
    municipality: { staffing: { vacantFte: 12.25 } },
  },
  ...change,
});
const ask =
  'query($m: ID!, $y: Int!) { publishedReport(municipality: $m, year: $y) { municipalityCode year publishedOn municipality { code } tables { id title(language: EN) rows { key label value suppressed previous previousSuppressed measure rule { code text since } } } } }';

describe('a published report', () => {
  let town: TestSubgraph;
  const publish = (change: Partial<Publication> = {}) =>
    withSession(town.database.database, system, (em) => publishSnapshot(em, publication(change)));
  const read = async (who: ReturnType<typeof staff>, m = daugavpils, y = 2022) => {
    const { data, errors } = await town.ask(who, ask, { m, y });
    expect(errors).toBeUndefined();
    return data.publishedReport;
  };

  beforeAll(async () => {
    town = await testSubgraph(strategy);
    await publish();
    await publish({ municipality: bauska });
  });
  afterAll(() => town?.drop());

  it('keeps what was counted, without the figures that could tell of a person', async () => {
    const report = await read(regional('latgale'));
    expect(report).toMatchObject({
      municipalityCode: daugavpils,
      year: 2022,
      publishedOn: '2023-02-15',
      municipality: { code: daugavpils },
    });
    expect(report.tables.map((one: { id: string }) => one.id)).toEqual(['shelter', 'headcount', 'funding-sources']);
    expect(report.tables[0]).toMatchObject({
      title: 'shelter en',
      rows: [
        {
          key: 'total',
          label: 'total lv',
          value: 200,
          suppressed: false,
          previous: 137,
          previousSuppressed: false,
          measure: 'PERSONS',
          rule: { code: 't.total', text: 'skaita', since: '2021-01-01' },
        },
        { key: 'minnesota-programme', value: null, suppressed: true, previous: null, previousSuppressed: true },
      ],
    });
    expect(report.tables[2].rows).toMatchObject([{ value: 3, suppressed: false }]);
    expect(JSON.stringify(await town.sql('select snapshot from published_report'))).not.toMatch(/"(value|previous)":\s*[14][,}]/);
  });

  it('is read by its region and its own town, in the query and again in the database', async () => {
    expect(await read(regional('latgale'), bauska)).toBeNull();
    expect(await read(regional('zemgale'), bauska)).toMatchObject({ municipalityCode: bauska });
    expect(await read(staff('carer'))).toMatchObject({ year: 2022 });
    expect(await read(staff('director'), bauska)).toBeNull();
    expect(await read(regional('latgale'), daugavpils, 2021)).toBeNull();
    const visible = (who: SessionPrincipal) =>
      withSession(town.database.database, who, async (em) => (await em.find(PublishedReport, {})).map((one) => one.municipality));
    expect(await visible({ audience: 'REGIONAL', region: 'latgale' })).toEqual([daugavpils]);
    expect(await visible({ audience: 'PARTNER', organisation: '0197a000-0000-7000-8000-000000000000' })).toEqual([]);
    const live = (sql: string) => withSession(town.database.database, { audience: 'REGIONAL', region: 'latgale' }, (em) => em.execute(sql));
    expect(await live('select 1 from budget_entry union all select 1 from strategy union all select 1 from task')).toEqual([]);
    expect(
      (await town.ask(partner('0197a000-0000-7000-8000-000000000000') as never, ask, { m: daugavpils, y: 2022 })).errors,
    ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('tells the workforce what a region may see of the staffing', async () => {
    expect(await town.sql(`select key, body from outbox where municipality = $1 order by id desc limit 1`, [daugavpils])).toEqual([
      { key: `${daugavpils}:2022`, body: { year: 2022, fte: 235.16, employees: 223, specialists: 87, vacantFte: 12.25 } },
    ]);
  });

  it('takes the staffing back where it is so small that a person could be known by it', async () => {
    const small = publication();
    const headcount = table(
      'headcount',
      row('staff-posts', 'POSTS', 9),
      row('core-staff', 'EMPLOYEES', 9),
      row('social-work-specialists', 'EMPLOYEES', 4),
    );
    await publish({
      year: 2019,
      answer: { ...small.answer, annualReport: { ...small.answer.annualReport, workforce: [headcount] } as never },
    });
    expect(await town.sql(`select body from outbox where key = $1`, [`${daugavpils}:2019`])).toEqual([{ body: null }]);
  });

  it('takes the place of an earlier one of the same year', async () => {
    await publish({ publishedOn: '2023-03-01' });
    expect(await read(regional('latgale'))).toMatchObject({ publishedOn: '2023-03-01' });
    expect(await town.sql('select count(*)::int as n from published_report where municipality = $1 and year = 2022', [daugavpils])).toEqual(
      [{ n: 1 }],
    );
  });

  it('is never half a report', async () => {
    const { answer } = publication();
    const half = { ...answer, annualReport: { ...answer.annualReport, services: null } } as Publication['answer'];
    await expect(publish({ year: 2020, answer: half })).rejects.toThrow(NotPublishable);
    await expect(publish({ municipality: '9999999' })).rejects.toThrow(NotPublishable);
    expect(await read(staff('director'), daugavpils, 2020)).toBeNull();
  });
});
