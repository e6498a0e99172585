import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { printedReport } from './printed-tables.js';
import { publishedFigure, reportTables } from './report-tables.js';
import { readResults } from './results-file.js';

const model = readFileSync(new URL('../data/daugavpils-2022-results.json', import.meta.url), 'utf8');
const measures = JSON.parse(readFileSync(new URL('../data/report-measures.json', import.meta.url), 'utf8')).measures;
const label = { lv: 'x', en: 'x' };
const row = (change: object = {}) => ({ key: 'total', label, level: 0, parent: null, values: [1, 2], ...change });
const file = (change: object = {}, ...rows: object[]) => ({
  document: 'Rezultāti',
  tables: [
    {
      id: 'shelter',
      unit: null,
      title: label,
      columns: ['2021', '2022'],
      columnLabels: ['2021', '2022'],
      rows: rows.length ? rows : [row()],
      ...change,
    },
  ],
});
const read = (json: unknown, year?: number) => readResults(JSON.stringify(json), year);
const wrong = (json: unknown, year?: number) => {
  const answer = read(json, year);
  return 'problems' in answer ? answer.problems : [];
};

describe('a file of published results', () => {
  it('is read whole: the model file is one', () => {
    const answer = readResults(model, 2022);
    if (!('file' in answer)) throw new Error(JSON.stringify(answer.problems.slice(0, 3)));
    const printed = printedReport(answer.file.tables, 2022);
    expect(printed.years).toEqual([2020, 2021, 2022]);
    for (const { id, rows } of reportTables) {
      for (const { key } of rows)
        for (const year of printed.years) expect(printed.figure(id, key, year)).toBe(publishedFigure('0002000', id, key, year));
    }
  });

  it.each([
    ['not JSON', '{', undefined],
    ['a table without rows', file({ rows: [] }), /tables 1\. \(shelter\) rows/],
    ['a figure that is a word', file({}, row({ values: ['x', 1] })), /tables 1\. \(shelter\) rows 1\. \(total\) values 1\./],
    ['a row without a label', file({}, row({ label: { lv: '' } })), /rows 1\. \(total\) label/],
    ['a table twice', { ...file(), tables: [...file().tables, ...file().tables] }, /^shelter$/],
    ['a row twice', file({}, row(), row()), /^shelter, 2\. \(total\)$/],
    ['a part of a row that is not there', file({}, row({ parent: 'gone' })), /^shelter, 1\. \(total\)$/],
    ['a part as deep as its whole', file({}, row(), row({ key: 'men', parent: 'total' })), /^shelter, 2\. \(men\)$/],
    [
      'a share of a row that is not there',
      file({}, row(), row({ key: 'men', share: { part: 'total', whole: 'gone' } })),
      /^shelter, 2\. \(men\)$/,
    ],
    ['a share of itself', file({}, row(), row({ key: 'men', share: { part: 'men', whole: 'total' } })), /^shelter, 2\. \(men\)$/],
    ['too few figures', file({}, row({ values: [1] })), /^shelter, 1\. \(total\)$/],
    ['a figure less than zero', file({}, row({ values: [1, -2] })), /^shelter, 1\. \(total\), 2022$/],
    ['a column twice', file({ columns: ['2022', '2022'] }), /^shelter$/],
    ['columns without labels', file({ columnLabels: ['2021'] }), /^shelter$/],
    ['columns that are no years, of no year', file({ columns: ['clients', 'sessions'] }), /^shelter$/],
  ])('is refused with %s, and says where, in Latvian and English', (_, content, place) => {
    const problems = typeof content === 'string' ? readResults(content) : { problems: wrong(content) };
    if (!('problems' in problems)) throw new Error('taken');
    expect(problems.problems.length).toBeGreaterThan(0);
    for (const { words } of problems.problems) expect([words.lv.length > 5, words.en.length > 5]).toEqual([true, true]);
    if (place) expect(problems.problems.map((one) => one.place).join('\n')).toMatch(place);
  });

  it('tells everything that is wrong at once', () => {
    expect(wrong(file({}, row({ values: [1] }), row({ key: 'men', parent: 'gone' }), row({ key: 'women', values: [-1, 2] })))).toHaveLength(
      3,
    );
  });

  it('of the model leaves no row without its measure', () => {
    const printed = readResults(model, 2022);
    const rows = 'file' in printed ? printed.file.tables.flatMap(({ id, rows: all }) => all.map(({ key }) => [id, key] as const)) : [];
    expect(rows.filter(([table, key]) => !measures[table]?.[key])).toEqual([]);
  });
});
