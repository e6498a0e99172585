import { daugavpils } from '@atbalsts/reference';
import { type Knowledge, possibleValues } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from '../support/federation.js';

interface Row {
  key: string;
  parent: string | null;
  measure: string;
  value: number | null;
  suppressed: boolean;
  previous: number | null;
  previousSuppressed: boolean;
}
interface Table {
  id: string;
  rows: Row[];
}

const tableFields = 'id rows { key parent measure value suppressed previous previousSuppressed }';
const people = ['PERSONS', 'FAMILIES', 'HOUSEHOLDS', 'CASES', 'EMPLOYEES'];

/**
 * What an attacker knows of the printed tables beside their figures, by hand: who is in which table twice. Written apart from the planner's own lists.
 */
const twice: [string, string][] = [
  ['headcount social-work-specialists', 'social-work-specialists total'],
  ['day-care-centre workshops', 'specialised-workshops total'],
  ['day-care-centre workshops-women', 'specialised-workshops women'],
  ['day-care-centre workshops-men', 'specialised-workshops men'],
  ['day-care-centre workshops-disability-1', 'specialised-workshops disability-1'],
  ['day-care-centre workshops-disability-2', 'specialised-workshops disability-2'],
];

describe('the published report of Daugavpils, to somebody who wants to know whom it counts', () => {
  let graph: Federation;
  let live: Table[];
  let published: Table[];
  let cost: { shown: number; small: number; complementary: number };

  beforeAll(async () => {
    graph = await federation();
    const counted = await graph.ask(
      'director',
      `query($m: ID!) { annualReport(municipality: $m, year: 2022) { ${['benefits', 'services', 'institutions', 'workforce', 'finance'].map((part) => `${part} { ${tableFields} }`).join(' ')} } publishedReport(municipality: $m, year: 2022) { withheld { shown small complementary } } }`,
      { m: daugavpils },
    );
    expect(counted.errors).toBeUndefined();
    live = Object.values(counted.data.annualReport as Record<string, Table[]>).flat();
    cost = counted.data.publishedReport.withheld;
    const read = await graph.ask(
      'region-analyst',
      `query($m: ID!) { publishedReport(municipality: $m, year: 2022) { tables { ${tableFields} } } }`,
      {
        m: daugavpils,
      },
    );
    expect(read.errors).toBeUndefined();
    published = read.data.publishedReport.tables;
  }, 240_000);
  afterAll(() => graph?.stop());

  /** Figures of both years by `table row year`: as they were counted, and which of them are withheld. */
  const figures = () => {
    const counted = new Map<string, number>();
    const hidden = new Set<string>();
    const people_ = new Map<string, boolean>();
    for (const table of live) {
      for (const row of table.rows) {
        const seen = published.find(({ id }) => id === table.id)?.rows.find(({ key }) => key === row.key);
        for (const [year, value, withheld] of [
          [2022, row.value, seen?.suppressed],
          [2021, row.previous, seen?.previousSuppressed],
        ] as const) {
          const id = `${table.id} ${row.key} ${year}`;
          people_.set(id, people.includes(row.measure));
          if (value !== null) counted.set(id, value);
          if (withheld) hidden.add(id);
        }
      }
    }
    return { counted, hidden, ofPeople: people_ };
  };

  it('shows no count of people from 1 to 4, of either year, and every other figure as it was counted', () => {
    const { counted, hidden, ofPeople } = figures();
    for (const [id, value] of counted) if (ofPeople.get(id) && value > 0 && value < 5) expect([id, hidden.has(id)]).toEqual([id, true]);
    for (const table of published) {
      for (const row of table.rows) {
        if (row.suppressed) expect(row.value).toBeNull();
        else expect([table.id, row.key, row.value]).toEqual([table.id, row.key, counted.get(`${table.id} ${row.key} 2022`) ?? null]);
        if (row.previousSuppressed) expect(row.previous).toBeNull();
      }
    }
  });

  it('gives nothing withheld away to whole-number programs over everything that sums, repeats or contains', async () => {
    const { counted, hidden, ofPeople } = figures();
    const knowledge: Knowledge[] = [];
    const know = (factors: [string, number][], atMost = false) => {
      const unknown = factors.filter(([id]) => hidden.has(id));
      if (!unknown.length || factors.some(([id]) => !counted.has(id))) return;
      const seen = factors.filter(([id]) => !hidden.has(id)).reduce((sum, [id, factor]) => sum + factor * (counted.get(id) as number), 0);
      knowledge.push({ terms: Object.fromEntries(unknown), ...(atMost ? { atMost: -seen } : { exactly: -seen }) });
    };
    for (const year of [2022, 2021]) {
      for (const [one, other] of twice)
        if (counted.get(`${one} ${year}`) === counted.get(`${other} ${year}`))
          know([
            [`${one} ${year}`, 1],
            [`${other} ${year}`, -1],
          ]);
      for (const { id: table, rows } of live) {
        const id = (row: Row) => `${table} ${row.key} ${year}`;
        for (const whole of rows) {
          const total = counted.get(id(whole));
          if (!total) continue;
          const heading = (key: string | null) => key !== null && !counted.has(`${table} ${key} ${year}`);
          const below = rows.filter(
            (row) => row.measure === whole.measure && (row.parent === whole.key || (whole.key === 'total' && heading(row.parent))),
          );
          for (const row of below)
            if ((counted.get(id(row)) ?? Number.NaN) <= total)
              know(
                [
                  [id(row), 1],
                  [id(whole), -1],
                ],
                true,
              );
          for (const parent of new Set(below.map((row) => row.parent))) {
            const side = below.filter((row) => row.parent === parent && counted.get(id(row)));
            for (let from = 0; from < side.length; from++) {
              for (let until = from + 2; until <= side.length; until++) {
                const run = side.slice(from, until);
                const sum = run.reduce((all, row) => all + (counted.get(id(row)) as number), 0);
                if (Math.abs(sum - total) < 0.005) know([...run.map((row): [string, number] => [id(row), 1]), [id(whole), -1]]);
              }
            }
          }
        }
      }
    }
    expect(knowledge.length).toBeGreaterThan(20);
    const possible = await possibleValues([...hidden], knowledge);
    expect(possible.size).toBe(hidden.size);
    for (const [id, { from, until }] of possible) {
      const value = counted.get(id) as number;
      expect([id, until - from >= (ofPeople.get(id) ? 4 : Math.max(100, value / 10))]).toEqual([id, true]);
      expect([id, from <= value && value <= until]).toEqual([id, true]);
    }
  }, 120_000);

  it('costs as many figures as the town is told, and fewer than one in ten beside the small ones', () => {
    const { counted, hidden } = figures();
    expect({ hidden: cost.small + cost.complementary, all: cost.shown + cost.small + cost.complementary }).toEqual({
      hidden: hidden.size,
      all: counted.size,
    });
    expect(cost.complementary).toBeLessThan(counted.size / 10);
  });
});
