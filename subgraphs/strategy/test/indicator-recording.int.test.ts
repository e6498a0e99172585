import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';
import { arranger } from './arrange.js';

const head = staff('head-of-services');
const record = `mutation($i: RecordIndicatorInput!) { done: recordIndicator(input: $i) {
  indicator { recorded(year: 2025) recordings { year number value evidence on } } problems { code field } } }`;

describe('what an indicator reached that no report row measures', () => {
  let town: TestSubgraph;
  let plan: string;
  let unbound: string;
  let bound: string;
  const send = async (change: object = {}, who = head) => {
    const i = { indicatorId: unbound, year: 2025, value: 12.5, evidence: 'Klientu aptauja', ...change };
    const { data, errors } = await town.ask(who, record, { i });
    expect(errors).toBeUndefined();
    return data.done;
  };

  beforeAll(async () => {
    town = await testSubgraph(strategy);
    const make = arranger(town, daugavpils);
    plan = await make.strategy('Plāns', 2022, 2027);
    const task = await make.task(plan, await make.goal(plan, 'SM1'), '1');
    unbound = await make.indicator(task, null, null);
    bound = await make.indicator(task, 'social-work-specialists', 'total');
    await make.target(unbound, 2025, 13);
    await make.value(unbound, 2023, 7);
  });
  afterAll(() => town?.drop());

  it('is recorded with its evidence, corrected from what was seen, and keeps its history', async () => {
    const first = { year: 2025, number: 1, value: 12.5, evidence: 'Klientu aptauja', on: '2026-11-22' };
    expect(await send()).toEqual({ indicator: { recorded: 12.5, recordings: [first] }, problems: [] });
    expect(await send()).toMatchObject({ indicator: null, problems: [{ code: 'STALE', field: 'corrects' }] });
    expect(await send({ corrects: 1, value: 13, evidence: 'Labots saskaitījums' })).toEqual({
      indicator: { recorded: 13, recordings: [first, { ...first, number: 2, value: 13, evidence: 'Labots saskaitījums' }] },
      problems: [],
    });
    // a value that was brought in without its history counts as the first
    expect(await send({ year: 2023 })).toMatchObject({ problems: [{ code: 'STALE' }] });
    expect(await send({ year: 2023, corrects: 1 })).toMatchObject({ problems: [] });
    expect(await town.sql(`select subject, fields from audit_entry where action = 'indicator.record' limit 1`)).toEqual([
      { subject: 'test-head-of-services', fields: ['evidence', 'value', 'year'] },
    ]);
  });

  it('is shown in the indicators of the report and in the progress report', async () => {
    const query = `query($id: ID!) { strategy(id: $id) { progressReport(year: 2025) { document(language: EN) } } }`;
    const { data } = await town.ask(head, query, { id: plan });
    expect(data.strategy.progressReport.document).toContain('| 1 | Rādītājs EN | 13 | 13 | yes |');
  });

  it('is recorded once of many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ year: 2024 })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'STALE')).toHaveLength(19);
  });

  it('is not recorded of a bound indicator, outside the plan, without evidence, for another town, or by who may not', async () => {
    expect(await send({ indicatorId: bound })).toMatchObject({ problems: [{ code: 'INVALID', field: 'indicatorId' }] });
    expect(await send({ year: 2027, evidence: ' ' })).toMatchObject({ problems: [{ field: 'year' }, { field: 'evidence' }] });
    expect(await send({}, staff('director', { municipality: bauska }))).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
    const ask = (who: typeof head, i: object) =>
      town.ask(who, record, { i: { indicatorId: unbound, year: 2025, value: 1, evidence: 'x', ...i } });
    expect((await ask(staff('social-worker'), {})).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await ask(head, { value: 1e13 })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
