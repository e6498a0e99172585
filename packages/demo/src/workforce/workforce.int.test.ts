import { personas } from '@atbalsts/auth';
import { withClient } from '@atbalsts/database';
import { bauska, daugavpils, publishedFigure, reportTablesOf } from '@atbalsts/reference';
import { type ClonedDatabase, cloneDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../world.js';
import { seedDomain } from '../writer.js';
import { employeesAt, planWorkforce } from './index.js';

const today = '2026-11-22';

describe('the workforce of the demo', () => {
  let database: ClonedDatabase;
  const world = new World(today);
  const sql = async (statement: string, parameters: unknown[] = []) =>
    (await withClient(database.superUrl, (client) => client.query(statement, parameters))).rows;

  beforeAll(async () => {
    planWorkforce(world);
    database = await cloneDatabase('workforce');
    await seedDomain('workforce', database.ownerUrl, world);
  });
  afterAll(() => database?.drop());

  it.each([2020, 2021, 2022])('has the published posts, staff and specialists on 31 December %i', async (year) => {
    const published = (row: string) => publishedFigure(daugavpils, 'headcount', row, year);
    const on = `${year}-12-31`;
    const holds = `municipality = $1 and from_date <= $2 and (until_date is null or until_date > $2)`;
    const [posts] = await sql(`select sum(fte_hundredths)::int as fte from post where ${holds}`, [daugavpils, on]);
    const [staff] = await sql(
      `select count(*)::int as core, (count(*) filter (where kind in ('SENIOR_SOCIAL_WORKER', 'SOCIAL_WORKER', 'SOCIAL_CARER', 'SOCIAL_REHABILITATOR', 'SOCIAL_ASSISTANCE_ORGANISER')))::int as specialists from employment where ${holds}`,
      [daugavpils, on],
    );
    expect(posts.fte / 100).toBe(published('staff-posts'));
    expect(staff).toEqual({ core: published('core-staff'), specialists: published('social-work-specialists') });
  });

  it('is the same each time, and another with another seed', () => {
    const again = new World(today);
    planWorkforce(again);
    expect(again.rows.get('workforce')).toEqual(world.rows.get('workforce'));
    const other = new World(today, 'other');
    planWorkforce(other);
    expect(other.rows.get('workforce')).not.toEqual(world.rows.get('workforce'));
  });

  it('has every staff persona at work in the right town, kind and unit', () => {
    for (const persona of Object.values(personas)) {
      if (persona.audience !== 'STAFF') continue;
      const found = employeesAt(world, persona.municipality, '2020-06-30', { unit: persona.unit, kinds: [persona.specialist] });
      expect(found.map((employee) => employee.id)).toContain(persona.employee);
      expect(employeesAt(world, persona.municipality, today).map((employee) => employee.name)).toContain(persona.name);
    }
  });

  it('has units, vacancies and hours to work with today', async () => {
    expect(await sql('select count(*)::int as n from unit where municipality = $1', [daugavpils])).toEqual([{ n: 19 }]);
    expect(employeesAt(world, bauska, today).length).toBeGreaterThanOrEqual(28);
    const [vacant] = await sql(
      `select count(*)::int as n from post p where municipality = $1 and not exists (select from post_assignment a where a.post_id = p.id and a.from_date <= $2 and (a.until_date is null or a.until_date > $2))`,
      [daugavpils, today],
    );
    expect(vacant.n).toBeGreaterThan(3);
    const hours = await sql(
      `select extract(year from on_date)::int as year, count(*)::int as n from training_record group by 1 order by 1`,
    );
    expect(hours.map((row) => row.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    expect(reportTablesOf('workforce').map((table) => table.id)).toEqual(['headcount', 'social-work-specialists']);
  });
});
