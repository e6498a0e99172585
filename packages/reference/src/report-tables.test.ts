import { describe, expect, it } from '@jest/globals';
import {
  findReportTable,
  headingRows,
  plannedFigure,
  publishedFigure,
  reportTable,
  reportTables,
  reportTablesOf,
} from './report-tables.js';
import { results } from './results.js';

const daugavpils = '0002000';

describe('report tables', () => {
  it('are the 27 tables of the results, each in one part of the report', () => {
    expect(reportTables).toHaveLength(27);
    const sizes = (['benefits', 'services', 'institutions', 'workforce', 'finance'] as const).map(
      (domain) => reportTablesOf(domain).length,
    );
    expect(sizes).toEqual([2, 10, 11, 2, 2]);
  });

  it('keep every printed row under its printed key, with a measure and a parent in the same table', () => {
    for (const printed of results.tables) {
      const table = reportTable(printed.id);
      const keys = table.rows.map((row) => row.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const row of printed.rows) expect(keys).toContain(row.key);
      for (const row of table.rows) {
        expect(row.measure).toBeTruthy();
        if (row.parent !== null) expect(keys).toContain(row.parent);
      }
    }
  });

  it('count money in Euro where the source says so', () => {
    for (const printed of results.tables) {
      for (const row of printed.rows.filter((each) => each.measure === 'EUR')) {
        expect(reportTable(printed.id).rows.find((each) => each.key === row.key)?.measure).toBe('EUR');
      }
    }
  });

  it.each([
    ['headcount', 'staff-posts', 'POSTS'],
    ['headcount', 'core-staff', 'EMPLOYEES'],
    ['shelter', 'contracts-extended', 'CONTRACTS'],
    ['family-sector', 'high-risk-families', 'FAMILIES'],
    ['social-apartments-saura-26', 'apartments', 'PLACES'],
    ['adult-sector', 'new-cases-total', 'CASES'],
    ['rehabilitation-programmes', 'music', 'PERSONS'],
    ['rehabilitation-programmes', 'music-sessions', 'SESSIONS'],
    ['project-lli-550', 'exercise-classes', 'SESSIONS'],
    ['project-lli-550', 'exercise-classes-visits', 'VISITS'],
  ])('%s/%s counts %s', (table, row, measure) => {
    expect(reportTable(table).rows.find((each) => each.key === row)?.measure).toBe(measure);
  });

  it('mark as headings the rows without any figure', () => {
    expect(headingRows).toHaveLength(16);
    expect(headingRows).toContainEqual({ table: 'shelter', row: 'activities' });
    expect(headingRows).not.toContainEqual({ table: 'disability-and-elderly-sector', row: 'violence-reports-examined' });
    expect(headingRows).not.toContainEqual({ table: 'benefits-dynamics', row: 'orphan-guarantees-state-grant' });
  });

  it('answer an unknown id from outside with undefined, and throw for one written in code', () => {
    expect(findReportTable('no-such-table')).toBeUndefined();
    expect(() => reportTable('no-such-table')).toThrow('no-such-table');
  });
});

describe('published figures', () => {
  it.each([
    ['headcount', 'staff-posts', 2022, 235.16],
    ['headcount', 'social-work-specialists', 2020, 79],
    ['social-work-specialists', 'total', 2022, 87],
    ['shelter', 'total', 2021, 137],
    ['shelter', 'total', 2022, 200],
    ['home-care-office', 'fees', 2021, 14287.05],
    ['day-centre-saskarsme', 'total', 2020, 733],
    ['benefits-dynamics', 'gmi-recipients', 2022, 3176],
    ['benefits-dynamics', 'gmi-recipients', 2021, 1726],
    ['rehabilitation-programmes', 'we-can', 2022, 26],
    ['rehabilitation-programmes', 'we-can-sessions', 2022, 2741],
    ['project-lli-550', 'happy-children-club-visits', 2022, 100],
  ])('%s/%s of %i is %f', (table, row, year, value) => {
    expect(publishedFigure(daugavpils, table, row, year)).toBe(value);
  });

  it('never take a plan for a figure of the year', () => {
    expect(publishedFigure(daugavpils, 'benefits-dynamics', 'gmi-recipients', 2023)).toBeNull();
    expect(plannedFigure(daugavpils, 'benefits-dynamics', 'benefit-recipients', 2023)).toBe(22000);
    expect(publishedFigure(daugavpils, 'benefits-dynamics', 'orphan-guarantees-state-grant', 2022)).toBeNull();
    expect(plannedFigure(daugavpils, 'benefits-dynamics', 'orphan-guarantees-state-grant', 2022)).toBe(55958);
  });

  it('are null for other towns, other years, headings and unknown rows', () => {
    expect(publishedFigure('0025000', 'shelter', 'total', 2022)).toBeNull();
    expect(publishedFigure(daugavpils, 'shelter', 'total', 2019)).toBeNull();
    expect(publishedFigure(daugavpils, 'shelter', 'activities', 2022)).toBeNull();
    expect(publishedFigure(daugavpils, 'shelter', 'nobody', 2022)).toBeNull();
    expect(publishedFigure(daugavpils, 'nowhere', 'total', 2022)).toBeNull();
  });

  it('keep a printed zero apart from a blank', () => {
    expect(publishedFigure(daugavpils, 'adult-sector', 'ukrainian-civilians', 2021)).toBe(0);
    expect(publishedFigure(daugavpils, 'di-project-children', 'children-aba-therapy', 2021)).toBeNull();
  });
});
