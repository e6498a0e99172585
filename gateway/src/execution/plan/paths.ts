import type { ResponsePath } from '@apollo/query-planner';
import { unsupported } from '../refusals.js';
import type { Data, FieldPath } from './merge.js';
import type { TypeMatch } from './types.js';

/** Where something stands in an answer: response names and list indices. */
export type AnswerPath = readonly (string | number)[];

/** A flatten path of a plan, ready to be walked. Lists are gone into wherever they stand, so their marks (`@`) are not kept. */
export interface CompiledPath {
  /** The names of its fields alone. */
  readonly fields: FieldPath;
  /** Names of the path with the types that the objects above them must have; no types, any object. */
  readonly steps: readonly { name: string; types: readonly string[] | null }[];
  /** Types that the objects at the end must have. */
  readonly types: readonly string[] | null;
}

/**
 * Reads a response path: names, `@` for the entries of a list, `|[A,B]` for objects of these types only.
 * @throws GraphQLError UNSUPPORTED_OPERATION for the name `__proto__`
 */
export function compilePath(path: ResponsePath): CompiledPath {
  const steps: { name: string; types: readonly string[] | null }[] = [];
  let types: readonly string[] | null = null;
  for (const segment of path.map(String)) {
    const [name = '', listed] = segment.split('|', 2);
    // Read from an object that lacks it, it would be the prototype of all objects; and a fetch writes to what it finds.
    if (name === '__proto__') throw unsupported('the response name __proto__');
    if (name && name !== '@') {
      steps.push({ name, types });
      types = null;
    }
    if (listed) types = listed.replace(/[[\]]/g, '').split(',');
  }
  return { fields: steps.map(({ name }) => name), steps, types };
}

/** The objects at a path, in the order of the answer. */
export function objectsAt(data: unknown, path: CompiledPath, match: TypeMatch): Data[] {
  const found: Data[] = [];
  collect(data, path, 0, match, found);
  return found;
}

function collect(value: unknown, path: CompiledPath, at: number, match: TypeMatch, found: Data[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) collect(value[index], path, at, match, found);
    return;
  }
  const step = path.steps[at];
  if (!meets(value as Data, step ? step.types : path.types, match)) return;
  if (step) collect((value as Data)[step.name], path, at + 1, match, found);
  else found.push(value as Data);
}

/** Where the objects at a path stand. For errors only. */
export function placesOf(data: unknown, path: CompiledPath, match: TypeMatch): Map<Data, AnswerPath> {
  const places = new Map<Data, AnswerPath>();
  const walk = (value: unknown, at: number, place: AnswerPath): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, at, [...place, index]);
      return;
    }
    const step = path.steps[at];
    if (!meets(value as Data, step ? step.types : path.types, match)) return;
    if (step) walk((value as Data)[step.name], at + 1, [...place, step.name]);
    else places.set(value as Data, place);
  };
  walk(data, 0, []);
  return places;
}

const meets = (value: Data, types: readonly string[] | null, match: TypeMatch): boolean =>
  !types || (typeof value.__typename === 'string' && types.some((type) => match(type, value.__typename as string)));
