import { bauska, daugavpils, publishedFigure, reportTable } from '@atbalsts/reference';
import { financeRecords, strategy } from '@atbalsts/strategy';
import { figuresAgainstRecords, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../world.js';
import { seedDomain } from '../writer.js';
import { planStrategy } from './index.js';

describe('the strategies and the budget of the demo', () => {
  let town: TestSubgraph;
  const world = new World('2026-11-22');
  // biome-ignore lint/suspicious/noExplicitAny: rows of several shapes
  const sql = (statement: string, parameters: unknown[] = []) => town.sql<any>(statement, parameters);

  beforeAll(async () => {
    planStrategy(world);
    town = await testSubgraph(strategy);
    await seedDomain('strategy', town.database.ownerUrl, world);
  });
  afterAll(() => town?.drop());

  it('have both old strategies whole, and the plan for 2023', async () => {
    const goals = await sql(
      `select s.municipality, s.from_year, g.code, count(t.*)::int as tasks, count(t.parent_id)::int as sub_tasks
         from strategy s join strategic_goal g on g.strategy_id = s.id join task t on t.goal_id = g.id group by 1, 2, 3, g.position order by 2, g.position`,
    );
    expect(goals.filter((goal) => goal.from_year === 2015).map((goal) => goal.tasks)).toEqual([5, 9, 4]);
    const ofBauska = goals.filter((goal) => goal.municipality === bauska);
    expect(ofBauska).toHaveLength(2);
    expect(ofBauska.reduce((sum, goal) => sum + goal.sub_tasks, 0)).toBe(28);
    expect(ofBauska.reduce((sum, goal) => sum + goal.tasks, 0)).toBe(34);
    expect(goals.filter((goal) => goal.from_year === 2023).map((goal) => goal.tasks)).toEqual([8]);
    expect(
      await sql(
        `select i.measure_table, i.measure_row from indicator i join task t on t.id = i.task_id join strategy s on s.id = t.strategy_id where s.from_year = 2023 order by t.position, i.position limit 1`,
      ),
    ).toEqual([{ measure_table: 'social-work-specialists', measure_row: 'total' }]);
    const [extras] = await sql(
      'select (select count(*)::int from investment) as investments, (select count(*)::int from swot_item) as swot',
    );
    expect(extras.investments).toBeGreaterThan(10);
    expect(extras.swot).toBeGreaterThan(10);
  });

  it.each([2022, 2021])('shows of every figure of %i the records behind it, as many or as much as it says', async (year) => {
    const found = await figuresAgainstRecords(town, staff('director'), financeRecords, year);
    expect(found.differ).toEqual([]);
    expect(found.rowsWithRecords).toBeGreaterThan(5);
  });

  it.each([2020, 2021, 2022])(
    'give by the report’s own rules the printed municipal funding of %i, each row of several bookings',
    async (year) => {
      const { data } = await town.ask(
        staff('finance'),
        'query($m: ID!, $y: Int!) { annualReport(municipality: $m, year: $y) { finance { rows { key value } } } }',
        { m: daugavpils, y: year },
      );
      const derived = data.annualReport.finance[0].rows;
      const printed = reportTable('funding-sources').rows.map(({ key }) => ({
        key,
        value: publishedFigure(daugavpils, 'funding-sources', key, year),
      }));
      expect(derived).toEqual(printed);
      const single = await sql(
        `select row_key from budget_entry where kind = 'EXECUTED' and year = $1 group by row_key having count(*) < 2`,
        [year],
      );
      expect(single).toEqual([]);
    },
  );

  it('show the goals and the states of tasks to a director', async () => {
    const { data, errors } = await town.ask(
      staff('director'),
      '{ strategies { fromYear goals { tasks { code state } } investments { code } } }',
    );
    expect(errors).toBeUndefined();
    const old = data.strategies.find((one: { fromYear: number }) => one.fromYear === 2015);
    expect(old.goals.map((goal: { tasks: unknown[] }) => goal.tasks.length)).toEqual([5, 9, 4]);
    const states = new Set(old.goals.flatMap((goal: { tasks: { state: string }[] }) => goal.tasks.map((task) => task.state)));
    expect(states).toContain('DONE');
  });

  it('have progress reports, one of which waits for another person, and what unbound indicators reached with its history', async () => {
    expect(await sql('select state, approved_by, submitted_by from progress_report order by year')).toEqual([
      { state: 'APPROVED', approved_by: 'demo:director-bauska', submitted_by: 'demo:demo-2020' },
      { state: 'SUBMITTED', approved_by: null, submitted_by: 'demo:head-of-services' },
    ]);
    const [{ values, recordings }] = await sql(
      'select (select count(*)::int from indicator_value) as values, (select count(*)::int from indicator_recording) as recordings',
    );
    expect(recordings).toBe(values);
    expect(await sql('select kind, count(*)::int as entries from region_entry group by 1 order by 1')).toEqual([
      { kind: 'PARTNER', entries: 1 },
      { kind: 'PROJECT', entries: 1 },
      { kind: 'SERVICE', entries: 2 },
    ]);
  });

  it('are the same each time', () => {
    const again = new World('2026-11-22');
    planStrategy(again);
    expect(again.rows.get('strategy')).toEqual(world.rows.get('strategy'));
  });
});
