import type { SubgraphResult } from '@atbalsts/graphql/call';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { downstreamErrors, emptiedFields, internalError, isOutage } from '../downstream.js';
import { type Collected, pathsOf } from './collected.js';
import type { FetchFacts } from './fetch.js';
import type { Data } from './merge.js';
import type { AnswerPath } from './paths.js';
import type { TypeMatch } from './types.js';

/**
 * Errors of a fetch of root fields, with paths of the answer.
 * @param prefixes where the root object stands: the top as a rule, once for each place where a query hangs below an object
 */
export function rootErrors(facts: FetchFacts, result: SubgraphResult, prefixes: readonly AnswerPath[]): GraphQLError[] {
  const errors = downstreamErrors(facts.subgraph, { query: facts.query }, result, facts.tell);
  return prefixes.flatMap((prefix) => errors.map((error) => raised(error, error.path && [...prefix, ...error.path])));
}

/** Errors of an answer that is none: it has neither data nor errors. One on each field that stays empty. */
export function malformedErrors(facts: FetchFacts, prefixes: readonly AnswerPath[]): GraphQLError[] {
  const errors = emptiedFields({ query: facts.query }, malformed(facts));
  return prefixes.flatMap((prefix) => errors.map((error) => raised(error, error.path && [...prefix, ...error.path])));
}

/**
 * Errors of a fetch of entities, with paths of the answer in place of `_entities` and a number. An error about an entity that several objects of the
 * answer are stands on each of them.
 * @param usable whether there is an entity for each that was asked about
 */
export function entityErrors(
  facts: FetchFacts,
  result: SubgraphResult,
  collected: Collected,
  data: Data,
  match: TypeMatch,
  usable: boolean,
): GraphQLError[] {
  if (isOutage(result)) return outageErrors(facts, result.errors?.[0] as GraphQLFormattedError, collected, data, match);
  if (!result.errors?.length) return usable ? [] : outageErrors(facts, malformed(facts), collected, data, match);
  const errors = downstreamErrors(facts.subgraph, { query: facts.query }, result, facts.tell);
  const standing = placesByIndex(collected, data, match);
  return errors.flatMap((error) => {
    const [first, index, ...rest] = error.path ?? [];
    if (first !== '_entities') return [raised(error, undefined)];
    if (typeof index !== 'number') return [raised(error, undefined)];
    const places = standing.get(index);
    return places ? places.map((place) => raised(error, [...place, ...rest])) : [raised(error, undefined)];
  });
}

/** Where the objects of the answer stand that each entity is, by the entity's number. Made once: a subgraph may have an error for each of thousands. */
function placesByIndex(collected: Collected, data: Data, match: TypeMatch): ReadonlyMap<number, readonly AnswerPath[]> {
  const places = new Map<number, AnswerPath[]>();
  for (const target of collected.targets) {
    const paths = pathsOf(data, target, match);
    for (let object = 0; object < paths.length; object++) {
      const [path, index] = [paths[object], target.indices[object]];
      if (path === undefined || index === undefined) continue;
      const known = places.get(index);
      if (known) known.push(path);
      else places.set(index, [path]);
    }
  }
  return places;
}

/**
 * Errors of entities that are no objects: one on each object of the answer that waits for such a one.
 * @param broken which of the entities are
 */
export function brokenEntityErrors(
  facts: FetchFacts,
  broken: readonly boolean[],
  collected: Collected,
  data: Data,
  match: TypeMatch,
): GraphQLError[] {
  const error = malformed(facts);
  return collected.targets.flatMap((target) => {
    const paths = pathsOf(data, target, match);
    return target.indices.flatMap((at, object) => (broken[at] ? [raised(error, paths[object])] : []));
  });
}

/** One error for each field that stays empty at each source, with the path of its first object. */
function outageErrors(facts: FetchFacts, error: GraphQLFormattedError, collected: Collected, data: Data, match: TypeMatch): GraphQLError[] {
  return collected.targets.flatMap((target) => {
    const [first] = pathsOf(data, target, match);
    const [index] = target.indices;
    if (first === undefined || index === undefined) return [];
    // As many as stand in the answer, not as were asked about: that is what the client sees empty.
    const representations = target.indices.map((at) => collected.representations[at]);
    return emptiedFields({ query: facts.query, variables: { representations } }, error).map((empty) =>
      raised(empty, [...first, ...(empty.path?.slice(2) ?? [])]),
    );
  });
}

/** What the client is told of an answer that cannot be read; the log is told what was wrong. */
function malformed({ subgraph, tell }: FetchFacts): GraphQLFormattedError {
  tell({ subgraph, code: 'MALFORMED_ANSWER', message: 'The answer of the subgraph lacks what was asked, and has no error' });
  const { message, code, messageLv } = internalError;
  return { message, extensions: { code, messageLv, subgraph } };
}

const raised = ({ message, extensions }: GraphQLFormattedError, path: AnswerPath | undefined): GraphQLError =>
  new GraphQLError(message, { path, extensions });
