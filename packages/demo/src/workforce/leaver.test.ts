import { type DomainName, domains } from '@atbalsts/database';
import { describe, expect, it } from '@jest/globals';
import { inventDemo } from '../demo.js';
import type { Row } from '../world.js';

describe('who left the demo town', () => {
  const world = inventDemo('2026-11-22');
  const rows = (domain: DomainName, table: string): readonly Row[] => world.rows.get(domain)?.get(table) ?? [];
  const id = world.id('employee', 'leaver');

  it('came this year and is gone, with two cases handed over and three that are not, one of high risk', () => {
    expect(rows('workforce', 'employment').filter(({ employee_id }) => employee_id === id)).toMatchObject([
      { from_date: '2026-01-26', until_date: '2026-11-10' },
    ]);
    const open = rows('services', 'social_case').filter(({ responsible_id }) => responsible_id === id);
    expect(open.map(({ closed_on, risk }) => [closed_on, risk]).sort()).toEqual([
      [null, 'AT_RISK'],
      [null, 'HIGH_RISK'],
      [null, 'NONE'],
    ]);
    const handed = rows('services', 'case_handover').filter(({ from_id }) => from_id === id);
    expect(handed).toHaveLength(2);
    for (const { to_id, case_id } of handed)
      expect(rows('services', 'social_case').find((one) => one.id === case_id)?.responsible_id).toBe(to_id);
  });

  it('stands in rows like all others: of each table every row has the same columns', () => {
    const tables = domains.flatMap((domain) =>
      [...(world.rows.get(domain) ?? [])].map(([table, all]) => ({ name: `${domain}.${table}`, all })),
    );
    const odd = tables.filter(({ all }) => new Set(all.map((row) => Object.keys(row).sort().join(' '))).size > 1);
    expect(odd.map(({ name }) => name)).toEqual([]);
    expect(tables.length).toBeGreaterThan(80);
  });
});
