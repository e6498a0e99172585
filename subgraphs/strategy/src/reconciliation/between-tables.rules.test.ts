import { daugavpils, publishedFigure, reportTables } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MadeUpRow, madeUp } from '../../test/made-up.js';
import { sameFigures } from '../suppression/known-relations.js';
import { betweenTables } from './between-tables.rules.js';
import type { PublishedTables } from './finding.js';

const found = (given: PublishedTables) => given.tables.flatMap((table) => betweenTables(given, table));
const printed = (change: Readonly<Record<string, number>> = {}): PublishedTables => ({
  year: 2022,
  tables: reportTables,
  years: [2020, 2021, 2022],
  published: (table, row, year) => change[`${table}.${row} ${year}`] ?? publishedFigure(daugavpils, table, row, year),
});
const rows = (...figures: (readonly [number, number])[]): Record<string, MadeUpRow> =>
  Object.fromEntries(figures.map(([before, now], at) => [`row-${at}`, { figures: { 2021: before, 2022: now } }]));

describe('tables that tell the same', () => {
  it('are accused in the printed results of 2022 once: the workshops of the project, 18 in both years, are 18 and then 19 in their own table', () => {
    expect(found(printed())).toEqual([
      expect.objectContaining({
        kind: 'TABLES_DIFFER',
        table: 'di-project-adults',
        row: 'specialised-workshops',
        published: 18,
        derived: 19,
      }),
    ]);
    expect(found(printed())[0]?.words.en).toContain('in 2021 they agree');
  });

  it('are not, where each of them is right: agreeing figures told twice by declaration are neither contradictions nor copies', () => {
    const tables = found(printed({ 'di-project-adults.specialised-workshops 2022': 19 }));
    expect(tables).toEqual([]);
  });

  it('contradict each other where a declared pair differs, in whichever year', () => {
    const differing = printed({ 'headcount.social-work-specialists 2022': 88, 'di-project-adults.specialised-workshops 2022': 19 });
    expect(found(differing)).toMatchObject([{ kind: 'TABLES_DIFFER', table: 'headcount', published: 88, derived: 87 }]);
  });

  it.each([
    ['agreed and now differ', { 2021: 7, 2022: 8 }, true],
    ['agree', { 2021: 7, 2022: 9 }, false],
    ['never agreed', { 2021: 6, 2022: 8 }, false],
    ['agreed in nothing but nought', { 2020: 0, 2021: 6, 2022: 8 }, false],
  ])('by the name of a table with a total, where they %s', (_, figures, accused) => {
    const given = madeUp(2022, { shelter: { total: { figures: { 2020: 0, 2021: 7, 2022: 9 } } }, overview: { shelter: { figures } } });
    expect(found(given).map(({ kind, table, row, derived }) => [kind, table, row, derived])).toEqual(
      accused ? [['TABLES_DIFFER', 'overview', 'shelter', 9]] : [],
    );
  });

  it('are declared of rows that are printed', () => {
    const known = reportTables.flatMap(({ id, rows }) => rows.map(({ key }) => `${id}.${key}`));
    for (const { one, other } of sameFigures) expect(known).toEqual(expect.arrayContaining([one.join('.'), other.join('.')]));
  });
});

describe('rows with the figures of another table', () => {
  const block = rows([98, 152], [39, 48], [19, 31], [41, 52]);

  it('are found where three in turn are alike in every year, once, at the later table', () => {
    const copied = {
      ...rows([5, 6]),
      men: block['row-0'],
      women: block['row-1'],
      old: block['row-2'],
      last: { figures: { 2021: 1, 2022: 2 } },
    };
    expect(found(madeUp(2022, { shelter: block, centre: copied as Record<string, MadeUpRow> }))).toMatchObject([
      { kind: 'VALUES_OF_ANOTHER_TABLE', table: 'centre', row: 'men', published: 152, derived: 152 },
    ]);
  });

  it.each([
    ['two in turn', rows([98, 152], [39, 48], [20, 31])],
    ['another order', rows([39, 48], [98, 152], [19, 31])],
    ['one year alike, another not', rows([98, 152], [40, 48], [19, 31])],
  ])('are not: %s', (_, other) => {
    expect(found(madeUp(2022, { shelter: block, centre: other }))).toEqual([]);
  });

  it('are not where figures are small or all the same: chance makes them alike', () => {
    const small = rows([1, 2], [3, 4], [5, 6], [0, 0], [9, 8]);
    const level = rows([20, 20], [20, 20], [20, 20]);
    expect(found(madeUp(2022, { one: small, other: small, third: level, fourth: level }))).toEqual([]);
  });

  it('are found wherever they are put among others, and never among rows that all differ', () => {
    const figure = fc.integer({ min: 10, max: 40 });
    const others = fc.array(fc.tuple(figure, figure), { maxLength: 4 });
    fc.assert(
      fc.property(others, others, fc.boolean(), (above, below, copied) => {
        // Figures of the block lie above 40, so that chance cannot lengthen it, and 500 more make it another.
        const run = (
          [
            [98, 152],
            [139, 48],
            [119, 131],
          ] as [number, number][]
        ).map(([a, b]): [number, number] => (copied ? [a, b] : [a + 500, b]));
        const apart = (pairs: [number, number][]) => pairs.map(([a, b]): [number, number] => [a + 1000, b + 1000]);
        const given = madeUp(2022, {
          one: rows([7, 7], [98, 152], [139, 48], [119, 131]),
          other: rows(...apart(above), ...run, ...apart(below)),
        });
        expect(found(given).map(({ kind, row }) => [kind, row])).toEqual(
          copied ? [['VALUES_OF_ANOTHER_TABLE', `row-${above.length}`]] : [],
        );
      }),
    );
  });
});
