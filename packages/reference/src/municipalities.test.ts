import { describe, expect, it } from '@jest/globals';
import { demoMunicipalities, municipalities, municipalitiesOn, populations, populationsOf, regions } from './municipalities.js';
import { labelOf } from './values.js';

describe('municipalities', () => {
  it('are 43 after the reform and 42 since 2025-07-01', () => {
    expect(municipalities).toHaveLength(43);
    expect(municipalitiesOn('2021-06-30')).toHaveLength(0);
    expect(municipalitiesOn('2021-07-01')).toHaveLength(43);
    expect(municipalitiesOn('2022-12-31')).toHaveLength(43);
    expect(municipalitiesOn('2025-06-30')).toHaveLength(43);
    expect(municipalitiesOn('2025-07-01')).toHaveLength(42);
    expect(municipalitiesOn('2026-01-01')).toHaveLength(42);
  });

  it('each have one code, a name in both languages and a region', () => {
    expect(new Set(municipalities.map((each) => each.code)).size).toBe(43);
    for (const each of municipalities) {
      expect(regions.map((region) => region.code)).toContain(each.region);
      expect(each.label.en.endsWith(' municipality')).toBe(each.kind === 'MUNICIPALITY');
    }
    expect(municipalities.find((each) => each.code === '0025000')?.label).toEqual({ lv: 'Bauskas novads', en: 'Bauska municipality' });
  });

  it('of Latgale are nine, with Daugavpils among them', () => {
    const latgale = municipalitiesOn('2022-12-31', 'latgale');
    expect(latgale).toHaveLength(9);
    expect(latgale.map((each) => each.code)).toContain('0002000');
  });

  it('group into five regions whose labels name them in both languages', () => {
    expect(regions.map((region) => region.code)).toEqual(['kurzeme', 'latgale', 'riga', 'vidzeme', 'zemgale']);
    const latgale = regions.find((region) => region.code === 'latgale');
    expect(latgale && labelOf(latgale.label)).toMatch(/Latgale/);
    expect(latgale && labelOf(latgale.label, 'EN')).toMatch(/Latgale/);
  });
});

describe('populations', () => {
  it('are given for every municipality, each year from 2019 to 2026 while it exists, and say that they are assumed', () => {
    expect([...new Set(populations.map((each) => each.municipality))].sort()).toEqual(municipalities.map(({ code }) => code).sort());
    for (const { code, validTo } of municipalities) {
      const counts = populationsOf(code);
      const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].filter((year) => validTo === null || `${year}-01-01` <= validTo);
      expect([code, counts.map((each) => each.year)]).toEqual([code, years]);
      for (const each of counts) expect(each.source).toMatch(demoMunicipalities.includes(code) ? /pieņēmums/ : /sintētisks pieņēmums/);
    }
    expect(populationsOf('9999999')).toEqual([]);
  });

  it('that nobody published are round, so that nobody takes them for figures of a source', () => {
    for (const { count } of populations) expect(count % 100).toBe(0);
  });
});
