import { daugavpils, publishedFigure, type ReportTableDefinition, reportTables } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from './finding.js';
import { notDerivable } from './not-derivable.js';
import { declaredPartitions } from './partitions.js';
import { jumps, type Reconciled, reconcile } from './reconciliation.rules.js';

const printed = (change: Partial<Reconciled> = {}): Finding[] =>
  reconcile({
    year: 2022,
    tables: reportTables,
    years: [2020, 2021, 2022],
    published: (table, row, year) => publishedFigure(daugavpils, table, row, year),
    derived: (table, row) => publishedFigure(daugavpils, table, row, 2022),
    answered: () => true,
    ...change,
  });
const tablesOf = (findings: Finding[], kind: Finding['kind']) => [
  ...new Set(findings.filter((found) => found.kind === kind).map((found) => found.table)),
];

describe('the printed results for 2022', () => {
  it('contradict themselves where parts that summed another year do not', () => {
    const parts = printed().filter((found) => found.kind === 'PARTS_DO_NOT_SUM');
    expect(parts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ table: 'day-centre-saskarsme', row: 'total', published: 606, derived: 613 }),
        expect.objectContaining({ table: 'family-sector', row: 'at-risk-families', published: 958, derived: 831 }),
        expect.objectContaining({ table: 'adult-sector', row: 'total', published: 529, derived: 551 }),
      ]),
    );
    for (const innocent of ['shelter', 'night-shelter', 'headcount', 'social-work-specialists', 'funding-sources', 'home-care-office']) {
      expect(parts.map((found) => found.table)).not.toContain(innocent);
    }
  });

  it('jump where the rule says so', () => {
    const found = printed().find(({ kind, row }) => kind === 'YEAR_ON_YEAR_JUMP' && row === 'disability-group-1');
    expect(found).toMatchObject({ table: 'day-centre-saskarsme', published: 287, derived: 9 });
  });

  it('are accused of nothing more where the records give the same', () => {
    expect(tablesOf(printed(), 'DERIVED_DIFFERS')).toEqual([]);
    expect(tablesOf(printed(), 'NOT_DERIVABLE')).toEqual([]);
  });

  it('differ where a record is missing, and are not derivable where no rule or no domain answers', () => {
    const oneLess = printed({
      derived: (table, row) => (table === 'shelter' && row === 'total' ? 199 : publishedFigure(daugavpils, table, row, 2022)),
    });
    expect(oneLess.filter((found) => found.kind === 'DERIVED_DIFFERS')).toMatchObject([
      { table: 'shelter', row: 'total', published: 200, derived: 199 },
    ]);
    const noRule = printed({
      derived: (table, row) => (table === 'shelter' && row === 'men' ? undefined : publishedFigure(daugavpils, table, row, 2022)),
    });
    expect(noRule.filter((found) => found.kind === 'NOT_DERIVABLE')).toMatchObject([{ table: 'shelter', row: 'men' }]);
    const down = printed({ answered: (table) => table !== 'shelter' });
    expect(down.filter((found) => found.kind === 'NOT_DERIVABLE')).toMatchObject([{ table: 'shelter', row: null }]);
    const noRecords = printed({ derived: (table, row) => (table === 'shelter' ? null : publishedFigure(daugavpils, table, row, 2022)) });
    expect(noRecords.filter((found) => found.kind === 'DERIVED_DIFFERS')).toHaveLength(14);
  });

  it('are not derivable with the reason where one is written, at most five whole tables, each of rows that are printed', () => {
    const reasons = Object.entries(notDerivable);
    const none = printed({ derived: () => undefined });
    expect(none.find(({ table }) => table === 'di-project-administration')?.words).toEqual(notDerivable['di-project-administration']);
    const lift = printed({
      derived: (table, row) => (row === 'accessibility-unlabelled' ? undefined : publishedFigure(daugavpils, table, row, 2022)),
    });
    expect(lift.filter(({ kind }) => kind === 'NOT_DERIVABLE')).toEqual([
      expect.objectContaining({
        row: 'accessibility-unlabelled',
        words: notDerivable['disability-and-elderly-sector.accessibility-unlabelled'],
      }),
    ]);
    expect(reasons.filter(([key]) => !key.includes('.')).length).toBeLessThanOrEqual(5);
    const known = reportTables.flatMap(({ id, rows }) => [id, ...rows.map(({ key }) => `${id}.${key}`)]);
    for (const [key, { lv, en }] of reasons) {
      expect(known).toContain(key);
      expect(lv).not.toBe(en);
    }
  });

  it('have every declared partition among their rows', () => {
    for (const { table, total, parts } of declaredPartitions) {
      const rows = reportTables.find((one) => one.id === table)?.rows.map((row) => row.key);
      expect(rows).toEqual(expect.arrayContaining([total, ...parts]));
    }
  });
});

describe('a set of parts', () => {
  const table = (parts: number): ReportTableDefinition => {
    const row = (key: string, parent: string | null) => ({
      key,
      parent,
      label: { lv: key, en: key },
      level: 0,
      measure: 'PERSONS' as const,
      heading: false,
      approximate: false,
    });
    return {
      id: 'made-up',
      domain: 'services',
      unit: null,
      title: { lv: '', en: '' },
      columns: [],
      rows: [row('total', null), ...Array.from({ length: parts }, (_, i) => row(`part-${i}`, 'total'))],
    };
  };

  it('is accused exactly where it does not sum in the year and sums in another', () => {
    const year = fc.record({ parts: fc.array(fc.nat(50), { minLength: 2, maxLength: 4 }), off: fc.constantFrom(0, 0, 1, -3, 7) });
    fc.assert(
      fc.property(year, year, (then, now) => {
        const length = Math.min(then.parts.length, now.parts.length);
        const figures = { 2021: then, 2022: now };
        const sum = ({ parts }: typeof now) => parts.slice(0, length).reduce((a, b) => a + b, 0);
        const published = (_: string, row: string, of: number) => {
          const figure = figures[of as 2021 | 2022];
          if (!figure) return null;
          return row === 'total' ? sum(figure) + figure.off : (figure.parts[Number(row.slice(5))] as number);
        };
        const found = reconcile({
          year: 2022,
          tables: [table(length)],
          years: [2021, 2022],
          published,
          derived: (t, row) => published(t, row, 2022),
          answered: () => true,
        });
        const accused = found.some(({ kind }) => kind === 'PARTS_DO_NOT_SUM');
        expect(accused).toBe(now.off !== 0 && then.off === 0 && sum(then) > 0);
      }),
    );
  });
});

describe('a jump', () => {
  it.each([
    [9, 287, true],
    [287, 9, true],
    [0, 10, true],
    [0, 9, false],
    [5, 14, false],
    [5, 15, true],
    [100, 299, false],
    [100, 300, true],
  ])('from %i to %i: %p', (before, now, is) => {
    expect(jumps(before, now)).toBe(is);
  });
});
