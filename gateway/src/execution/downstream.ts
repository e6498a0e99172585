import { isFailedResult, type SubgraphResult } from '@atbalsts/graphql/call';
import { type GraphQLFormattedError, Kind, parse, type SelectionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { TimeIsUp } from './context.js';

/** What a subgraph may say in `extensions`; anything else (traces, statements, HTTP heads) stays behind. */
const keptExtensions = ['code', 'messageLv', 'field', 'argument', 'action', 'subgraph'] as const;

/** Codes that say the program is wrong, not the client; a query the gateway planned and the subgraph refuses is one of them. */
const unexpectedCodes = new Set<unknown>([
  undefined,
  'INTERNAL_SERVER_ERROR',
  'DOWNSTREAM_SERVICE_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** A downstream error that nobody foresaw, for the log. */
export interface UnexpectedError {
  subgraph: string;
  code: unknown;
  message: string;
}

/**
 * Errors of one subgraph's answer as the client may see them: code, path, Latvian text and the subgraph's name are kept; what nobody foresaw
 * becomes INTERNAL_SERVER_ERROR, its message told to `onUnexpected` alone. An outage is put on every field that it empties.
 */
export function downstreamErrors(
  subgraph: string,
  request: { query: string; variables?: Record<string, unknown> },
  result: SubgraphResult,
  onUnexpected: (error: UnexpectedError) => void,
): GraphQLFormattedError[] {
  if (!result.errors?.length) return [];
  if (isOutage(result)) return emptiedFields(request, result.errors[0] as GraphQLFormattedError);
  return result.errors.map((error) => {
    const extensions: Record<string, unknown> = {};
    for (const key of keptExtensions) if (error.extensions?.[key] !== undefined) extensions[key] = error.extensions[key];
    extensions.subgraph ??= subgraph;
    const path = error.path ? { path: error.path } : {};
    if (!unexpectedCodes.has(extensions.code)) return { message: error.message, ...path, extensions };
    onUnexpected({ subgraph, code: extensions.code, message: error.message });
    return {
      message: internalError.message,
      ...path,
      extensions: { code: internalError.code, messageLv: internalError.messageLv, subgraph },
    };
  });
}

/** Whether nothing of a call came back. A time that ran out for one field of an answer is that field's own; one without data is the whole call's. */
export function isOutage(result: SubgraphResult): boolean {
  return isFailedResult(result) || (result.errors?.[0]?.extensions?.code === 'TIMEOUT' && !result.data);
}

/** What a client is told of an error nobody foresaw. The request id finds the rest in the log. */
export const internalError = {
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side; the request id finds it in our log',
  messageLv: 'Mūsu pusē radās kļūda; pēc pieprasījuma numura to atradīsim žurnālā',
} as const;

/** What a subgraph is said to have answered when the time of the whole request was up: each field that it would have filled is empty, with TIMEOUT. */
export const givenUp = (subgraph: string, { message, seconds }: TimeIsUp): SubgraphResult => ({
  data: null,
  errors: [
    { message, extensions: { code: 'TIMEOUT', subgraph, messageLv: `Pieprasījums ilga vairāk nekā ${seconds} s un tika pārtraukts` } },
  ],
});

/**
 * One error per field that the outage leaves empty, with the field's path. Where a whole list of objects misses the field, the path is that of the
 * first object and `extensions.objects` says how many there are: fifty errors of one cause tell no more than one.
 */
export function emptiedFields(
  request: { query: string; variables?: Record<string, unknown> },
  error: GraphQLFormattedError,
): GraphQLFormattedError[] {
  const { representations } = request.variables ?? {};
  const fields = fetchedFields(request.query);
  if (!fields.length) return [error];
  if (!Array.isArray(representations)) return fields.map((field) => ({ ...error, path: [field] }));
  const keys = new Set(Object.keys((representations[0] as object | undefined) ?? {}));
  const missing = fields.filter((field) => !keys.has(field));
  const extensions = representations.length > 1 ? { ...error.extensions, objects: representations.length } : error.extensions;
  return missing.map((field) => ({ ...error, path: ['_entities', 0, field], extensions }));
}

const parsed = new LRUCache<string, readonly string[]>({ max: 500 });

/** Response names of what a planned operation fetches: its root fields, or the fields of the entities it asks for. */
function fetchedFields(query: string): readonly string[] {
  const known = parsed.get(query);
  if (known) return known;
  const names = new Set<string>();
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet.selections);
      else if (selection.kind === Kind.FIELD && selection.name.value === '_entities') collect(selection.selectionSet?.selections ?? []);
      else if (selection.kind === Kind.FIELD && selection.name.value !== '__typename') names.add((selection.alias ?? selection.name).value);
    }
  };
  for (const definition of parse(query, { noLocation: true }).definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) collect(definition.selectionSet.selections);
  }
  const fields = [...names];
  parsed.set(query, fields);
  return fields;
}
