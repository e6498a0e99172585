import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@atbalsts/database';
import { bauska, daugavpils, publishedFigure, reportTable } from '@atbalsts/reference';
import { type ClonedDatabase, cloneDatabase } from '@atbalsts/testing';
import { World } from '../world.js';
import { seedDomain } from '../writer.js';
import { planStrategy } from './index.js';

describe('the strategies and the budget of the demo', () => {
  let database: ClonedDatabase;
  const world = new World('2026-11-22');
  const sql = async (statement: string, parameters: unknown[] = []) => (await withClient(database.superUrl, (client) => client.query(statement, parameters))).rows;

  beforeAll(async () => {
    planStrategy(world);
    database = await cloneDatabase('strategy');
    await seedDomain('strategy', database.ownerUrl, world);
  });
  afterAll(() => database?.drop());

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
    expect(await sql(`select i.measure_table, i.measure_row from indicator i join task t on t.id = i.task_id join strategy s on s.id = t.strategy_id where s.from_year = 2023 order by t.position, i.position limit 1`)).toEqual([
      { measure_table: 'social-work-specialists', measure_row: 'total' },
    ]);
    const [extras] = await sql('select (select count(*)::int from investment) as investments, (select count(*)::int from swot_item) as swot');
    expect(extras.investments).toBeGreaterThan(10);
    expect(extras.swot).toBeGreaterThan(10);
  });

  it.each([2020, 2021, 2022])('have bookings that sum exactly to the printed municipal funding of %i', async (year) => {
    const sums = await sql(
      `select row_key, sum(amount)::bigint as cents, count(*)::int as bookings from budget_entry
        where municipality = $1 and year = $2 and kind = 'EXECUTED' and source = 'MUNICIPAL' group by row_key`,
      [daugavpils, year],
    );
    for (const { key } of reportTable('funding-sources').rows) {
      const printed = publishedFigure(daugavpils, 'funding-sources', key, year);
      const booked = sums.find((sum) => sum.row_key === key);
      if (key === 'total') expect(sums.reduce((total, sum) => total + Number(sum.cents), 0)).toBe((printed as number) * 100);
      else if (printed === null) expect(booked).toBeUndefined();
      else expect({ cents: Number(booked.cents), several: booked.bookings > 1 }).toEqual({ cents: printed * 100, several: true });
    }
  });

  it('are the same each time', () => {
    const again = new World('2026-11-22');
    planStrategy(again);
    expect(again.rows.get('strategy')).toEqual(world.rows.get('strategy'));
  });
});
