import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from './contender.js';

/**
 * How our errors may differ from those of stock @apollo/gateway over the same answers of the subgraphs. README.md argues each; what is none of these
 * fails the test. The data is compared apart from this, and may not differ.
 */
export const differences = {
  'stock does not say why a value is empty once anything else is wrong': 'ours',
  'stock reports every violation of a list that the first one empties': 'stock',
  'stock puts a broken answer nowhere; ours stands on each field that it empties': 'both',
  'stock says nothing of an answer without data': 'ours',
  'stock counts an entity past those that were not asked for': 'both',
  'stock reports a thing of the wrong kind by what it lacks': 'both',
  'stock leaves an outage without a path where only keys were fetched': 'both',
} as const;
export type Difference = keyof typeof differences;

type Path = readonly (string | number)[];

/** Names how the errors of two answers differ; `unlisted` holds what no known difference explains. */
export function explain(stock: Answer, ours: Answer): { found: Set<Difference>; unlisted: GraphQLFormattedError[] } {
  const [onlyStock, onlyOurs] = apart(stock.errors ?? [], ours.errors ?? []);
  const found = new Set<Difference>();
  const unlisted: GraphQLFormattedError[] = [];
  for (const error of onlyOurs) {
    const name = ofOurs(error, onlyStock, stock, ours);
    if (name) found.add(name);
    else unlisted.push(error);
  }
  for (const error of onlyStock) {
    const name = ofStock(error, onlyOurs, ours);
    if (name) found.add(name);
    else unlisted.push(error);
  }
  return { found, unlisted };
}

function ofOurs(error: GraphQLFormattedError, onlyStock: readonly GraphQLFormattedError[], stock: Answer, ours: Answer): Difference | null {
  // Whatever is said of a place, the place is empty.
  if (!error.path || !emptyAt(ours.data, error.path)) return null;
  const same = onlyStock.filter((other) => other.message === error.message && codeOf(other) === codeOf(error));
  if (isInternal(error)) {
    if (!subgraphOf(error)) {
      if (onlyStock.some((other) => isInternal(other) && other.path && startsWith(other.path, error.path as Path)))
        return 'stock reports a thing of the wrong kind by what it lacks';
      return (stock.errors ?? []).length ? 'stock does not say why a value is empty once anything else is wrong' : null;
    }
    if (onlyStock.some((other) => isInternal(other) && !other.path))
      return 'stock puts a broken answer nowhere; ours stands on each field that it empties';
    return 'stock says nothing of an answer without data';
  }
  if (same.some(({ path }) => !path)) return 'stock leaves an outage without a path where only keys were fetched';
  return same.some(({ path }) => path) ? 'stock counts an entity past those that were not asked for' : null;
}

function ofStock(error: GraphQLFormattedError, onlyOurs: readonly GraphQLFormattedError[], ours: Answer): Difference | null {
  const same = onlyOurs.filter((other) => other.message === error.message && codeOf(other) === codeOf(error));
  if (!error.path) {
    if (isInternal(error) && !subgraphOf(error)) {
      return same.some(subgraphOf) ? 'stock puts a broken answer nowhere; ours stands on each field that it empties' : null;
    }
    return same.some(({ path }) => path) ? 'stock leaves an outage without a path where only keys were fetched' : null;
  }
  if (!isInternal(error)) return same.length ? 'stock counts an entity past those that were not asked for' : null;
  const path = error.path;
  if (onlyOurs.some((other) => isInternal(other) && other.path && startsWith(path, other.path)))
    return subgraphOf(onlyOurs.find((other) => other.path && startsWith(path, other.path)))
      ? 'stock says nothing of an answer without data'
      : 'stock reports a thing of the wrong kind by what it lacks';
  // The list is gone, and ours has said why once: by an error that lies in the same empty place.
  const empty = emptyPrefix(ours.data, path);
  const said = (ours.errors ?? []).some((other) => empty && other.path && startsWith(other.path, empty));
  return said ? 'stock reports every violation of a list that the first one empties' : null;
}

/** The errors of one side that the other does not have; each counts as often as it stands there. */
function apart(
  a: readonly GraphQLFormattedError[],
  b: readonly GraphQLFormattedError[],
): [GraphQLFormattedError[], GraphQLFormattedError[]] {
  const rest = b.map((error) => ({ error, text: textOf(error) }));
  const onlyA = a.filter((error) => {
    const at = rest.findIndex(({ text }) => text === textOf(error));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [onlyA, rest.map(({ error }) => error)];
}

const textOf = ({ message, path, extensions }: GraphQLFormattedError) =>
  JSON.stringify([message, path, Object.entries(extensions ?? {}).sort(([one], [two]) => (one < two ? -1 : 1))]);
const codeOf = (error: GraphQLFormattedError | undefined) => error?.extensions?.code;
const subgraphOf = (error: GraphQLFormattedError | undefined) => error?.extensions?.subgraph;
const isInternal = (error: GraphQLFormattedError) => codeOf(error) === 'INTERNAL_SERVER_ERROR';
const startsWith = (path: Path, start: Path) => start.every((key, index) => path[index] === key);

/** The part of a path that leads to the null at or above it; null where there is a value. */
function emptyPrefix(data: unknown, path: Path): Path | null {
  let at = data;
  for (let depth = 0; ; depth++) {
    if (at === null || at === undefined) return path.slice(0, depth);
    if (depth === path.length) return null;
    at = (at as Record<string | number, unknown>)[path[depth] as string | number];
  }
}

const emptyAt = (data: unknown, path: Path) => emptyPrefix(data, path) !== null;
