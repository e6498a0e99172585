import { municipalitiesOn } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import { mapSize, tileName, tiles } from '../src/region/map/tiles.js';

const at = (code: string) => tiles[code] ?? { row: Number.NaN, column: Number.NaN };
const codes = { ventspils: '0007000', liepaja: '0005000', jurmala: '0004000', riga: '0001000', ludza: '0037000', valka: '0053000' };
const [augsdaugava, daugavpils, kraslava] = ['0022000', '0002000', '0032000'];

describe('the tile map of Latvia', () => {
  it.each([
    ['2021-07-01', 43],
    ['2025-06-30', 43],
    ['2025-07-01', 42],
    ['2026-11-22', 42],
  ])('has each municipality of %s once, without overlap', (day, count) => {
    const places = municipalitiesOn(day).map(({ code }) => at(code));
    expect(places).toHaveLength(count);
    expect(new Set(places.map(({ row, column }) => `${row}/${column}`)).size).toBe(count);
    for (const { row, column } of places) {
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row).toBeLessThan(mapSize.rows);
      expect(column).toBeGreaterThanOrEqual(0);
      expect(column).toBeLessThan(mapSize.columns);
    }
  });

  it('knows no place for what is no municipality', () => {
    const known = new Set(municipalitiesOn('2021-07-01').map(({ code }) => code));
    expect(Object.keys(tiles).filter((code) => !known.has(code))).toEqual([]);
  });

  it('keeps west and east, north and south as they are', () => {
    const columns = [codes.ventspils, codes.jurmala, codes.riga, codes.ludza].map((code) => at(code).column);
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
    const rows = [codes.valka, codes.riga, codes.liepaja, daugavpils].map((code) => at(code).row);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(Math.min(...Object.values(tiles).map(({ row }) => row))).toBe(at(codes.valka).row);
  });

  it('puts neighbours beside each other', () => {
    const pairs = [
      [daugavpils, augsdaugava],
      [augsdaugava, kraslava],
      [codes.riga, codes.jurmala],
      ['0006000', '0043000'],
      ['0007000', '0056000'],
      ['0005000', '0027000'],
      ['0003000', '0030000'],
      ['0055000', '0038000'],
    ] as const;
    for (const [a, b] of pairs) {
      expect(Math.max(Math.abs(at(a).row - at(b).row), Math.abs(at(a).column - at(b).column))).toBe(1);
    }
  });

  it('writes the name of a municipality without the word for it', () => {
    expect(['Augšdaugavas novads', 'Rīga', 'Balvi municipality'].map((name) => tileName(name))).toEqual(['Augšdaugavas', 'Rīga', 'Balvi']);
    const names = ['Ventspils', 'Ventspils novads', 'Jelgava', 'Jelgava municipality'];
    expect(names.map((name) => tileName(name, names))).toEqual(['Ventspils', 'Ventspils nov.', 'Jelgava', 'Jelgava mun.']);
  });
});
