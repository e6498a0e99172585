import type { TypeMatch } from './types.js';

/** An object of an answer, as JSON or a subgraph in this process gives it. */
export type Data = Record<string, unknown>;

/**
 * Where in an answer later fetches write: the places of a plan's flatten paths and everything above them. Objects at these places belong to the
 * request alone; everything else may be shared with other requests, and with the subgraph, and is never written to.
 */
export interface Written {
  readonly fields: ReadonlyMap<string, Written>;
  /** The same, for copying. */
  readonly list: readonly (readonly [string, Written])[];
}

/** A response path of a plan as the names of its fields, without marks of lists and types. */
export type FieldPath = readonly string[];

/** The places of a plan's flatten paths. */
export function writtenPlaces(paths: readonly FieldPath[]): Written {
  const byName = new Map<string, FieldPath[]>();
  for (const [name, ...rest] of paths) {
    if (name === undefined) continue;
    const below = byName.get(name);
    if (below) below.push(rest);
    else byName.set(name, [rest]);
  }
  const list = Array.from(byName, ([name, below]) => [name, writtenPlaces(below)] as const);
  return { fields: new Map(list), list };
}

/** The place at a path. */
export function placeAt(written: Written, path: FieldPath): Written | undefined {
  let at: Written | undefined = written;
  for (const name of path) at = at?.fields.get(name);
  return at;
}

/** A copy of what will be written to; the same value where nothing will. Lists are copied with their entries. */
export function own(value: unknown, place: Written | undefined): unknown {
  if (!place || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = new Array<unknown>(value.length);
    for (let index = 0; index < items.length; index++) items[index] = own(value[index], place);
    return items;
  }
  const copy: Data = { ...(value as Data) };
  for (let index = 0; index < place.list.length; index++) {
    const [name, below] = place.list[index] as readonly [string, Written];
    const inner = copy[name];
    if (typeof inner === 'object' && inner !== null && Object.hasOwn(copy, name)) copy[name] = own(inner, below);
  }
  return copy;
}

/**
 * Puts what a fetch gave for an object into it. Objects that both have are merged, lists of equal length entry by entry; else what came later stands.
 * @param target an object of this request alone
 * @param source what the fetch gave: another request, or the subgraph in this process, may hold it too, so it is never written to
 * @param place where the target is; what will be written to below it is copied
 * @param match type conditions: a subgraph that knows an interface as an object calls every object by its name, and must not undo a better one
 */
export function absorb(target: Data, source: Data, place: Written | undefined, match: TypeMatch): void {
  const places = place?.list.length ? place.fields : null;
  for (const key in source) {
    const value = source[key];
    // Such a key would not be a field of the target but another prototype for it.
    if (value === undefined || key === '__proto__') continue;
    const below = places?.get(key);
    const before = target[key];
    if (key === '__typename' && typeof before === 'string' && typeof value === 'string' && match(value, before)) continue;
    const both = typeof before === 'object' && before !== null && typeof value === 'object' && value !== null;
    target[key] = both ? merged(before, value, below, match) : below ? own(value, below) : value;
  }
}

/** Two values of one field as one: in place where the place is the request's own, else a new value. */
function merged(before: object, value: object, place: Written | undefined, match: TypeMatch): unknown {
  if (!Array.isArray(before) && !Array.isArray(value)) {
    const target = place ? (before as Data) : { ...(before as Data) };
    absorb(target, value as Data, place, match);
    return target;
  }
  if (!Array.isArray(before) || !Array.isArray(value) || before.length !== value.length) return own(value, place);
  const items: unknown[] = place ? before : before.slice();
  for (let index = 0; index < items.length; index++) {
    const [one, other]: [unknown, unknown] = [before[index], value[index]];
    const both = typeof one === 'object' && one !== null && typeof other === 'object' && other !== null;
    items[index] = both ? merged(one, other, place, match) : own(other, place);
  }
  return items;
}
