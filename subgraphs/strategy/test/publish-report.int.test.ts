import type { SubgraphRequest } from '@atbalsts/graphql';
import { bauska, daugavpils, type OtherDomains, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';
import { arranger } from './arrange.js';

const one = staff('head-of-services', { employee: '0197a000-0000-7000-8000-000000000001' });
const other = staff('director', { employee: '0197a000-0000-7000-8000-000000000002' });
const fields =
  'report { state publishedOn year tables { id rows { key value suppressed } } monitoring { outputs { value suppressed } costPerClient } } problems { code field message(language: EN) }';
const publish = `mutation($m: ID!, $y: Int!, $again: Boolean) { publishReport(municipality: $m, year: $y, again: $again) { ${fields} } }`;
const published = `query($m: ID!, $y: Int!) { publishedReport(municipality: $m, year: $y) { publishedOn state tables { id rows { key value } } monitoring { outputs { value } costPerClient } } }`;

/** The other domains: what they count can be changed, and they can be taken down. */
class Others {
  recipients = 20;
  small = 3;
  services = [
    { serviceType: 'shelter', provision: 'OWN', clients: 3 },
    { serviceType: 'home-care', provision: 'PARTNER', clients: 12 },
  ];
  down = '';
  readonly asked: SubgraphRequest[] = [];

  private readonly row = (key: string, measure: string, value: number) => ({
    key,
    labelLv: key,
    labelEn: key,
    parent: null,
    level: 0,
    measure,
    value,
    previous: null,
    rule: { code: key, textLv: 'skaita', textEn: 'counts', since: '2021-01-01' },
  });
  private readonly table = (id: string, rows: object[]) => ({ id, titleLv: id, titleEn: id, rows });

  private tables(part: string): object[] {
    if (part === 'benefits') return [this.table('benefits-dynamics', [this.row('benefit-recipients', 'PERSONS', this.recipients)])];
    if (part === 'institutions') return [this.table('shelter', [this.row('total', 'PERSONS', this.small)])];
    const staffRows = [
      this.row('staff-posts', 'POSTS', 30),
      this.row('core-staff', 'EMPLOYEES', 28),
      this.row('social-work-specialists', 'EMPLOYEES', 12),
    ];
    return part === 'workforce' ? [this.table('headcount', staffRows)] : [];
  }

  answers(): OtherDomains {
    const parts = ['benefits', 'services', 'institutions', 'workforce'] as const;
    return Object.fromEntries(
      parts.map((part) => [
        part,
        (request: SubgraphRequest) => {
          if (this.down === part) throw new Error('gone');
          this.asked.push(request);
          const counted = part === 'services' ? { countedServices: this.services } : {};
          return { data: { _entities: [{ tables: this.tables(part), ...counted }, { staffing: { vacantFte: 2 } }] } };
        },
      ]),
    );
  }
}

describe('publishing a report', () => {
  let town: TestSubgraph;
  const others = new Others();
  const call = async (who: typeof one, year: number, change: object = {}) => {
    const { data, errors } = await town.ask(who, publish, { m: daugavpils, y: year, ...change });
    expect(errors).toBeUndefined();
    return data.publishReport;
  };
  const seen = async (year: number, who = regional('latgale')) =>
    (await town.ask(who, published, { m: daugavpils, y: year })).data.publishedReport;

  /** What the outbox tells of the services of a year: the latest of each, null where it is taken back. */
  const coverageOf = async (year: number) =>
    (
      await town.sql<{ body: object | null }>(
        `select distinct on (key) body from outbox where kind = 'published-coverage' and key like $1 order by key, id desc`,
        [`${daugavpils}:${year}:%`],
      )
    ).map(({ body }) => body);

  beforeAll(async () => {
    town = await testSubgraph(strategy, others.answers());
    await arranger(town, daugavpils).booking(2022, 'benefits', 500_00);
  });
  afterAll(() => town?.drop());

  it('is prepared by one person and published by another by the same call', async () => {
    const first = await call(one, 2022);
    expect(first).toMatchObject({ report: { state: 'PREPARED', publishedOn: '2026-11-22', year: 2022 }, problems: [] });
    expect(await seen(2022)).toBeNull();
    expect((await town.ask(other, `{ preparedReport(year: 2022) { state tables { id } } }`)).data.preparedReport).toMatchObject({
      state: 'PREPARED',
    });
    const second = await call(other, 2022);
    expect(second.report).toEqual({ ...first.report, state: 'PUBLISHED' });
    expect(await seen(2022)).toMatchObject({ publishedOn: '2026-11-22', monitoring: { outputs: { value: 20 }, costPerClient: '25.00' } });
    expect(await town.sql('select prepared_by, confirmed_by from published_report where year = 2022')).toEqual([
      { prepared_by: 'test-head-of-services', confirmed_by: 'test-director' },
    ]);
    expect((await town.ask(other, `{ preparedReport(year: 2022) { state } }`)).data).toEqual({ preparedReport: null });
    expect(await town.sql(`select subject, fields from audit_entry where action = 'report.publish' order by at`)).toEqual([
      { subject: 'test-head-of-services', fields: ['prepared'] },
      { subject: 'test-director', fields: ['confirmed'] },
    ]);
    expect(await coverageOf(2022)).toEqual([
      { year: 2022, region: 'latgale', serviceType: 'home-care', provision: 'PARTNER', clients: 12 },
      { year: 2022, region: 'latgale', serviceType: 'shelter', provision: 'OWN', clients: null },
    ]);
    expect(await town.sql(`select body from outbox where key = $1`, [`${daugavpils}:2022`])).toEqual([
      { body: { year: 2022, fte: 30, employees: 28, specialists: 12, vacantFte: 2 } },
    ]);
    expect(others.asked.map((request) => request.token)).toEqual(Array.from({ length: 4 }, () => one.token));
  });

  it('takes the coverage of a service back where the report that replaces it knows nothing of the service', async () => {
    const [before] = others.services.splice(0, 1, { serviceType: 'shelter', provision: 'UNKNOWN', clients: 0 });
    await call(one, 2022);
    expect(await coverageOf(2022)).toHaveLength(2);
    await call(other, 2022);
    expect(await coverageOf(2022)).toMatchObject([{ serviceType: 'home-care' }, null]);
    if (before) others.services[0] = before;
  });

  it('never is both halves of one person, under whatever account', async () => {
    await call(one, 2021);
    expect(await call(one, 2021)).toMatchObject({ report: null, problems: [{ code: 'FOUR_EYES' }] });
    const alias = staff('director', { employee: one.employee, subject: 'another-account' });
    expect(await call(alias, 2021)).toMatchObject({ report: null, problems: [{ code: 'FOUR_EYES' }] });
    expect(await seen(2021)).toBeNull();
    expect((await call(other, 2021)).report).toMatchObject({ state: 'PUBLISHED' });
  });

  it('publishes exactly what was prepared, unless it is prepared anew', async () => {
    await call(one, 2020);
    others.recipients = 21;
    const [table] = (await call(other, 2020)).report.tables;
    expect(table.rows).toMatchObject([{ value: 20 }]);
    await call(one, 2020);
    others.recipients = 22;
    expect((await call(other, 2020, { again: true })).report).toMatchObject({
      state: 'PREPARED',
      tables: [{ rows: [{ value: 22 }] }, {}, {}, {}],
    });
    expect(await call(other, 2020)).toMatchObject({ problems: [{ code: 'FOUR_EYES' }] });
    expect((await seen(2020)).tables[0].rows[0].value).toBe(20);
    expect((await call(one, 2020)).report).toMatchObject({ state: 'PUBLISHED', tables: [{ rows: [{ value: 22 }] }, {}, {}, {}] });
    others.recipients = 20;
  });

  it('keeps small counts out of what is prepared already, and the cost that would tell them', async () => {
    others.recipients = 4;
    const { report } = await call(one, 2019);
    expect(report.tables[1]).toMatchObject({ id: 'shelter', rows: [{ value: null, suppressed: true }] });
    expect(report.monitoring).toEqual({ outputs: { value: null, suppressed: true }, costPerClient: null });
    expect(JSON.stringify(await town.sql('select snapshot from prepared_report where year = 2019'))).not.toMatch(/"value":\s*[34][,}]/);
    others.recipients = 20;
  });

  it('is refused where a domain does not answer, and nothing is prepared', async () => {
    others.down = 'institutions';
    expect(await call(one, 2018)).toMatchObject({ report: null, problems: [{ code: 'UNAVAILABLE' }] });
    others.down = '';
    expect(await town.sql('select 1 from prepared_report where year = 2018')).toEqual([]);
  });

  it('is refused for a year that is not over, another town, and a role that may not', async () => {
    expect(await call(one, 2026)).toMatchObject({ report: null, problems: [{ code: 'INVALID', field: 'year' }] });
    expect(await call(one, 2022, { m: bauska })).toMatchObject({ report: null, problems: [{ code: 'NOT_FOUND', field: 'municipality' }] });
    for (const who of [staff('finance'), regional('latgale')]) {
      expect((await town.ask(who, publish, { m: daugavpils, y: 2022 })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('is prepared once where two people of the town call at once, and published by the other', async () => {
    const answers = await Promise.all([call(one, 2017), call(other, 2017), call(one, 2017)]);
    expect(answers.filter((answer) => answer.report?.state === 'PUBLISHED')).toHaveLength(1);
    expect(await seen(2017)).not.toBeNull();
    expect(await town.sql('select count(*)::int as n from published_report where year = 2017')).toEqual([{ n: 1 }]);
  });
});
