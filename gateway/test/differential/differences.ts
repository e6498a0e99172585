import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from './contender.js';

/**
 * How our errors may differ from those of stock @apollo/gateway over the same answers of the subgraphs. README.md argues each; what is none of these
 * fails the test. The data is compared apart from this, and may not differ.
 */
export const differences = [
  'stock does not say why a value is empty once anything else is wrong',
  'stock reports every violation of a list that the first one empties',
  'stock puts a broken answer nowhere; ours stands on each field that it empties',
  'stock says nothing of an answer without data',
  'stock counts an entity past those that were not asked for',
  'stock says nothing where the type of an object is not known',
  'stock names the field _entities in a path',
] as const;
export type Difference = (typeof differences)[number];

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
  const { path } = error;
  const alike = onlyStock.filter((other) => other.message === error.message && codeOf(other) === codeOf(error));
  if (!path) return alike.some((other) => other.path?.at(-1) === '_entities') ? 'stock names the field _entities in a path' : null;
  if (subgraphOf(error) && alike.some((other) => other.path?.length === path.length && subgraphOf(other) === subgraphOf(error)))
    return 'stock counts an entity past those that were not asked for';
  if (!isInternal(error)) return null;
  if (subgraphOf(error)) {
    const nowhere = alike.some((other) => !other.path && !subgraphOf(other));
    return nowhere
      ? 'stock puts a broken answer nowhere; ours stands on each field that it empties'
      : 'stock says nothing of an answer without data';
  }
  // Whatever is said to be wrong with a value, the value is gone.
  if (!emptyPrefix(ours.data, path)) return null;
  return stock.errors?.length
    ? 'stock does not say why a value is empty once anything else is wrong'
    : 'stock says nothing where the type of an object is not known';
}

function ofStock(error: GraphQLFormattedError, onlyOurs: readonly GraphQLFormattedError[], ours: Answer): Difference | null {
  const { path } = error;
  const alike = onlyOurs.filter((other) => other.message === error.message && codeOf(other) === codeOf(error));
  if (!path) {
    const placed = isInternal(error) && alike.some((other) => other.path && subgraphOf(other));
    return placed ? 'stock puts a broken answer nowhere; ours stands on each field that it empties' : null;
  }
  if (path.at(-1) === '_entities') return alike.some((other) => !other.path) ? 'stock names the field _entities in a path' : null;
  if (subgraphOf(error)) {
    const elsewhere = alike.some((other) => other.path?.length === path.length && subgraphOf(other) === subgraphOf(error));
    return elsewhere ? 'stock counts an entity past those that were not asked for' : null;
  }
  if (!isInternal(error)) return null;
  const said = (ours.errors ?? []).filter((other) => other.path && isInternal(other));
  if (said.some((other) => subgraphOf(other) && other.path?.at(-1) === path.at(-1))) return 'stock says nothing of an answer without data';
  // The list is gone, and ours has said why once: by an error that lies in the same empty place.
  const empty = emptyPrefix(ours.data, path);
  return empty && said.some((other) => startsWith(other.path as Path, empty))
    ? 'stock reports every violation of a list that the first one empties'
    : null;
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
