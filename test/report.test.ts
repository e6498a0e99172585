import { daugavpils, findReportTable, publishedFigure } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from './support/federation.js';
import { reportQuery } from './support/queries.js';

/** The tables this version derives, and the rows left out with the reason in their domain's README. */
const derived = {
  workforce: ['headcount', 'social-work-specialists'],
  finance: ['funding-sources'],
  benefits: ['benefits-dynamics'],
  services: [
    'adult-sector',
    'family-sector',
    'disability-and-elderly-sector',
    'home-care-office',
    'covid-support',
    'assistant-sector',
    'rehabilitation-programmes',
    'project-lli-550',
    'di-project-children',
    'di-project-adults',
  ],
  institutions: [
    'shelter',
    'night-shelter',
    'social-house',
    'social-apartments-saura-26',
    'family-support-centre-clients',
    'group-apartments-saura-26',
    'group-apartments-18-novembra-354v',
    'day-care-centre',
    'family-support-centre-outcomes',
    'specialised-workshops',
    'day-centre-saskarsme',
  ],
} as const;

interface Row {
  key: string;
  value: number | null;
  previous: number | null;
  rule: { code: string; text: string; text_en: string; since: string };
}

describe('the annual report of Daugavpils', () => {
  let graph: Federation;
  let report: Record<string, { id: string; rows: Row[] }[]>;
  beforeAll(async () => {
    graph = await federation();
    const { data, errors } = await graph.ask('director', reportQuery, { m: daugavpils, y: 2022 });
    expect(errors).toBeUndefined();
    report = data.annualReport;
  }, 240_000);
  afterAll(() => graph?.stop());

  const tables = Object.entries(derived).flatMap(([domain, ids]) => ids.map((id) => [domain, id] as const));

  it.each(tables)('counts %s: %s from records as it was published, for 2022 and 2021', (domain, id) => {
    const table = report[domain]?.find((one) => one.id === id);
    expect(table).toBeDefined();
    const differs = table?.rows.flatMap((row) =>
      ([2022, 2021] as const).flatMap((year) => {
        const published = publishedFigure(daugavpils, id, row.key, year);
        const counted = year === 2022 ? row.value : row.previous;
        return published !== null && published !== counted ? [`${row.key} ${year}: published ${published}, counted ${counted}`] : [];
      }),
    );
    expect(differs).toEqual([]);
  });

  it('leaves out at most one printed row in ten', () => {
    const printed = tables.flatMap(
      ([, id]) =>
        findReportTable(id)
          ?.rows.filter((row) => !row.heading)
          .map((row) => `${id}.${row.key}`) ?? [],
    );
    const shown = new Set(
      tables.flatMap(([domain, id]) => report[domain]?.find((one) => one.id === id)?.rows.map((row) => `${id}.${row.key}`) ?? []),
    );
    const absent = printed.filter((row) => !shown.has(row));
    expect(absent.length).toBeLessThanOrEqual(printed.length / 10);
  });

  it('says of every row how it was counted, in both languages', () => {
    for (const table of Object.values(report).flatMap((one) => (Array.isArray(one) ? one : []))) {
      for (const row of table.rows) {
        expect(row.rule.text.length).toBeGreaterThan(10);
        expect(row.rule.text_en.length).toBeGreaterThan(10);
        expect(row.rule.text).not.toBe(row.rule.text_en);
      }
    }
  });

  it('is the director’s of that town, and nobody else’s', async () => {
    const other = await graph.ask('director-bauska', reportQuery, { m: daugavpils, y: 2022 });
    expect(other.data.annualReport).toBeNull();
    const worker = await graph.ask('social-worker', reportQuery, { m: daugavpils, y: 2022 });
    expect(worker.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
