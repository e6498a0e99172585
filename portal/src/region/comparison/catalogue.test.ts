import { describe, expect, it } from '@jest/globals';
import { type CatalogueRow, type CatalogueTable, fullName, joinTables } from './catalogue.js';

const row = (key: string, lv: string, parent: string | null = null, counted = true): CatalogueRow => ({
  key,
  lv,
  en: lv,
  parent,
  level: parent ? 1 : 0,
  measure: 'PERSONS',
  counted,
});
const table = (id: string, rows: CatalogueRow[]): CatalogueTable => ({ id, lv: id, en: id, rows });

describe('what can be compared', () => {
  it('has each table and row once, and counts a row that any town counts', () => {
    const joined = joinTables([
      [table('shelter', [row('total', 'Kopā', null, false), row('men', 'Vīrieši')])],
      [table('shelter', [row('total', 'Kopā'), row('women', 'Sievietes')]), table('other', [])],
    ]);
    expect(joined.map(({ id }) => id)).toEqual(['shelter', 'other']);
    expect(joined[0]?.rows.map(({ key, counted }) => [key, counted])).toEqual([
      ['total', true],
      ['men', true],
      ['women', true],
    ]);
  });

  it('is named with what it is a part of, so that it can stand alone', () => {
    const rows = [
      row('needy', 'Trūcīga persona'),
      row('families', 'Ģimenes', 'needy'),
      row('total', 'Kopējais klientu skaits, t.sk.'),
      row('men', 'Vīrieši', 'total'),
    ];
    expect(rows.map((one) => fullName(rows, one, 'lv'))).toEqual([
      'Trūcīga persona',
      'Trūcīga persona: Ģimenes',
      'Kopējais klientu skaits, t.sk.',
      'Kopējais klientu skaits: Vīrieši',
    ]);
  });
});
