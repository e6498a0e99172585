import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Data } from './merge.js';
import { compileRewrites } from './rewrites.js';
import type { TypeMatch } from './types.js';

/** What an object gives to be found again in another subgraph; null where it does not have all of it. */
export type Represent = (entity: Data) => Data | null;

/** How a fetch asks for entities of one type: what is sent, and by which of its fields two of them are told apart. */
interface OfType {
  represent: Represent;
  /** The one field besides `__typename` that is sent, if it is but one and a value; null otherwise. */
  key: string | null;
}

/** Makes the representations of a fetch. */
export class Representer {
  private readonly byType = new Map<string, OfType | null>();
  private readonly rewrite: ((data: Data) => void) | null;

  constructor(
    private readonly requires: readonly QueryPlanSelectionNode[],
    rewrites: readonly FetchDataRewrite[] | undefined,
    private readonly match: TypeMatch,
  ) {
    this.rewrite = compileRewrites(rewrites, match);
  }

  /** How entities of a type are asked for; null where the fetch has nothing to ask about them. */
  of(typename: string): OfType | null {
    let known = this.byType.get(typename);
    if (known === undefined) {
      known = this.compile(typename);
      // Names come from subgraphs: a bound keeps a wild one from filling the memory.
      if (this.byType.size < 1_000) this.byType.set(typename, known);
    }
    return known;
  }

  private compile(typename: string): OfType | null {
    const fields = fieldsFor(this.requires, typename, this.match);
    if (!fields.size) return null;
    const copy = copyOf(fields, this.match);
    const { rewrite } = this;
    const represent: Represent = (entity) => {
      const data = copy(entity);
      // A representation without its type could be of anything.
      if (data === null || typeof data.__typename !== 'string') return null;
      rewrite?.(data);
      return data;
    };
    const others = [...fields.keys()].filter((name) => name !== '__typename');
    const [first] = others;
    const single = others.length === 1 && first !== undefined && !fields.get(first)?.length;
    return { represent, key: single && !rewrite ? first : null };
  }
}

/** The fields that selections ask of an object of a type, each with what is asked of its value. */
function fieldsFor(
  selections: readonly QueryPlanSelectionNode[],
  typename: string | undefined,
  match: TypeMatch,
  fields = new Map<string, QueryPlanSelectionNode[]>(),
): Map<string, QueryPlanSelectionNode[]> {
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      fields.set(name, [...(fields.get(name) ?? []), ...(selection.selections ?? [])]);
    } else if (selection.typeCondition === undefined || (typename !== undefined && match(selection.typeCondition, typename)))
      fieldsFor(selection.selections, typename, match, fields);
  }
  return fields;
}

/** Copies the fields of an object; null where one is missing: it could not be fetched, and what hangs on it cannot be either. */
function copyOf(fields: ReadonlyMap<string, QueryPlanSelectionNode[]>, match: TypeMatch): Represent {
  const names = [...fields.keys()];
  const copies = names.map((name) => {
    const below = fields.get(name) ?? [];
    return below.length ? nested(below, match) : null;
  });
  return (entity) => {
    const copy: Data = {};
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      const value = entity[name];
      if (value === undefined) return null;
      const inner = copies[index];
      copy[name] = inner ? inner(value) : value;
    }
    return copy;
  };
}

/** Copies a value that has fields of its own, or a list of such. */
function nested(selections: readonly QueryPlanSelectionNode[], match: TypeMatch): (value: unknown) => unknown {
  const byType = new Map<string | undefined, Represent>();
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    const stated = (value as Data).__typename;
    const typename = typeof stated === 'string' ? stated : undefined;
    let represent = byType.get(typename);
    if (!represent) {
      represent = copyOf(fieldsFor(selections, typename, match), match);
      if (byType.size < 1_000) byType.set(typename, represent);
    }
    return represent(value as Data);
  };
  return copy;
}
