import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';

const record = `mutation($i: RecordBudgetInput!) { recordBudget(input: $i) { budget { row year source planned executed } problems { code field message(language: EN) } } }`;
const finance = staff('finance');

describe('recording the budget', () => {
  let town: TestSubgraph;
  const booking = (change: object = {}) => ({
    year: 2025,
    row: 'benefits',
    kind: 'EXECUTED',
    source: 'MUNICIPAL',
    amount: '100.50',
    bookedOn: '2025-05-28',
    ...change,
  });
  const send = async (change: object = {}, who = finance) => {
    const { data, errors } = await town.ask(who, record, { i: booking(change) });
    expect(errors).toBeUndefined();
    return data.recordBudget;
  };
  const count = async () => (await town.sql<{ n: number }>('select count(*)::int as n from budget_entry'))[0]?.n;

  beforeAll(async () => {
    town = await testSubgraph(strategy);
  });
  afterAll(() => town?.drop());

  it('adds to the sums, and to the report at once, and leaves an audit entry', async () => {
    expect(await send({ kind: 'PLANNED', amount: '1000.00', bookedOn: '2024-12-20' })).toMatchObject({
      budget: { planned: '1000.00', executed: null },
      problems: [],
    });
    expect((await send()).budget).toEqual({ row: 'benefits', year: 2025, source: 'MUNICIPAL', planned: '1000.00', executed: '100.50' });
    expect((await send({ source: 'STATE' })).budget).toMatchObject({ source: 'STATE', planned: null, executed: '100.50' });
    expect((await send({ amount: '-0.50', note: 'Kļūdaini iegrāmatots' })).budget).toMatchObject({ executed: '100.00' });
    const report = '{ annualReport(municipality: "0002000", year: 2025) { finance { rows { key value } } } }';
    const { rows } = (await town.ask(finance, report)).data.annualReport.finance[0];
    expect(rows.find((row: { key: string }) => row.key === 'benefits')).toEqual({ key: 'benefits', value: 100 });
    expect(await town.sql('select distinct action, subject, fields from audit_entry')).toEqual([
      { action: 'budget.record', subject: 'test-finance', fields: ['amount', 'bookedOn', 'kind', 'row', 'source', 'year'] },
    ]);
  });

  it('refuses what cannot be, and writes nothing', async () => {
    const before = await count();
    expect(await send({ row: 'total' })).toMatchObject({ budget: null, problems: [{ code: 'INVALID', field: 'row' }] });
    expect(await send({ bookedOn: '2026-11-23' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'bookedOn' }] });
    expect(await send({ amount: '-100.01', note: 'Kļūda' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'amount' }] });
    expect(await send({ amount: '-1.00' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'note' }] });
    expect((await town.ask(staff('social-worker'), record, { i: booking() })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await count()).toBe(before);
  });

  it('books once what is sent again under its key, even at once, and tells where the key is another booking’s', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => send({ year: 2024, key: 'R-17' })));
    for (const answer of answers) expect(answer).toMatchObject({ budget: { executed: '100.50' }, problems: [] });
    expect(await send({ year: 2024, key: 'R-17', amount: '7.00' })).toMatchObject({
      budget: { executed: '100.50' },
      problems: [{ code: 'DUPLICATE', field: 'key' }],
    });
    expect((await send({ year: 2024, key: 'R-17' }, staff('finance', { municipality: bauska }))).budget).toMatchObject({
      executed: '100.50',
    });
    expect(await town.sql(`select municipality from budget_entry where key = 'R-17' order by 1`)).toEqual([
      { municipality: daugavpils },
      { municipality: bauska },
    ]);
  });

  it('takes back no more than is booked, even when several try at once', async () => {
    await send({ year: 2023, amount: '10.00' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send({ year: 2023, amount: '-4.00', note: 'Kļūda' })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(2);
    expect(await town.sql('select sum(amount)::int as cents from budget_entry where year = 2023')).toEqual([{ cents: 200 }]);
  });
});
