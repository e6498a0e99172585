import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { absorb, type Data } from './merge.js';
import { compileRewrites } from './rewrites.js';
import type { TypeMatch } from './types.js';

/** What an object gives to be found again in another subgraph; null where it does not have all of it. */
export type Represent = (entity: Data) => Data | null;

/** How a fetch asks for entities of one type: what is sent, and by which of its fields two of them are told apart. */
export interface OfType {
  represent: Represent;
  /** The one field besides `__typename` that is sent, as it is, if it is but one; null otherwise. */
  key: string | null;
  /** The type and that field, by which objects are told apart from those of other types. */
  kind: string;
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
    const set = compileSet(this.requires, typename, this.match);
    const all = fieldsIn(set);
    const names = new Set(all.map(({ name }) => name));
    if (!names.size) return null;
    const { rewrite } = this;
    const represent: Represent = (entity) => {
      const data: Data = {};
      // A representation without its type could be of anything.
      if (!fill(data, entity, set) || typeof data.__typename !== 'string') return null;
      rewrite?.(data);
      return data;
    };
    names.delete('__typename');
    const [first] = names;
    const asItIs = names.size === 1 && first !== undefined && !rewrite && all.every(({ copy }) => !copy);
    return { represent, key: asItIs ? first : null, kind: `${typename} ${first}` };
  }
}

/** What a selection set requires of an object of one type. */
interface RequiredSet {
  readonly fields: readonly { name: string; copy: ((value: unknown) => unknown) | null }[];
  /** The fragments that are for the type. */
  readonly fragments: readonly RequiredSet[];
}

function compileSet(selections: readonly QueryPlanSelectionNode[], typename: string | undefined, match: TypeMatch): RequiredSet {
  const fields: { name: string; copy: ((value: unknown) => unknown) | null }[] = [];
  const fragments: RequiredSet[] = [];
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const below = selection.selections;
      fields.push({ name: selection.alias ?? selection.name, copy: below?.length ? nested(below, match) : null });
    } else if (selection.typeCondition === undefined || (typename !== undefined && match(selection.typeCondition, typename)))
      fragments.push(compileSet(selection.selections, typename, match));
  }
  return { fields, fragments };
}

function fieldsIn({ fields, fragments }: RequiredSet): RequiredSet['fields'][number][] {
  return [...fields, ...fragments.flatMap(fieldsIn)];
}

/**
 * Copies what a set requires; false where one of its own fields is missing, since it could not be fetched or a condition left it out. What a fragment
 * lacks is missing for that fragment alone: others may ask with less.
 */
function fill(copy: Data, source: Data, { fields, fragments }: RequiredSet): boolean {
  for (let index = 0; index < fields.length; index++) {
    if (source[(fields[index] as RequiredSet['fields'][number]).name] === undefined) return false;
  }
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as RequiredSet['fields'][number];
    const value = source[field.name];
    const own = field.copy ? field.copy(value) : value;
    if (field.copy && copy[field.name] !== undefined) absorb(copy, { [field.name]: own }, undefined, never);
    else copy[field.name] = own;
  }
  for (let index = 0; index < fragments.length; index++) fill(copy, source, fragments[index] as RequiredSet);
  return true;
}

const never = (): boolean => false;

/** Copies a value that has fields of its own, or a list of such. */
function nested(selections: readonly QueryPlanSelectionNode[], match: TypeMatch): (value: unknown) => unknown {
  const byType = new Map<string | undefined, RequiredSet>();
  const copy = (value: unknown): unknown => {
    // What should have fields and is none: nothing that another subgraph could count with.
    if (typeof value !== 'object' || value === null) return null;
    if (Array.isArray(value)) return value.map(copy);
    const stated = (value as Data).__typename;
    const typename = typeof stated === 'string' ? stated : undefined;
    let set = byType.get(typename);
    if (!set) {
      set = compileSet(selections, typename, match);
      if (byType.size < 1_000) byType.set(typename, set);
    }
    const data: Data = {};
    return fill(data, value as Data, set) ? data : null;
  };
  return copy;
}
