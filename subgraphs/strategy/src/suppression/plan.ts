import { boundsOf, cellsOf, type Knot, knotsOf, type Solver, solver } from './bounds.js';
import type { Cell, CellId, Interval, Relation } from './cell.js';
import { smallestPublished, widthAskedFor } from './protection.rules.js';

/** What is withheld of a report, and why. */
export interface Plan {
  /** Everything that is withheld. */
  withheld: ReadonlySet<CellId>;
  /** Of these: counts of people from 1 to 4, money spent on so few, and what was withheld before. */
  small: ReadonlySet<CellId>;
  /** What cannot be protected, because what gives it away was published earlier; empty unless an earlier report was published without a plan. */
  exposed: ReadonlySet<CellId>;
}

/**
 * Plans what of a report is withheld, so that nobody who reads all that is shown, and knows all the relations, can work out a count of people from 1 to 4, nor
 * anything else that is withheld: its least and its greatest possible value lie at least as far apart as `widthAskedFor`, found by linear programs. Adds one
 * complementary figure after another, the cheapest that helps, then gives back each that turns out not to be needed. Deterministic.
 */
export async function planSuppression(cells: readonly Cell[], relations: readonly Relation[]): Promise<Plan> {
  const planner = new Planner(await solver(), cells, relations);
  return planner.plan();
}

/** How many candidates are tried for one figure in need before the best of them is taken. */
const triedCandidates = 16;

class Planner {
  private readonly cells: ReadonlyMap<CellId, Cell>;
  private readonly relations: readonly Relation[];
  private readonly relationsOf = new Map<CellId, Relation[]>();
  private readonly small: ReadonlySet<CellId>;
  private readonly withheld: Set<CellId>;
  private readonly exposed = new Set<CellId>();
  private readonly known = new Map<string, Map<CellId, Interval>>();

  constructor(
    private readonly highs: Solver,
    cells: readonly Cell[],
    relations: readonly Relation[],
  ) {
    // In one order, whatever order they come in: the plan is the same.
    this.cells = new Map(cells.map((cell): [CellId, Cell] => [cell.id, cell]).sort(([a], [b]) => (a < b ? -1 : 1)));
    this.relations = relations.filter((relation) => relation.kind !== 'follows' && cellsOf(relation).every((id) => this.cells.has(id)));
    for (const relation of this.relations) {
      for (const id of cellsOf(relation)) this.relationsOf.set(id, [...(this.relationsOf.get(id) ?? []), relation]);
    }
    this.small = this.firstWithheld(relations);
    this.withheld = new Set(this.small);
  }

  plan(): Plan {
    for (let need = this.inNeed(this.withheld); need; need = this.inNeed(this.withheld)) this.help(need.id, need.knot);
    this.giveBack();
    return { withheld: this.withheld, small: this.small, exposed: this.exposed };
  }

  /** Counts of people from 1 to 4, what was withheld before, and the money that is spent on those so counted. */
  private firstWithheld(relations: readonly Relation[]): Set<CellId> {
    const small = new Set<CellId>();
    for (const { id, value, people, published } of this.cells.values()) {
      if (published === 'shown') continue;
      if (published === 'withheld' || (people && value > 0 && value < smallestPublished)) small.add(id);
    }
    for (const relation of relations) {
      if (relation.kind !== 'follows' || !small.has(relation.count)) continue;
      const money = this.cells.get(relation.money);
      if (money && money.published !== 'shown' && money.value !== 0) small.add(money.id);
    }
    return small;
  }

  /** The first withheld figure that is not protected, with the knot it is in. */
  private inNeed(withheld: ReadonlySet<CellId>): { id: CellId; knot: Knot } | null {
    for (const knot of knotsOf(withheld, this.relations)) {
      for (const id of knot.cells) if (!this.exposed.has(id) && !this.wideEnough(id, knot)) return { id, knot };
    }
    return null;
  }

  private width(id: CellId, knot: Knot): number {
    const key = knot.cells.join(' ');
    let bounds = this.known.get(key);
    if (!bounds) {
      bounds = boundsOf(this.highs, knot, this.cells);
      this.known.set(key, bounds);
    }
    const { from, until } = bounds.get(id) as Interval;
    return until - from;
  }

  private wideEnough(id: CellId, knot: Knot): boolean {
    return this.width(id, knot) + 1e-6 >= widthAskedFor(this.cells.get(id) as Cell);
  }

  /** Withholds one more figure: the cheapest that protects this one, or else the one that brings it furthest. */
  private help(id: CellId, knot: Knot): void {
    const before = this.width(id, knot);
    let best: { id: CellId; width: number } | null = null;
    for (const candidate of this.candidates(knot)) {
      const tried = new Set(this.withheld).add(candidate);
      const around = knotsOf(tried, this.relations).find(({ cells }) => cells.includes(id)) as Knot;
      const width = this.width(id, around);
      if (this.wideEnough(id, around)) {
        best = { id: candidate, width };
        break;
      }
      if (width > (best?.width ?? before) + 1e-6) best = { id: candidate, width };
    }
    // Where no single one helps, two together may: the cheapest first.
    const chosen = best?.id ?? this.candidates(knot)[0];
    if (chosen === undefined) this.exposed.add(id);
    else this.withheld.add(chosen);
  }

  /** Visible figures that share a relation with the knot, the cheapest first. */
  private candidates(knot: Knot): CellId[] {
    const near = new Set<CellId>();
    for (const id of knot.cells) {
      for (const relation of this.relationsOf.get(id) ?? []) {
        for (const other of cellsOf(relation)) {
          if (!this.withheld.has(other) && this.cells.get(other)?.published !== 'shown') near.add(other);
        }
      }
    }
    return [...near].sort((a, b) => this.cost(a) - this.cost(b) || (a < b ? -1 : 1)).slice(0, triedCandidates);
  }

  /** How much is lost with a figure: a total more than a part, a larger one a little more; nothing is hidden behind a zero. */
  private cost(id: CellId): number {
    const { value, total } = this.cells.get(id) as Cell;
    return value === 0 ? 30 : (1 + Math.log10(1 + Math.abs(value))) * (total ? 5 : 1);
  }

  /** Shows again each complementary figure without which everything else is still protected, the dearest first. */
  private giveBack(): void {
    const complementary = [...this.withheld]
      .filter((id) => !this.small.has(id))
      .sort((a, b) => this.cost(b) - this.cost(a) || (a < b ? -1 : 1));
    for (const id of complementary) {
      const without = new Set(this.withheld);
      without.delete(id);
      if (!this.inNeed(without)) this.withheld.delete(id);
    }
  }
}
