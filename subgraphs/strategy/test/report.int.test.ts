import { bauska, daugavpils, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strategy } from '../src/index.js';
import { arranger } from './arrange.js';

const director = staff('director');
const headcount = (value: number | null) => [{ id: 'headcount', rows: [{ key: 'core-staff', value }] }];

describe('the annual report', () => {
  let town: TestSubgraph;
  const ids: Record<string, string> = {};
  const finance = async (year: number) => {
    const { data, errors } = await town.ask(
      director,
      'query($m: ID!, $y: Int!) { annualReport(municipality: $m, year: $y) { finance { id rows { key value previous measure } } } }',
      { m: daugavpils, y: year },
    );
    expect(errors).toBeUndefined();
    const [table] = data.annualReport.finance as { id: string; rows: { key: string; value: number | null; previous: number | null }[] }[];
    expect(table?.id).toBe('funding-sources');
    return Object.fromEntries((table?.rows ?? []).map((row) => [row.key, row]));
  };
  const measured = async (fields: string, year: number, tables: object, code = daugavpils) => {
    const of = [
      { __typename: 'AnnualReport', municipalityCode: code, year, benefits: [], services: [], institutions: [], workforce: [], ...tables },
    ];
    const { data, errors } = await town.ask(
      director,
      `query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { ${fields} } } }`,
      { of },
    );
    expect(errors).toBeUndefined();
    return data._entities[0];
  };

  beforeAll(async () => {
    town = await testSubgraph(strategy);
    const make = arranger(town, daugavpils);
    for (const cents of [100_01, 200_02, 300_00]) await make.booking(2022, 'benefits', cents);
    await make.booking(2022, 'health-insurance', 50_00);
    await make.booking(2022, 'benefits', 999_00, { kind: 'PLANNED' });
    await make.booking(2022, 'benefits', 777_00, { source: 'STATE' });
    await make.booking(2021, 'benefits', 10_00);
    await arranger(town, bauska).booking(2022, 'benefits', 5_00);
    ids.plan = await make.strategy('Plāns', 2023, 2024);
    const task = await make.task(ids.plan, await make.goal(ids.plan, 'SM1'), '1');
    ids.bound = await make.indicator(task, 'headcount', 'core-staff');
    await make.target(ids.bound, 2023, 230);
    const recorded = await make.indicator(task, null, null);
    await make.target(recorded, 2023, 2);
    await make.value(recorded, 2023, 2);
    await make.indicator(task, 'funding-sources', 'total');
  });
  afterAll(() => town?.drop());

  it('sums the executed bookings from municipal funds, and has no figure where nothing is booked', async () => {
    const rows = await finance(2022);
    expect(rows.benefits).toMatchObject({ value: 600.03, previous: 10 });
    expect(rows['health-insurance']).toMatchObject({ value: 50, previous: null });
    expect(rows['interreg-lli-550']).toMatchObject({ value: null });
    expect(rows.total).toMatchObject({ value: 650.03, previous: 10 });
    expect((await finance(2019)).total).toMatchObject({ value: null });
  });

  it('shows the budget behind it, planned and executed by source', async () => {
    const { data } = await town.ask(staff('finance'), '{ budget(year: 2022) { row label(language: EN) source planned executed } }');
    expect(data.budget).toEqual([
      { row: 'benefits', label: 'Benefits', source: 'MUNICIPAL', planned: '999.00', executed: '600.03' },
      { row: 'benefits', label: 'Benefits', source: 'STATE', planned: null, executed: '777.00' },
      { row: 'health-insurance', label: 'Health insurance of municipal staff', source: 'MUNICIPAL', planned: null, executed: '50.00' },
    ]);
    expect((await town.ask(staff('social-worker'), '{ budget(year: 2022) { row } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('moves by exactly the booking that is deleted', async () => {
    const bookings = await town.sql<{ id: string; row_key: string; amount: string }>(
      `select * from budget_entry where municipality = $1 and year = 2022 and kind = 'EXECUTED' and source = 'MUNICIPAL'`,
      [daugavpils],
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bookings), async (gone) => {
        const before = await finance(2022);
        await town.sql('delete from budget_entry where id = $1', [gone.id]);
        const after = await finance(2022);
        await town.sql('insert into budget_entry select (jsonb_populate_record(null::budget_entry, $1::jsonb)).*', [JSON.stringify(gone)]);
        for (const [key, row] of Object.entries(before)) {
          const moved = Math.round(((row.value ?? 0) - (after[key]?.value ?? 0)) * 100);
          expect(moved).toBe(key === gone.row_key || key === 'total' ? Number(gone.amount) : 0);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('lets bound indicators measure themselves by the tables of the other domains, a year before the plan as its baseline', async () => {
    const fields = 'indicators { indicator { measure { table row } } task { code } actual target met }';
    const measure = { table: 'headcount', row: 'core-staff' };
    const [bound, recorded, funding] = (await measured(fields, 2023, { workforce: headcount(231) })).indicators;
    expect(bound).toEqual({ indicator: { measure }, task: { code: '1' }, actual: 231, target: 230, met: true });
    expect(recorded).toEqual({ indicator: { measure: null }, task: { code: '1' }, actual: 2, target: 2, met: true });
    expect(funding).toMatchObject({ actual: null, target: null, met: null });
    expect((await measured(fields, 2023, { workforce: headcount(229) })).indicators[0]).toMatchObject({ actual: 229, met: false });
    expect((await measured(fields, 2022, { workforce: headcount(223) })).indicators).toMatchObject([
      { actual: 223, target: null, met: null },
      { actual: null },
      { actual: 650.03 },
    ]);
    expect((await measured(fields, 2021, { workforce: headcount(204) })).indicators).toEqual([]);
    expect((await measured(fields, 2023, { workforce: null })).indicators[0]).toMatchObject({ actual: null, met: null });
  });

  it('is reconciled with what is published', async () => {
    const fields = 'reconciliation { kind table row published derived difference source note(language: EN) }';
    const { reconciliation } = await measured(fields, 2022, { workforce: headcount(222), benefits: null });
    const found = (kind: string, table: string) =>
      reconciliation.find((one: { kind: string; table: string }) => one.kind === kind && one.table === table);
    expect(found('DERIVED_DIFFERS', 'headcount')).toMatchObject({
      row: 'core-staff',
      published: 223,
      derived: 222,
      difference: 1,
      note: 'Published 223, the records give 222.',
    });
    expect(found('NOT_DERIVABLE', 'headcount')).toMatchObject({ row: 'staff-posts', published: 235.16, derived: null, difference: null });
    expect(found('NOT_DERIVABLE', 'benefits-dynamics')).toMatchObject({ row: null, note: 'The domain benefits does not answer.' });
    expect(found('NOT_DERIVABLE', 'shelter')).toMatchObject({ row: null, note: 'This table is not derived from records yet.' });
    expect(found('PARTS_DO_NOT_SUM', 'day-centre-saskarsme')).toMatchObject({ row: 'total', published: 606, derived: 613, difference: -7 });
    expect(found('DERIVED_DIFFERS', 'funding-sources')).toMatchObject({ row: 'benefits', published: 4097605, derived: 600.03 });
    expect((await measured(fields, 2019, {})).reconciliation).toEqual([]);
  });

  it('answers of the four questions what is known: clients, what services say of goals and survey, and the whole executed budget for each', async () => {
    const fields =
      'monitoring { outputs { value suppressed } goalsAchievedShare satisfaction surveyAnswers { value suppressed } costPerClient }';
    const recipients = (value: number | null) => ({
      benefits: [{ id: 'benefits-dynamics', rows: [{ key: 'benefit-recipients', value }] }],
    });
    expect((await measured(fields, 2022, recipients(100))).monitoring).toEqual({
      outputs: { value: 100, suppressed: false },
      goalsAchievedShare: null,
      satisfaction: null,
      surveyAnswers: { value: null, suppressed: false },
      costPerClient: '14.27',
    });
    const serviceOutcomes = { goalsClosed: 8, goalsAchieved: 6, surveyAnswers: 7, meanScore: 4.5 };
    expect((await measured(fields, 2022, { ...recipients(100), serviceOutcomes })).monitoring).toMatchObject({
      goalsAchievedShare: 0.75,
      satisfaction: 4.5,
      surveyAnswers: { value: 7, suppressed: false },
    });
    expect((await measured(fields, 2022, recipients(null))).monitoring).toMatchObject({ outputs: { value: null }, costPerClient: null });
    expect((await measured(fields, 2019, recipients(100))).monitoring).toMatchObject({ outputs: { value: 100 }, costPerClient: null });
    expect((await measured(fields, 2022, { benefits: null })).monitoring).toMatchObject({ outputs: { value: null }, costPerClient: null });
  });

  it('is for the staff of the town who may read it', async () => {
    const query = 'query($m: ID!) { annualReport(municipality: $m, year: 2022) { year } }';
    expect((await town.ask(director, query, { m: bauska })).data).toEqual({ annualReport: null });
    expect(await measured('year indicators { actual }', 2022, {}, bauska)).toBeNull();
    expect((await town.ask(staff('social-worker'), query, { m: daugavpils })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await town.ask(regional(), query, { m: daugavpils })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(
      (await town.ask(director, 'query($m: ID!) { annualReport(municipality: $m, year: 3) { year } }', { m: daugavpils })).data,
    ).toEqual({ annualReport: null });
  });
});
