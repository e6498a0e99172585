import type { FetchDataRewrite, FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode, SubscriptionNode } from '@apollo/query-planner';
import { type FieldNode, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { ToldApart } from './requirements.js';

/** A plan for the subgraphs as they are, of one that was made with requirements told apart. */
export function planForSubgraphs(plan: QueryPlan, apart: ToldApart): QueryPlan {
  return plan.node ? { ...plan, node: nodeFor(plan.node, apart) } : plan;
}

function nodeFor<N extends PlanNode | SubscriptionNode>(node: N, apart: ToldApart): N {
  const one = node as PlanNode;
  switch (one.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...one, nodes: one.nodes.map((inner) => nodeFor(inner, apart)) } as N;
    case 'Flatten':
      return { ...one, node: nodeFor(one.node, apart) } as N;
    case 'Condition':
      return {
        ...one,
        ifClause: one.ifClause && nodeFor(one.ifClause, apart),
        elseClause: one.elseClause && nodeFor(one.elseClause, apart),
      } as N;
    case 'Fetch':
      return fetchFor(one, apart) as N;
    // Not carried out at all.
    default:
      return node;
  }
}

function fetchFor(node: FetchNode, { fields, subgraphs }: ToldApart): FetchNode {
  const serviceName = subgraphs.get(node.serviceName) ?? node.serviceName;
  // The planner names operations after subgraphs; this one is called by its own name.
  const operationName = subgraphs.has(node.serviceName) ? node.operationName?.replace(/__part_\d+(__\d+)$/, '$1') : node.operationName;
  const document = visit(parse(node.operation, { noLocation: true }), {
    [Kind.OPERATION_DEFINITION]: (operation) =>
      operation.name && operationName ? { ...operation, name: { ...operation.name, value: operationName } } : undefined,
    [Kind.FIELD]: (field: FieldNode): FieldNode | undefined => {
      const required = fields.get(field.name.value);
      if (!required) return undefined;
      return { ...field, alias: field.alias ?? field.name, name: required.name, arguments: required.arguments };
    },
  });
  const renames: FetchDataRewrite[] = [];
  for (const selection of node.requires ?? []) collectRenames(selection, [], renames, fields);
  return {
    ...node,
    serviceName,
    operationName,
    operation: stripIgnoredCharacters(print(document)),
    ...(renames.length ? { inputRewrites: [...renames, ...(node.inputRewrites ?? [])] } : {}),
  };
}

/** What is required is sent under the name that the subgraph knows. */
function collectRenames(
  selection: QueryPlanSelectionNode,
  path: readonly string[],
  renames: FetchDataRewrite[],
  fields: ToldApart['fields'],
): void {
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    const below = selection.typeCondition === undefined ? path : [...path, `... on ${selection.typeCondition}`];
    for (const inner of selection.selections) collectRenames(inner, below, renames, fields);
    return;
  }
  const here = [...path, selection.alias ?? selection.name];
  for (const inner of selection.selections ?? []) collectRenames(inner, here, renames, fields);
  const required = fields.get(selection.name);
  if (required) renames.push({ kind: 'KeyRenamer', path: here, renameKeyTo: required.name.value });
}
