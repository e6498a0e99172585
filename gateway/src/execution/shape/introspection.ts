import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { type Collecting, collectFields } from './fields.js';

/** Answers `__schema` and `__type` of one operation from the audience's schema, by response name. */
export type Introspection = (variables: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

const none: Readonly<Record<string, unknown>> = {};

/** Compiles the introspection of an operation; an operation without variables is answered once. */
export function compileIntrospection(collecting: Collecting, operation: OperationDefinitionNode): Introspection {
  const { schema, fragments } = collecting;
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const selections = collectFields(collecting, root, [operation.selectionSet]).flatMap(({ node, key, sets }) =>
    node.name.value === '__schema' || node.name.value === '__type'
      ? sets.map((selectionSet): FieldNode => ({ ...node, alias: { kind: Kind.NAME, value: key }, directives: [], selectionSet }))
      : [],
  );
  if (!selections.length) return () => none;
  const alone: OperationDefinitionNode = {
    ...operation,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [alone, ...fragments.values()] };
  const answer = (variableValues: Readonly<Record<string, unknown>>) => executeSync({ schema, document, variableValues }).data ?? none;
  if (operation.variableDefinitions?.length) return answer;
  let known: Readonly<Record<string, unknown>> | undefined;
  return () => {
    known ??= answer(none);
    return known;
  };
}

/**
 * A document as the planner should see it: what is answered here is replaced by `__typename`, which costs no fetch. The planner leaves introspection out by
 * itself where it stands at the top, and breaks on it in a fragment with a condition.
 */
export function withoutIntrospection(document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.FIELD]: (node: FieldNode): FieldNode | undefined =>
      node.name.value === '__schema' || node.name.value === '__type'
        ? { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' }, directives: node.directives }
        : undefined,
  });
}
