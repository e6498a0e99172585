import { type Knowledge, possibleValues } from '@atbalsts/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, CellId, Relation } from './cell.js';
import { planSuppression } from './plan.js';

const cell = (id: CellId, value: number, change: Partial<Cell> = {}): Cell => ({
  id,
  value,
  people: true,
  total: id.startsWith('total'),
  ...change,
});
const sum = (total: CellId, ...parts: CellId[]): Relation => ({ kind: 'sum', total, parts });
const withheld = async (cells: Cell[], relations: Relation[] = []) => [...(await planSuppression(cells, relations)).withheld].sort();

/** What a reader knows of the withheld figures: the relations with every visible figure put in. Written from the relations' meaning, apart from the planner's rows. */
function knowledgeOf(relations: readonly Relation[], cells: readonly Cell[], hidden: ReadonlySet<CellId>): Knowledge[] {
  const value = new Map(cells.map((one) => [one.id, one.value]));
  const knowledge: Knowledge[] = [];
  for (const relation of relations) {
    const factors: [CellId, number][] =
      relation.kind === 'sum'
        ? [[relation.total, -1], ...relation.parts.map((id): [CellId, number] => [id, 1])]
        : relation.kind === 'same'
          ? [
              [relation.one, 1],
              [relation.other, -1],
            ]
          : relation.kind === 'within'
            ? [
                [relation.part, 1],
                [relation.whole, -1],
              ]
            : [];
    const terms = Object.fromEntries(factors.filter(([id]) => hidden.has(id)));
    if (!Object.keys(terms).length) continue;
    const seen = factors.filter(([id]) => !hidden.has(id)).reduce((all, [id, factor]) => all + factor * (value.get(id) ?? 0), 0);
    knowledge.push(relation.kind === 'within' ? { terms, atMost: -seen } : { terms, exactly: -seen });
  }
  return knowledge;
}

describe('the plan of what a report withholds', () => {
  it('leaves a lone small count alone, and zeros, and large ones', async () => {
    expect(await withheld([cell('a', 3), cell('b', 0), cell('c', 5), cell('d', 4, { people: false })])).toEqual(['a']);
  });

  it('takes a second part where the total would give the small one away', async () => {
    expect(await withheld([cell('total', 10), cell('women', 3), cell('men', 7)], [sum('total', 'women', 'men')])).toEqual(['men', 'women']);
  });

  it('takes a third part where two small ones would be known too closely', async () => {
    const cells = [cell('total', 9), cell('a', 1), cell('b', 1), cell('c', 7)];
    expect(await withheld(cells, [sum('total', 'a', 'b', 'c')])).toEqual(['a', 'b', 'c']);
  });

  it('takes nothing more where the small ones hide each other', async () => {
    const cells = [cell('total', 9), cell('a', 3), cell('b', 3), cell('c', 3)];
    expect(await withheld(cells, [sum('total', 'a', 'b', 'c')])).toEqual(['a', 'b', 'c']);
  });

  it('takes a figure in the other table where the same persons are counted', async () => {
    const cells = [cell('total', 20, { published: 'shown' }), cell('a', 2), cell('b', 18), cell('elsewhere', 18)];
    expect(await withheld(cells, [sum('total', 'a', 'b'), { kind: 'same', one: 'b', other: 'elsewhere' }])).toEqual([
      'a',
      'b',
      'elsewhere',
    ]);
  });

  it('takes money with its count, and what would give the money away', async () => {
    const cells = [
      cell('count', 2),
      cell('money', 640, { people: false }),
      cell('total', 10_640, { people: false }),
      cell('rest', 10_000, { people: false }),
    ];
    expect(await withheld(cells, [{ kind: 'follows', money: 'money', count: 'count' }, sum('total', 'money', 'rest')])).toEqual([
      'count',
      'money',
      'rest',
    ]);
  });

  it('keeps withheld what was withheld, never counts on withholding what was shown, and says what that exposes', async () => {
    const before = [cell('total', 30), cell('a', 12, { published: 'withheld' }), cell('b', 9), cell('c', 9, { published: 'shown' })];
    expect(await withheld(before, [sum('total', 'a', 'b', 'c')])).toEqual(['a', 'b']);
    const lost = await planSuppression(
      [cell('total', 10, { published: 'shown' }), cell('a', 3), cell('b', 7, { published: 'shown' })],
      [sum('total', 'a', 'b')],
    );
    expect({ withheld: [...lost.withheld], exposed: [...lost.exposed] }).toEqual({ withheld: ['a'], exposed: ['a'] });
  });

  it('gives back what turns out not to be needed', async () => {
    // Both sums need a partner for their small part; the one they share serves both.
    const cells = [cell('total1', 30), cell('a', 2), cell('shared', 28), cell('total2', 40), cell('b', 3), cell('c', 9)];
    expect(await withheld(cells, [sum('total1', 'a', 'shared'), sum('total2', 'b', 'c', 'shared')])).toEqual(['a', 'b', 'shared']);
  });

  /** A table with its total parted in up to three ways, one of them parted again, and some of its figures in a second table. */
  const tables = fc
    .record({
      people: fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2), fc.nat(1)), { minLength: 1, maxLength: 40 }),
      repeated: fc.array(fc.nat(20), { maxLength: 3 }),
    })
    .map(({ people, repeated }) => {
      const count = (test: (one: [number, number, number, number]) => boolean) => people.filter(test).length;
      const cells: Cell[] = [cell('total', people.length)];
      const relations: Relation[] = [];
      for (const [way, sides] of [
        [0, 4],
        [1, 3],
        [2, 3],
      ] as const) {
        const parts = Array.from({ length: sides }, (_, side) =>
          cell(
            `way${way}-${side}`,
            count((one) => one[way] === side),
          ),
        );
        cells.push(...parts);
        relations.push(
          sum('total', ...parts.map(({ id }) => id)),
          ...parts.map(({ id }): Relation => ({ kind: 'within', part: id, whole: 'total' })),
        );
      }
      const halves = [0, 1].map((side) =>
        cell(
          `way0-0-${side}`,
          count((one) => one[0] === 0 && one[3] === side),
        ),
      );
      cells.push(...halves);
      relations.push(sum('way0-0', ...halves.map(({ id }) => id)));
      for (const at of new Set(repeated.map((one) => one % cells.length))) {
        const { id, value } = cells[at] as Cell;
        cells.push(cell(`again-${id}`, value));
        relations.push({ kind: 'same', one: id, other: `again-${id}` });
      }
      return { cells, relations };
    });

  it('lets nobody work out a withheld figure, on random tables, by an attack with another solver', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ cells, relations }) => {
        const plan = await planSuppression(cells, relations);
        const value = new Map(cells.map((one) => [one.id, one.value]));
        for (const { id, value: figure } of cells) if (figure > 0 && figure < 5) expect(plan.withheld.has(id)).toBe(true);
        expect(plan.exposed.size).toBe(0);
        const possible = await possibleValues([...plan.withheld], knowledgeOf(relations, cells, plan.withheld));
        for (const [id, { from, until }] of possible) {
          expect(until - from).toBeGreaterThanOrEqual(4);
          expect(from).toBeLessThanOrEqual(value.get(id) as number);
          expect(until).toBeGreaterThanOrEqual(value.get(id) as number);
        }
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  it('is the same for the same figures, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer(), async ({ cells, relations }, seed) => {
        const turned = [...cells].sort((a, b) => ((a.id.length * seed) % 7) - ((b.id.length * seed) % 7));
        expect(await withheld(turned, relations)).toEqual(await withheld(cells, relations));
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
