import highs from 'highs';
import type { Cell, CellId, Interval, Relation } from './cell.js';

// The package's types are those of its CommonJS form; what is imported is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

/** The linear solver. */
export type Solver = Awaited<ReturnType<typeof loadHighs>>;
let loading: Promise<Solver> | undefined;

/** The linear solver (HiGHS, in this process). */
export function solver(): Promise<Solver> {
  loading ??= loadHighs();
  return loading;
}

/** Above this a withheld figure counts as unbounded: no figure of a town is as large. */
const unbounded = 1e10;

/** Withheld figures that the relations tie to each other, and only to each other. */
export interface Knot {
  cells: CellId[];
  relations: Relation[];
}

/** The figures that a relation is about. */
export function cellsOf(relation: Relation): readonly CellId[] {
  switch (relation.kind) {
    case 'sum':
      return [relation.total, ...relation.parts];
    case 'same':
      return [relation.one, relation.other];
    case 'within':
      return [relation.part, relation.whole];
    case 'follows':
      return [];
  }
}

/** Parts the withheld figures into knots: what is visible ties nothing. */
export function knotsOf(withheld: ReadonlySet<CellId>, relations: readonly Relation[]): Knot[] {
  const parent = new Map<CellId, CellId>([...withheld].map((id) => [id, id]));
  const root = (id: CellId): CellId => {
    let at = id;
    while (parent.get(at) !== at) at = parent.get(at) as CellId;
    parent.set(id, at);
    return at;
  };
  const tied = relations.map((relation) => cellsOf(relation).filter((id) => withheld.has(id)));
  for (const [first, ...rest] of tied) for (const id of rest) parent.set(root(id), root(first as CellId));
  const knots = new Map<CellId, Knot>();
  for (const id of withheld) {
    const at = root(id);
    const knot = knots.get(at) ?? { cells: [], relations: [] };
    knot.cells.push(id);
    knots.set(at, knot);
  }
  tied.forEach(([first], index) => {
    if (first) knots.get(root(first))?.relations.push(relations[index] as Relation);
  });
  return [...knots.values()];
}

/**
 * The least and the greatest value that each withheld figure of a knot can have, for somebody who sees everything else: two linear programs for each.
 * @throws Error where the figures contradict the relations: a mistake of whoever listed them
 */
export function boundsOf(highs: Solver, knot: Knot, cells: ReadonlyMap<CellId, Cell>): Map<CellId, Interval> {
  const names = new Map(knot.cells.map((id, at) => [id, `x${at}`]));
  const rows = knot.relations.map((relation, at) => constraint(relation, names, cells, `r${at}`));
  const model = `Subject To\n${rows.join('\n') || ` r: ${[...names.values()][0]} >= 0`}\nBounds\n${[...names.values()].map((name) => ` 0 <= ${name} <= ${unbounded}`).join('\n')}\nEnd`;
  const solve = (sense: 'Minimize' | 'Maximize', id: CellId): number => {
    const { Status, ObjectiveValue } = highs.solve(`${sense}\n obj: ${names.get(id)}\n${model}`, { output_flag: false });
    if (Status !== 'Optimal') throw new Error(`Bounds of ${id} cannot be found: ${Status}`);
    return ObjectiveValue;
  };
  return new Map(
    knot.cells.map((id) => {
      const until = solve('Maximize', id);
      return [id, { from: solve('Minimize', id), until: until >= unbounded / 10 ? Number.POSITIVE_INFINITY : until }];
    }),
  );
}

/** A relation as a row of a linear program over the withheld figures; what is visible is a number. */
function constraint(relation: Relation, names: ReadonlyMap<CellId, string>, cells: ReadonlyMap<CellId, Cell>, name: string): string {
  const terms: string[] = [];
  let known = 0;
  const add = (id: CellId, factor: 1 | -1) => {
    const variable = names.get(id);
    if (variable) terms.push(`${factor > 0 ? '+' : '-'} ${variable}`);
    else known += factor * (cells.get(id)?.value ?? 0);
  };
  const [plus, minus, sense] = sidesOf(relation);
  for (const id of plus) add(id, 1);
  for (const id of minus) add(id, -1);
  return ` ${name}: ${terms.join(' ')} ${sense} ${(-known).toFixed(2)}`;
}

function sidesOf(relation: Relation): [readonly CellId[], readonly CellId[], '=' | '<='] {
  switch (relation.kind) {
    case 'sum':
      return [[relation.total], relation.parts, '='];
    case 'same':
      return [[relation.one], [relation.other], '='];
    case 'within':
      return [[relation.part], [relation.whole], '<='];
    case 'follows':
      return [[], [], '='];
  }
}
