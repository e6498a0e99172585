import { registry } from '@atbalsts/registry';
import { staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inventDemo } from '../demo.js';
import type { World } from '../world.js';
import { seedDomain } from '../writer.js';

describe('the demo’s registry', () => {
  let world: World;
  let town: TestSubgraph;
  const rows = <T extends object>(sql: string) => town.sql<T>(sql);

  beforeAll(async () => {
    world = inventDemo('2026-11-22');
    town = await testSubgraph(registry);
    await seedDomain('registry', town.database.ownerUrl, world);
  });
  afterAll(() => town?.drop());

  it('has parents, guardians and trustees, each a relation that could have been recorded', async () => {
    const [counted = {}] = await rows<Record<string, number>>(`
      select count(*) filter (where r.kind = 'PARENT')::int as parents, count(*) filter (where r.kind = 'GUARDIAN')::int as guardians,
             count(*) filter (where r.kind = 'TRUSTEE')::int as trustees,
             count(*) filter (where r.from_date < p.birth_date or r.from_date > '2026-11-22'
               or (r.kind = 'TRUSTEE') <> (p.birth_date + interval '18 years' <= r.from_date)
               or (r.kind <> 'PARENT' and a.birth_date + interval '18 years' > r.from_date) or a.birth_date >= p.birth_date and r.kind = 'PARENT')::int as wrong
        from representation r join person p on p.id = r.person_id join person a on a.id = r.representative_id`);
    const { parents, guardians, trustees, wrong } = counted;
    expect({ wrong, some: [parents, guardians, trustees].map((n) => (n ?? 0) > 0) }).toEqual({ wrong: 0, some: [true, true, true] });
  });

  it('has files opened in an emergency: one open now, one given up, one that ran out, each act in the audit', async () => {
    const accesses = await rows<{ id: string; open: boolean; closed: boolean; openings: number; closings: number }>(
      `select e.id, '2026-11-22T10:00:00Z' between e.opened_at and e.ends_at and e.closed_at is null as open, e.closed_at is not null as closed,
              count(*) filter (where 'reason' = any (a.fields) and a.at = e.opened_at)::int as openings,
              count(*) filter (where 'closedAt' = any (a.fields) and a.at = e.closed_at)::int as closings
         from emergency_access e join audit_entry a on a.action = 'emergency.open' and a.object = 'emergencyAccess:' || e.id and a.person_id = e.person_id
        group by e.id order by e.id`,
    );
    expect(accesses.map(({ id: _id, ...one }) => one)).toEqual([
      { open: false, closed: false, openings: 1, closings: 0 },
      { open: false, closed: true, openings: 1, closings: 1 },
      { open: true, closed: false, openings: 1, closings: 0 },
    ]);
    const list = '{ emergencyAccesses(first: 5) { nodes { id reason person { reference } } } }';
    const shown = (await town.ask(staff('auditor'), list)).data.emergencyAccesses.nodes as { id: string }[];
    expect(shown.map(({ id }) => id)).toEqual(accesses.map(({ id }) => id).reverse());
  });

  it('has former codes that are right, and former names, and finds people by the codes', async () => {
    const former = await rows<{ code: string; birth_date: string }>(
      `select c.code, p.birth_date::text from personal_code c join person p on p.id = c.person_id where c.until_date is not null`,
    );
    expect(former.length).toBeGreaterThan(10);
    for (const { code, birth_date } of former) {
      const [year = '', month, day] = birth_date.split('-');
      expect(code.slice(0, 8)).toBe(`${day}${month}${year.slice(2)}-${Number(year.slice(0, 2)) - 18}`);
      const sum = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * Number(code.replace('-', '')[i]), 0);
      expect(Number(code.at(-1))).toBe(((1101 - sum) % 11) % 10);
    }
    expect((await rows('select 1 from former_identity')).length).toBeGreaterThan(5);
    const code = String(former[0]?.code).replace('-', '');
    expect(await rows(`select count(*)::int as found from person_search where words like '% ${code} %'`)).toEqual([{ found: 1 }]);
  });
});
