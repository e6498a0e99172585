import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { CostModel, FieldCost } from './cost-model.js';
import { assumedListSize } from './limits.js';

/** What an operation would cost at most. */
export interface Cost {
  /** Objects that it may bring. */
  cost: number;
  /** The same of what stands under `__schema` and `__type`. */
  introspectionCost: number;
  /** The largest page it asks for and the argument that does; null where it asks for none. */
  page: { argument: string; size: number } | null;
}

/** Cost of a selection set: once, and for each entry of the page it is the page of. */
interface Part {
  once: number;
  perEntry: number;
  introspection: number;
}

const nothing: Part = { once: 0, perEntry: 0, introspection: 0 };

/** Costs above this are all alike, and stay numbers that JSON can hold. */
const most = 1e12;
const plus = (a: number, b: number): number => Math.min(a + b, most);
const times = (a: number, b: number): number => Math.min(a * b, most);

/**
 * The cost of a valid operation, before it is executed. An object is 1 and a value 0 (or what `@cost` says); what stands below a list counts once for each
 * entry: as many as the page argument says, literal or variable, else as `@listSize` assumes, else `assumedListSize`.
 *
 * It is an upper bound of its assumptions: fields under `@skip` and `@include` count, branches on several types add up, and what is written twice counts
 * twice. Each fragment is costed once, as a linear function of the page it is used on, so the time is linear in the length of the document.
 */
export function costOf(
  model: CostModel,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Part>();
  let page: Cost['page'] = null;

  const fragmentPart = (name: string): Part => {
    const costed = known.get(name);
    if (costed) return costed;
    // A circle is refused by validation; here it only must not turn for ever.
    known.set(name, nothing);
    const fragment = fragments.get(name);
    const type = fragment && model.schema.getType(fragment.typeCondition.name.value);
    const part = fragment && type ? partOf(fragment.selectionSet, type) : nothing;
    known.set(name, part);
    return part;
  };

  const pageSize = (node: FieldNode, field: FieldCost): number => {
    let size: number | null = null;
    for (const arg of field.slicing) {
      const given = numberOf(node.arguments?.find((one) => one.name.value === arg.name)?.value, operation, variables) ?? arg.defaultValue;
      if (typeof given !== 'number') continue;
      if (!page || given > page.size) page = { argument: arg.name, size: given };
      size = Math.max(size ?? 0, given);
    }
    return size ?? field.assumedSize;
  };

  const fieldPart = (node: FieldNode, parent: GraphQLNamedType): Part => {
    const field = model.costOf(parent, node.name.value);
    if (!field) return nothing;
    const inner = node.selectionSet && field.type ? partOf(node.selectionSet, field.type) : nothing;
    const size = pageSize(node, field);
    let below = plus(field.weight, inner.once);
    if (field.isList) {
      below = plus(below, times(inner.perEntry, assumedListSize));
      if (!field.sizedByParent) below = times(below, size);
    } else {
      below = plus(below, times(inner.perEntry, size));
    }
    let own = 0;
    for (const arg of node.arguments ?? []) own = plus(own, field.argumentWeights.get(arg.name.value) ?? 0);
    if (node.name.value.startsWith('__')) return { ...nothing, introspection: plus(below, own) };
    return field.sizedByParent ? { ...nothing, once: own, perEntry: below } : { ...nothing, once: plus(below, own) };
  };

  const partOf = (set: SelectionSetNode, parent: GraphQLNamedType): Part => {
    const sum = { ...nothing };
    for (const selection of set.selections) {
      let part: Part;
      if (selection.kind === Kind.FIELD) part = fieldPart(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) part = fragmentPart(selection.name.value);
      else {
        const condition = selection.typeCondition && model.schema.getType(selection.typeCondition.name.value);
        part = partOf(selection.selectionSet, condition ?? parent);
      }
      sum.once = plus(sum.once, part.once);
      sum.perEntry = plus(sum.perEntry, part.perEntry);
      sum.introspection = plus(sum.introspection, part.introspection);
    }
    return sum;
  };

  const root = model.schema.getRootType(operation.operation);
  const { once, introspection } = root ? partOf(operation.selectionSet, root) : nothing;
  return { cost: once, introspectionCost: introspection, page };
}

/** The number an argument is given: a literal, a variable's value, or the variable's default; undefined for anything else. Never below 0. */
function numberOf(
  value: ValueNode | undefined,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  if (value?.kind === Kind.INT) return Math.max(0, Number(value.value));
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (typeof given === 'number') return Math.max(0, given);
  if (given !== undefined) return undefined;
  return numberOf(operation.variableDefinitions?.find((one) => one.variable.name.value === name)?.defaultValue, operation, variables);
}
