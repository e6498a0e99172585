import type { SubgraphResult } from '@atbalsts/graphql/call';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { downstreamErrors, internalError, isOutage } from '../downstream.js';
import { emptiedFields } from '../emptied-fields.js';
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
  const errors = downstreamErrors(facts.subgraph, facts, result, facts.tell, facts.match);
  return prefixes.flatMap((prefix) => errors.map((error) => raised(error, error.path && [...prefix, ...error.path])));
}

/** Errors of an answer that is none: it has neither data nor errors. One on each field that stays empty. */
export function malformedErrors(facts: FetchFacts, prefixes: readonly AnswerPath[]): GraphQLError[] {
  const errors = emptiedFields(facts, malformed(facts), facts.match);
  return prefixes.flatMap((prefix) => errors.map((error) => raised(error, error.path && [...prefix, ...error.path])));
}

/**
 * Errors of a fetch of entities, with paths of the answer in place of `_entities` and a number. An error about an entity that several objects of the
 * answer are stands on each of them.
 * @param usable whether there is an entity for each that was asked about
 */
export function entityErrors(facts: FetchFacts, result: SubgraphResult, collected: Collected, data: Data, usable: boolean): GraphQLError[] {
  if (isOutage(result)) return outageErrors(facts, result.errors?.[0] as GraphQLFormattedError, collected, data);
  if (!result.errors?.length) return usable ? [] : outageErrors(facts, malformed(facts), collected, data);
  const errors = downstreamErrors(facts.subgraph, facts, result, facts.tell, facts.match);
  const standing = placesByIndex(collected, data, facts.match);
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
export function brokenEntityErrors(facts: FetchFacts, broken: readonly boolean[], collected: Collected, data: Data): GraphQLError[] {
  const error = malformed(facts);
  return collected.targets.flatMap((target) => {
    const paths = pathsOf(data, target, facts.match);
    return target.indices.flatMap((at, object) => (broken[at] ? [raised(error, paths[object])] : []));
  });
}

/** One error for each field that stays empty at each source, with the path of the first object of its type. */
function outageErrors(facts: FetchFacts, error: GraphQLFormattedError, collected: Collected, data: Data): GraphQLError[] {
  return collected.targets.flatMap((target) => {
    const paths = pathsOf(data, target, facts.match);
    // As many as stand in the answer, not as were asked about: that is what the client sees empty.
    const representations = target.indices.map((at) => collected.representations[at]);
    const request = { query: facts.query, variables: { ...facts.variables, representations } };
    return emptiedFields(request, error, facts.match).flatMap((empty) => {
      const [, object, ...field] = empty.path ?? [];
      const path = paths[object as number];
      return path ? [raised(empty, [...path, ...field])] : [];
    });
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
