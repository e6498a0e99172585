import { type SessionPrincipal, withSession } from '@atbalsts/database';
import { bauska, daugavpils, partner, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';
import { PublishedReport } from '../src/published-report/published-report.entity.js';
import { arranger } from './arrange.js';

const system: SessionPrincipal = { audience: 'SYSTEM' };
const latgale = regional('latgale');
const vidzeme = regional('vidzeme');
const zemgale = regional('zemgale');
const outsiders = [staff('director'), staff('head-of-services'), partner('0197a000-0000-7000-8000-00000000000a')];
const [rezekne, madona, varaklani] = ['0004000', '0038000', '0055000'];
const figures = `query($t: ID!, $f: Int!, $u: Int!) { done: regionFigures(table: $t, row: "total", fromYear: $f, untilYear: $u) { table row label(language: EN) measure
  towns { municipality { code } mergedInto { code } figures { year value suppressed perThousand } } sums { year value suppressed perThousand towns townsOfTheDay } } }`;

interface Row {
  value: number | null;
  suppressed?: boolean;
  previous?: number | null;
}

describe('a region', () => {
  let town: TestSubgraph;
  let registryDown = false;
  const publish = (
    municipality: string,
    region: string,
    year: number,
    { value, suppressed = false, previous = null }: Row,
    monitoring: object,
  ) =>
    arranger(town, municipality).insert('published_report', {
      region,
      year,
      published_on: `${year + 1}-02-15`,
      prepared_by: 'x',
      snapshot: JSON.stringify({
        tables: [
          {
            id: 'shelter',
            title: { lv: 'Patversme', en: 'Shelter' },
            rows: [
              {
                key: 'total',
                label: { lv: 'Kopā', en: 'Total' },
                parent: null,
                level: 0,
                measure: 'PERSONS',
                value,
                suppressed,
                previous,
                previousSuppressed: false,
                rule: { code: 'x', text: { lv: 'x', en: 'x' }, since: '2021-01-01' },
              },
            ],
          },
        ],
        monitoring,
      }),
    });
  const four = (clients: number | null, cost: number | null) => ({
    outputs: { value: clients, suppressed: clients === null },
    goalsAchievedShare: null,
    satisfaction: null,
    surveyAnswers: { value: null, suppressed: false },
    costPerClient: cost,
  });
  const ask = async (who: typeof latgale, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await town.ask(who, query, variables);
    expect(errors).toBeUndefined();
    return data.done;
  };

  beforeAll(async () => {
    town = await testSubgraph(strategy, {
      registry: ({ variables }) => {
        if (registryDown) throw new Error('gone');
        const of = (variables?.of ?? []) as { code: string }[];
        const populations = [2022, 2023, 2024].map((year) => ({ year, count: 50_000 }));
        return { data: { _entities: of.map(({ code }) => ({ populations: code === rezekne ? [] : populations })) } };
      },
      services: () => ({ data: { serviceTypes: [{ code: 'home-care' }] } }),
    });
    await publish(daugavpils, 'latgale', 2022, { value: 200, previous: 137 }, four(4000, 100_00));
    await publish(daugavpils, 'latgale', 2023, { value: 220, previous: 200 }, four(4000, 120_00));
    await publish(rezekne as string, 'latgale', 2023, { value: null, suppressed: true, previous: 50 }, four(null, null));
    await publish(varaklani as string, 'vidzeme', 2024, { value: 25 }, four(500, 90_00));
    await publish(madona as string, 'vidzeme', 2024, { value: 75 }, four(1500, 110_00));
    await publish(madona as string, 'vidzeme', 2025, { value: 110, previous: 75 }, four(2000, 100_00));
    await publish(bauska, 'zemgale', 2023, { value: 60 }, four(900, 80_00));
  });
  afterAll(() => town?.drop());

  it('sees towns and years side by side and for each thousand, withheld where withheld, and no sum that holds a withheld figure', async () => {
    expect(await ask(latgale, figures, { t: 'shelter', f: 2021, u: 2023 })).toEqual({
      table: 'shelter',
      row: 'total',
      label: 'Total',
      measure: 'PERSONS',
      towns: [
        {
          municipality: { code: daugavpils },
          mergedInto: null,
          figures: [
            { year: 2021, value: 137, suppressed: false, perThousand: null },
            { year: 2022, value: 200, suppressed: false, perThousand: 4 },
            { year: 2023, value: 220, suppressed: false, perThousand: 4.4 },
          ],
        },
        {
          municipality: { code: rezekne },
          mergedInto: null,
          figures: [
            { year: 2022, value: 50, suppressed: false, perThousand: null },
            { year: 2023, value: null, suppressed: true, perThousand: null },
          ],
        },
      ],
      sums: [
        { year: 2021, value: 137, suppressed: false, perThousand: null, towns: 1, townsOfTheDay: 9 },
        { year: 2022, value: 250, suppressed: false, perThousand: null, towns: 2, townsOfTheDay: 9 },
        { year: 2023, value: null, suppressed: true, perThousand: null, towns: 2, townsOfTheDay: 9 },
      ],
    });
    expect(await ask(latgale, figures, { t: 'no-such', f: 2021, u: 2023 })).toBeNull();
    registryDown = true;
    const without = await ask(latgale, figures, { t: 'shelter', f: 2022, u: 2022 });
    expect(without.towns[0].figures).toEqual([{ year: 2022, value: 200, suppressed: false, perThousand: null }]);
    registryDown = false;
    expect((await town.ask(latgale, figures, { t: 'shelter', f: 2022, u: 2042 })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('finds the figures of a merged town under both, and counts the towns of the day', async () => {
    const { towns, sums } = await ask(vidzeme, figures, { t: 'shelter', f: 2024, u: 2025 });
    expect(towns).toMatchObject([
      { municipality: { code: madona }, mergedInto: null, figures: [{ value: 75 }, { value: 110 }] },
      { municipality: { code: varaklani }, mergedInto: { code: madona }, figures: [{ value: 25, perThousand: 0.5 }] },
    ]);
    expect(sums).toMatchObject([
      { year: 2024, value: 100, perThousand: 1, towns: 2 },
      { year: 2025, value: 110, towns: 1 },
    ]);
    expect(sums[0].townsOfTheDay - sums[1].townsOfTheDay).toBe(1);
    const under = 'query($m: ID!) { done: publishedReports(municipality: $m) { year municipality { code } } }';
    const found = (who: typeof latgale, m: string) => ask(who, under, { m });
    expect(await found(vidzeme, madona as string)).toEqual([
      { year: 2025, municipality: { code: madona } },
      { year: 2024, municipality: { code: madona } },
      { year: 2024, municipality: { code: varaklani } },
    ]);
    expect(await found(vidzeme, varaklani as string)).toEqual([{ year: 2024, municipality: { code: varaklani } }]);
    expect(await found(latgale, madona as string)).toEqual([]);
  });

  it('sees nothing of another region, and nobody else sees what is the region’s', async () => {
    expect((await ask(zemgale, figures, { t: 'shelter', f: 2022, u: 2024 })).towns).toMatchObject([{ municipality: { code: bauska } }]);
    const queries = [
      'query { done: regionFigures(table: "shelter", row: "total", fromYear: 2022, untilYear: 2023) { table } }',
      'query { done: publishedReports(municipality: "0002000") { year } }',
      'query { done: regionEntries { id } }',
      'query { done: regionEvaluations { id } }',
      'query { done: regionMonitoring(fromYear: 2022) { year } }',
    ];
    for (const who of outsiders)
      for (const query of queries) expect((await town.ask(who, query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await withSession(town.database.database, zemgale, (em) => em.count(PublishedReport, {}))).toBe(1);
    expect(await withSession(town.database.database, system, (em) => em.count(PublishedReport, {}))).toBe(7);
  });

  const entryView = 'entry { id kind name municipality { code } serviceType from until version } problems { code field }';
  const enter = `mutation($i: EnterRegionEntryInput!) { done: enterRegionEntry(input: $i) { ${entryView} } }`;
  const update = `mutation($i: UpdateRegionEntryInput!) { done: updateRegionEntry(input: $i) { ${entryView} } }`;
  const entries = 'query($on: Date) { done: regionEntries(on: $on) { kind name until } }';
  const service = {
    kind: 'SERVICE',
    name: 'Atelpa',
    municipality: daugavpils,
    serviceType: 'home-care',
    source: 'Vēstule',
    from: '2026-01-01',
  };

  it('keeps registers of services, projects and partners: entered once, changed from what was seen, ended and never deleted', async () => {
    const { entry, problems } = await ask(latgale, enter, { i: service });
    expect(problems).toEqual([]);
    expect(entry).toMatchObject({ name: 'Atelpa', municipality: { code: daugavpils }, serviceType: 'home-care', version: 1, until: null });
    expect(await ask(latgale, enter, { i: { ...service, name: 'ATELPA' } })).toMatchObject({
      entry: { id: entry.id },
      problems: [{ code: 'DUPLICATE' }],
    });
    expect(await ask(latgale, enter, { i: { ...service, serviceType: 'x' } })).toMatchObject({
      problems: [{ code: 'NOT_FOUND', field: 'serviceType' }],
    });
    expect(await ask(latgale, enter, { i: { ...service, municipality: bauska } })).toMatchObject({
      problems: [{ code: 'INVALID', field: 'municipality' }],
    });
    const partnerEntry = { kind: 'PARTNER', name: 'Biedrība “Paraugs”', source: 'Līgums', from: '2026-02-01' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(latgale, enter, { i: partnerEntry })));
    expect(answers.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    const project = {
      kind: 'PROJECT',
      name: 'Projekts',
      source: 'Līgums',
      from: '2026-02-01',
      projectId: '0197a000-0000-7000-8000-0000000000ff',
    };
    expect(await ask(latgale, enter, { i: project })).toMatchObject({ problems: [{ code: 'NOT_FOUND', field: 'projectId' }] });

    const change = { id: entry.id, version: 1, source: 'Vēstule Nr. 2' };
    expect(await ask(zemgale, update, { i: change })).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
    expect(await ask(latgale, update, { i: { ...change, version: 2 } })).toMatchObject({ problems: [{ code: 'STALE' }] });
    expect(await ask(latgale, update, { i: { ...change, name: 'Atelpas brīdis' } })).toMatchObject({
      entry: { name: 'Atelpas brīdis', version: 2 },
    });
    expect(await ask(latgale, update, { i: { ...change, version: 2, until: '2026-11-22' } })).toMatchObject({
      entry: { until: '2026-11-22' },
    });
    expect(await ask(latgale, update, { i: { ...change, version: 3 } })).toMatchObject({ problems: [{ code: 'WRONG_STATE' }] });
    expect(await ask(latgale, entries)).toEqual([
      { kind: 'PARTNER', name: 'Biedrība “Paraugs”', until: null },
      { kind: 'SERVICE', name: 'Atelpas brīdis', until: '2026-11-22' },
    ]);
    expect(await ask(latgale, entries, { on: '2026-11-22' })).toHaveLength(1);
    expect(await ask(zemgale, entries)).toEqual([]);
    for (const who of outsiders)
      expect((await town.ask(who, enter, { i: service })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await town.sql(`select distinct municipality, subject from audit_entry where action = 'region.register.write'`)).toEqual([
      { municipality: 'region:latgale', subject: 'region-latgale' },
    ]);
  });

  const evaluate = `mutation($i: EvaluateRegionInput!) { done: evaluateRegion(input: $i) { evaluation { id fromYear untilYear conclusions
    figures { year towns townsOfTheDay outputs { value suppressed } costPerClient } } problems { code field } } }`;
  const findings = { fromYear: 2021, whatAndHowWell: 'a', betterOff: 'b', howClientsFeel: 'c', whatItCost: 'd', conclusions: 'e' };

  it('evaluates three years that are over, out of published figures alone, once, and keeps what they said that day', async () => {
    const monitoring = 'query { done: regionMonitoring(fromYear: 2021) { year outputs { value suppressed } } }';
    expect(await ask(latgale, monitoring)).toMatchObject([
      { year: 2021, outputs: { value: null, suppressed: false } },
      { year: 2022, outputs: { value: 4000 } },
      { year: 2023, outputs: { value: null, suppressed: true } },
    ]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(latgale, evaluate, { i: findings })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'DUPLICATE')).toHaveLength(4);
    const kept = answers[0].evaluation;
    expect(kept).toMatchObject({
      fromYear: 2021,
      untilYear: 2023,
      figures: [
        { year: 2021, towns: 0, townsOfTheDay: 9 },
        { year: 2022, towns: 1, outputs: { value: 4000, suppressed: false }, costPerClient: '100.00' },
        { year: 2023, towns: 2, outputs: { value: null, suppressed: true }, costPerClient: null },
      ],
    });
    await town.sql(`delete from published_report where municipality = $1 and year = 2023`, [rezekne]);
    const again = 'query { done: regionEvaluations { id figures { outputs { suppressed } } } }';
    expect(await ask(latgale, again)).toMatchObject([{ id: kept.id, figures: [{}, {}, { outputs: { suppressed: true } }] }]);
    expect(await ask(zemgale, again)).toEqual([]);
    expect(await ask(latgale, evaluate, { i: { ...findings, fromYear: 2022 } })).toMatchObject({
      problems: [{ code: 'INVALID', field: 'fromYear' }],
    });
    expect(await ask(zemgale, evaluate, { i: { ...findings, fromYear: 2024 } })).toMatchObject({
      problems: [{ code: 'INVALID', field: 'fromYear' }],
    });
    for (const who of outsiders)
      expect((await town.ask(who, evaluate, { i: findings })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
