import { personas } from '@atbalsts/auth';
import { bauska, daugavpils, publishedFigure, reportTablesOf } from '@atbalsts/reference';
import { figuresAgainstRecords, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { workforce, workforceRecords } from '@atbalsts/workforce';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../world.js';
import { seedDomain } from '../writer.js';
import { employeesAt, planWorkforce } from './index.js';

const today = '2026-11-22';
const director = staff('director');
const reportQuery =
  'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { workforce { id rows { key value previous } } } } }';

describe('the workforce of the demo', () => {
  let town: TestSubgraph;
  const world = new World(today);

  beforeAll(async () => {
    planWorkforce(world);
    town = await testSubgraph(workforce);
    await seedDomain('workforce', town.database.ownerUrl, world);
  });
  afterAll(() => town?.drop());

  it.each([2020, 2021, 2022])('gives by the report’s own rules the published posts, staff and specialists of %i', async (year) => {
    const { data } = await town.ask(director, reportQuery, { of: [{ __typename: 'AnnualReport', municipalityCode: daugavpils, year }] });
    const derived = new Map<string, number | null>();
    for (const table of data._entities[0].workforce) for (const row of table.rows) derived.set(`${table.id}/${row.key}`, row.value);
    for (const table of reportTablesOf('workforce')) {
      for (const row of table.rows) {
        const published = publishedFigure(daugavpils, table.id, row.key, year);
        const figure = derived.get(`${table.id}/${row.key}`);
        if (published !== null) expect([table.id, row.key, figure]).toEqual([table.id, row.key, published]);
      }
    }
  });

  it.each([2022, 2021])('shows of every figure of %i the records behind it, as many or as much as it says', async (year) => {
    const found = await figuresAgainstRecords(town, staff('director'), workforceRecords, year);
    expect(found.differ).toEqual([]);
    expect(found.rowsWithRecords).toBeGreaterThan(6);
  });

  it('meets the norm against the assumed population, live for its own director', async () => {
    const query =
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Municipality { staffing(on: "2022-12-31") { fte employees specialists required met vacantFte } } } }';
    const { data } = await town.ask(director, query, {
      of: [{ __typename: 'Municipality', code: daugavpils, populations: [{ year: 2022, count: 79_800 }] }],
    });
    const { staffing } = data._entities[0];
    expect(staffing).toMatchObject({ fte: 235.16, employees: 223, specialists: 87, required: 79, met: true });
    expect(staffing.vacantFte).toBeGreaterThan(5);
    expect(staffing.vacantFte).toBeLessThan(30);
  });

  it('is the same each time, and calibrated with any seed', () => {
    const again = new World(today);
    planWorkforce(again);
    expect(again.rows.get('workforce')).toEqual(world.rows.get('workforce'));
    for (const seed of ['one', 'two', 'three']) {
      const other = new World(today, seed);
      planWorkforce(other);
      expect(other.rows.get('workforce')).not.toEqual(world.rows.get('workforce'));
      expect([2020, 2021, 2022].map((year) => employeesAt(other, daugavpils, `${year}-12-31`).length)).toEqual([195, 204, 223]);
    }
  });

  it('has nothing that happens after the day it lives in, but what is planned: absences and a promotion', () => {
    const early = new World('2024-06-01');
    planWorkforce(early);
    const dates = [...(early.rows.get('workforce') ?? new Map())]
      .filter(([table]) => !['employee_absence', 'employee_promotion', 'employee_qualification'].includes(table))
      .flatMap(([, rows]) => rows)
      .flatMap((row) => [row.from_date, row.until_date, row.on_date]);
    expect(dates.filter((date) => typeof date === 'string' && date > '2024-06-01')).toEqual([]);
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
    const { data, errors } = await town.ask(
      staff('hr'),
      '{ units { label vacancies employees { name } } employees(first: 50) { totalCount nodes { kind training(year: 2025) { requiredHours hours met } supervision(year: 2025) { met } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.units.length).toBeGreaterThanOrEqual(11);
    expect(data.units.reduce((sum: number, unit: { vacancies: number }) => sum + unit.vacancies, 0)).toBeGreaterThan(3);
    expect(data.employees.totalCount).toBe(employeesAt(world, daugavpils, today).length);
    const workers = data.employees.nodes.filter((node: { kind: string }) => node.kind === 'SOCIAL_WORKER');
    expect(workers[0].training.requiredHours).toBe(24);
    const met = new Set(workers.map((node: { training: { met: boolean } | null }) => node.training?.met));
    expect([...met]).toEqual(expect.arrayContaining([true, false]));
    expect(employeesAt(world, bauska, today).length).toBeGreaterThanOrEqual(28);
  });

  it('has people to deal with today: away with who stands in, qualifications that end, evaluations to confirm, a promotion to decide', async () => {
    const { data, errors } = await town.ask(
      staff('hr'),
      `{ workforceProfile { employees ageUnknown age { employees } experience { employees } }
        units { qualificationsLapsing { title employee: id } vacantPosts { fte } obligations(year: 2025) { owing missing } }
        employees(first: 200) { nodes { absences { kind until substitute { name } } promotions { state } evaluations { confirmedOn } } } }`,
    );
    expect(errors).toBeUndefined();
    const { employees, ageUnknown, age, experience } = data.workforceProfile;
    expect([employees, ageUnknown]).toEqual([employeesAt(world, daugavpils, today).length, 0]);
    for (const bands of [age, experience])
      expect(bands.reduce((sum: number, band: { employees: number }) => sum + band.employees, 0)).toBe(employees);
    const sum = (of: (unit: { qualificationsLapsing: object[]; obligations: { missing: number } }) => number) =>
      data.units.reduce((total: number, unit: Parameters<typeof of>[0]) => total + of(unit), 0);
    expect(sum((unit) => unit.qualificationsLapsing.length)).toBeGreaterThan(0);
    expect(sum((unit) => unit.obligations.missing)).toBeGreaterThan(0);
    const rows = await town.sql<{ absences: number; covered: number; proposed: number; waiting: number }>(
      `select (select count(*)::int from employee_absence) as absences, (select count(*)::int from employee_absence where substitute_id is not null) as covered,
        (select count(*)::int from employee_promotion where state = 'PROPOSED') as proposed,
        (select count(*)::int from employee_evaluation where confirmed_by is null) as waiting`,
    );
    expect(rows[0]?.absences).toBeGreaterThanOrEqual(4);
    expect(rows[0]?.covered).toBe(rows[0]?.absences);
    expect(rows[0]?.proposed).toBe(1);
    expect(rows[0]?.waiting).toBeGreaterThan(0);
  });
});
