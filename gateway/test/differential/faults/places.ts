import type { SubgraphResult } from '@atbalsts/graphql';
import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { SeenCall } from '../contender.js';

/** A field of an answer of a subgraph, wherever it stands and whatever it is called there. */
export interface Place {
  /** `Type.field`: what it is, whatever the executor asked around it. */
  name: string;
  type: GraphQLOutputType;
  value: unknown;
  /** The object that holds it, and the name it has there. */
  holder: Record<string, unknown>;
  key: string;
  path: readonly (string | number)[];
}

/**
 * Visits every field of a subgraph's answer with its type, in place: the visitor may change what `holder` has. Faults are tied to what a value is and
 * not to where it came in which call, so that they strike two executors alike which ask in different ways.
 */
export function visitPlaces(schema: GraphQLSchema, { request }: SeenCall, result: SubgraphResult, visit: (place: Place) => void): void {
  const document = parse(request.query, { noLocation: true });
  const fragments = new Map(
    document.definitions.flatMap((node): [string, FragmentDefinitionNode][] =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root || !result.data) return;
  const representations = (request.variables?.representations ?? []) as { __typename: string }[];

  const inValue = (value: unknown, type: GraphQLNamedType, set: SelectionSetNode, path: readonly (string | number)[]): void => {
    if (Array.isArray(value)) {
      value.forEach((one, index) => {
        // What is asked for by key is of the type that the representation names, where it does not say itself.
        const named = path.length === 1 && path[0] === '_entities' ? schema.getType(representations[index]?.__typename ?? '') : undefined;
        inValue(one, named ?? type, set, [...path, index]);
      });
    } else if (typeof value === 'object' && value !== null) {
      const holder = value as Record<string, unknown>;
      const own = typeof holder.__typename === 'string' ? schema.getType(holder.__typename) : undefined;
      inObject(holder, own ?? type, set, path);
    }
  };
  const inObject = (
    holder: Record<string, unknown>,
    type: GraphQLNamedType,
    set: SelectionSetNode,
    path: readonly (string | number)[],
  ): void => {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        const node = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        const on = node?.typeCondition ? schema.getType(node.typeCondition.name.value) : type;
        if (node && on && meet(schema, on, type)) inObject(holder, isObjectType(type) ? type : on, node.selectionSet, path);
        continue;
      }
      const key = (selection.alias ?? selection.name).value;
      const field =
        isObjectType(type) || 'getFields' in type
          ? (type as { getFields(): Record<string, { type: GraphQLOutputType }> }).getFields()[selection.name.value]
          : undefined;
      if (!field || !(key in holder)) continue;
      const value = holder[key];
      const place = { name: `${type.name}.${selection.name.value}`, type: field.type, value, holder, key, path: [...path, key] };
      const named = getNamedType(field.type);
      if (selection.name.value !== '_entities') visit(place);
      if (selection.selectionSet && isCompositeType(named) && holder[key] === value)
        inValue(value, named, selection.selectionSet, place.path);
    }
  };
  inObject(result.data, root, operation.selectionSet, []);
}

const meet = (schema: GraphQLSchema, a: GraphQLNamedType, b: GraphQLNamedType): boolean =>
  a === b ||
  (isAbstractType(a) && isCompositeType(b) && schema.isSubType(a, b as never)) ||
  (isAbstractType(b) && schema.isSubType(b, a as never));
