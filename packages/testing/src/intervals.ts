import loadGlpk from 'glpk.js/node';

/** What somebody knows of figures: a sum of some, each times a factor, that is exactly or at most so much. */
export interface Knowledge {
  terms: Readonly<Record<string, number>>;
  exactly?: number;
  atMost?: number;
}

/** Above this nothing is bounded. */
const unbounded = 1e7;

/**
 * The least and the greatest whole number that each unknown figure can be for somebody who knows all this and that none is negative: an attack by integer programs,
 * with another solver (GLPK) than the planner's. Throws where the knowledge contradicts itself.
 */
export async function possibleValues(
  unknown: readonly string[],
  knowledge: readonly Knowledge[],
): Promise<Map<string, { from: number; until: number }>> {
  const glpk = await loadGlpk();
  const names = new Map(unknown.map((id, at) => [id, `x${at}`]));
  const name = (id: string): string => {
    const known = names.get(id);
    if (!known) throw new Error(`${id} is not among the unknown figures`);
    return known;
  };
  const found = new Map<string, { from: number; until: number }>();
  for (const knot of knots(unknown, knowledge)) {
    const subjectTo = knot.knowledge.map(({ terms, exactly, atMost }, at) => ({
      name: `k${at}`,
      vars: Object.entries(terms).map(([id, coef]) => ({ name: name(id), coef })),
      bnds: exactly === undefined ? { type: glpk.GLP_UP, ub: atMost ?? 0, lb: 0 } : { type: glpk.GLP_FX, ub: exactly, lb: exactly },
    }));
    const bounds = knot.unknown.map((id) => ({ name: name(id), type: glpk.GLP_DB, lb: 0, ub: unbounded }));
    const solve = (id: string, direction: number): number => {
      const objective = { direction, name: 'value', vars: [{ name: name(id), coef: 1 }] };
      const rows = subjectTo.length
        ? subjectTo
        : [{ name: 'none', vars: [{ name: name(id), coef: 1 }], bnds: { type: glpk.GLP_LO, lb: 0, ub: 0 } }];
      const lp = { name: 'attack', objective, subjectTo: rows, bounds, generals: knot.unknown.map(name) };
      const { result } = glpk.solve(lp, { msglev: glpk.GLP_MSG_OFF });
      if (result.status !== glpk.GLP_OPT) throw new Error(`No values agree with what is known of ${id}: status ${result.status}`);
      return Math.round(result.z);
    };
    for (const id of knot.unknown) {
      const until = solve(id, glpk.GLP_MAX);
      found.set(id, { from: solve(id, glpk.GLP_MIN), until: until >= unbounded / 10 ? Number.POSITIVE_INFINITY : until });
    }
  }
  return found;
}

interface Knot {
  unknown: string[];
  knowledge: Knowledge[];
}

/** The unknown figures in groups that share no knowledge, so that each program stays small. */
function knots(unknown: readonly string[], knowledge: readonly Knowledge[]): Knot[] {
  let groups: Knot[] = unknown.map((id) => ({ unknown: [id], knowledge: [] }));
  for (const known of knowledge) {
    const ids = Object.keys(known.terms);
    const touched = groups.filter((group) => group.unknown.some((id) => ids.includes(id)));
    const merged = {
      unknown: touched.flatMap((group) => group.unknown),
      knowledge: [...touched.flatMap((group) => group.knowledge), known],
    };
    if (touched.length) groups = [...groups.filter((group) => !touched.includes(group)), merged];
  }
  return groups;
}
