import { type GraphQLFormattedError, Kind, type OperationDefinitionNode, parse, type SelectionNode, valueFromASTUntyped } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { TypeMatch } from './plan/types.js';
import { type Conditions, type Fragments, isIncluded } from './shape/fields.js';

/** One call of a plan, as it was sent. */
export interface PlannedRequest {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
}

/**
 * One error per field that a call without an answer leaves empty, with the field's path. Fields that are for objects of another type, or left out by a
 * condition, are not named: the client's answer has no such place. Where several objects of one type miss the field, the path is that of the first and
 * `extensions.objects` says how many there are: fifty errors of one cause tell no more than one. Where of an object nothing was fetched but what it is
 * known by, the path is the object's own.
 */
export function emptiedFields(request: PlannedRequest, error: GraphQLFormattedError, match: TypeMatch): GraphQLFormattedError[] {
  const { operation, fragments } = documentOf(request.query);
  const { variables = {} } = request;
  const conditions = conditionsOf(operation, variables);
  const entities = operation.selectionSet.selections.find((field) => field.kind === Kind.FIELD && field.name.value === '_entities');
  if (entities?.kind !== Kind.FIELD) {
    const fields = namesIn(operation.selectionSet.selections, fragments, () => true, conditions);
    // What the gateway answers by itself is not empty.
    return [...fields].filter((field) => field !== '__typename').map((field) => ({ ...error, path: [field] }));
  }
  const selections = entities.selectionSet?.selections ?? [];
  return groups(variables.representations as readonly Representation[]).flatMap(({ first, at, objects }) => {
    const fields = namesIn(selections, fragments, (condition) => match(condition, first.__typename), conditions);
    if (!fields.size) return [];
    const missing = [...fields].filter((field) => !(field in first));
    const extensions = objects > 1 ? { ...error.extensions, objects } : error.extensions;
    const path = ['_entities', at];
    return missing.length ? missing.map((field) => ({ ...error, path: [...path, field], extensions })) : [{ ...error, path, extensions }];
  });
}

interface Representation {
  __typename: string;
}

/** The objects asked about by their types: the first of each, where it stands among them, and how many there are. */
function groups(representations: readonly Representation[]): { first: Representation; at: number; objects: number }[] {
  const byType = new Map<string, { first: Representation; at: number; objects: number }>();
  for (const [at, first] of representations.entries()) {
    const group = byType.get(first.__typename);
    if (group) group.objects += 1;
    else byType.set(first.__typename, { first, at, objects: 1 });
  }
  return [...byType.values()];
}

/** Response names of the fields that are asked of an object; its type under its own name, whatever it is to be called. */
function namesIn(
  selections: readonly SelectionNode[],
  fragments: Fragments,
  isOfType: (condition: string) => boolean,
  conditions: Conditions,
): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (some: readonly SelectionNode[]): void => {
    for (const selection of some) {
      if (!isIncluded(selection.directives, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        names.add((selection.name.value === '__typename' ? selection.name : (selection.alias ?? selection.name)).value);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment && (!fragment.typeCondition || isOfType(fragment.typeCondition.name.value))) collect(fragment.selectionSet.selections);
    }
  };
  collect(selections);
  return names;
}

/** Values of the variables that conditions ask: those of the request, and the defaults of the operation for the others. */
function conditionsOf({ variableDefinitions = [] }: OperationDefinitionNode, variables: Conditions): Conditions {
  const defaults = variableDefinitions.map(({ variable, defaultValue }) => [
    variable.name.value,
    defaultValue && valueFromASTUntyped(defaultValue),
  ]);
  return { ...Object.fromEntries(defaults), ...variables };
}

/** A planned request: one operation, and the fragments that the planner has made of what stands in it twice. */
interface PlannedDocument {
  operation: OperationDefinitionNode;
  fragments: Fragments;
}

const parsed = new LRUCache<string, PlannedDocument>({ max: 500 });

function documentOf(query: string): PlannedDocument {
  let document = parsed.get(query);
  if (!document) {
    const { definitions } = parse(query, { noLocation: true });
    const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    document = { operation, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
    parsed.set(query, document);
  }
  return document;
}
