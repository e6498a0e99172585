import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import JSONstat from 'jsonstat-toolkit';
import { readSheet } from 'read-excel-file/node';
import { csvOf } from './csv.js';
import type { ExportedReport, ExportedRow } from './exported.js';
import { jsonStatOf } from './json-stat.js';
import { sheetNames, xlsxOf } from './xlsx.js';

const row = (key: string, change: Partial<ExportedRow> = {}): ExportedRow => ({
  key,
  label: { lv: `${key} ā; "b"`, en: `${key}, b` },
  parent: null,
  level: 0,
  measure: 'PERSONS',
  value: 12,
  suppressed: false,
  previous: 7,
  previousSuppressed: false,
  rule: { code: `t.${key}`, text: { lv: 'Skaita.', en: 'Counts.' } },
  ...change,
});
const report = (...rows: ExportedRow[]): ExportedReport => ({
  municipality: { code: '0002000', label: { lv: 'Daugavpils', en: 'Daugavpils' } },
  year: 2022,
  publishedOn: '2023-02-15',
  tables: [{ id: 'shelter', title: { lv: 'Patversme', en: 'Shelter' }, rows }],
});
const shelter = report(
  row('total', { value: 235.16, previous: null }),
  row('women', { parent: 'total', level: 1, value: null, suppressed: true, previous: 0 }),
);

describe('a report as CSV', () => {
  it('is read back as it was, in Latvian with a semicolon and a decimal comma', () => {
    const text = csvOf(shelter, 'lv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(parse(text, { bom: true, delimiter: ';', columns: true })).toMatchObject([
      {
        pašvaldība: '0002000',
        gads: '2022',
        tabula: 'shelter',
        rinda: 'total',
        rādītājs: 'total ā; "b"',
        skaits: '235,16',
        'iepriekšējā gadā': '',
      },
      { rinda: 'women', 'daļa no': 'total', skaits: 'aizsargāts', 'iepriekšējā gadā': '0' },
    ]);
  });

  it('has commas and points in English', () => {
    expect(parse(csvOf(shelter, 'en'), { bom: true, columns: true })).toMatchObject([
      { label: 'total, b', value: '235.16' },
      { value: 'withheld' },
    ]);
  });

  it('never gives a spreadsheet a formula, and loses no text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@', ''), (text, start) => {
        const label = start + text;
        const [read] = parse(csvOf(report(row('a', { label: { lv: label, en: label } })), 'en'), { bom: true, columns: true }) as {
          label: string;
        }[];
        expect(read?.label.replace(/^'/, '')).toBe(label.replace(/^'/, ''));
        expect(read?.label).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe('a report as a workbook', () => {
  it('has a sheet that says what it is, and one for each table with figures as numbers', async () => {
    const file = await xlsxOf(shelter, 'en');
    expect((await readSheet(file, 'Report')).slice(0, 3)).toMatchObject([
      ['Annual report 2022', null],
      ['Daugavpils (0002000)', null],
      ['Published 2023-02-15', null],
    ]);
    expect(await readSheet(file, 'shelter')).toEqual([
      ['Shelter', null, null, null],
      ['Row', '2022', '2021', 'How it is counted'],
      ['total, b', 235.16, null, 'Counts.'],
      ['women, b', 'withheld', 0, 'Counts.'],
    ]);
  });

  it('has sheet names that a workbook can have, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 50 }), { maxLength: 30 }), (ids) => {
        const names = sheetNames(ids);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
        for (const name of names) {
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[\\/?*[\]:]/);
        }
      }),
    );
  });
});

describe('a report as JSON-stat', () => {
  it('is read by the toolkit: rows by years, a withheld figure as null with status c', () => {
    const collection = jsonStatOf(shelter, 'en');
    expect(collection).toMatchObject({ version: '2.0', class: 'collection', updated: '2023-02-15' });
    const dataset = JSONstat(collection.link.item[0]);
    expect(dataset.class).toBe('dataset');
    expect(dataset.length).toBe(3);
    expect(dataset.Dimension('row').id).toEqual(['total', 'women']);
    expect(dataset.Dimension('row').Category('women').label).toBe('women, b');
    expect(dataset.role.time).toEqual(['year']);
    expect(dataset.Data({ row: 'total', year: '2022' })).toMatchObject({ value: 235.16 });
    expect(dataset.Data({ row: 'women', year: '2022' })).toMatchObject({ value: null, status: 'c' });
    expect(dataset.Data({ row: 'women', year: '2021' })).toMatchObject({ value: 0 });
    expect(collection.link.item[0]?.dimension.row.category.child).toEqual({ total: ['women'] });
  });

  it('has as many values as its dimensions say, for any report', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())), { maxLength: 20 }), (figures) => {
        const rows = figures.map(([value, previous], at) => row(`r${at}`, { value, previous }));
        const [dataset] = jsonStatOf(report(...rows), 'lv').link.item;
        expect(dataset?.value).toHaveLength((dataset?.size ?? []).reduce((all, one) => all * one, 1));
      }),
    );
  });
});
