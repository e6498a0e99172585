import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Fragments, isIncluded } from './fields.js';
import { leafCheck } from './leaf.js';
import { isRootType } from './roots.js';

/** Where in an answer: response names and list indices. */
export type AnswerPath = readonly (string | number)[];

/** Something in the data that the schema does not allow. */
export interface Violation {
  readonly path: AnswerPath;
  /** What is wrong, with names of the schema and no value. */
  readonly message: string;
}

/** What an answer is made of. */
export interface ExactInput {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Fragments;
  /** Values of the variables that `@skip` and `@include` ask. */
  conditions: Readonly<Record<string, unknown>>;
  /** What the subgraphs gave, merged. */
  data: Readonly<Record<string, unknown>>;
  /** Answers of `__schema` and `__type`, by response name. */
  introspection: Readonly<Record<string, unknown>>;
  /** The name of a field in the data, where it is not its response name. */
  storedName?: (node: FieldNode) => string;
}

/**
 * Shapes an answer step by step as section 6 of the GraphQL specification describes completing values, over data that may hold anything. It shares
 * nothing with the compiled shaper but the table of leaf types, and decides wherever that one finds something it does not expect: a value that cannot
 * stand where it is becomes null, a null where none may be empties the nearest place that may be null, and each is told as one violation.
 * @returns data is null where the emptiness reached the top
 */
export function shapeExactly(input: ExactInput): { data: Record<string, unknown> | null; violations: Violation[] } {
  const shaper = new ExactShaper(input);
  const root = input.schema.getRootType(input.operation.operation) as GraphQLObjectType;
  return { data: shaper.root(root, input.operation.selectionSet), violations: shaper.violations };
}

/** Thrown where no null may be; caught at the nearest place that may be null. */
const emptied = Symbol('emptied');

class ExactShaper {
  readonly violations: Violation[] = [];
  private readonly schema: GraphQLSchema;

  constructor(private readonly input: ExactInput) {
    this.schema = input.schema;
  }

  root(type: GraphQLObjectType, set: SelectionSetNode): Record<string, unknown> | null {
    return this.nullable(() => this.fields(type, type.name, this.collect(type, [set]), this.input.data, [])) as Record<
      string,
      unknown
    > | null;
  }

  private fields(
    type: GraphQLCompositeType,
    typename: string,
    fields: ReadonlyMap<string, FieldNode[]>,
    source: Readonly<Record<string, unknown>>,
    path: AnswerPath,
  ): Record<string, unknown> {
    const answer: [string, unknown][] = [];
    for (const [key, nodes] of fields) {
      const name = nodes[0]?.name.value ?? '';
      if (name === '__typename') answer.push([key, typename]);
      else if (name === '__schema' || name === '__type') answer.push([key, this.input.introspection[key] ?? null]);
      else {
        const definition = 'getFields' in type ? type.getFields()[name] : undefined;
        if (!definition) continue;
        const stored = this.input.storedName?.(nodes[0] as FieldNode) ?? key;
        const value = Object.hasOwn(source, stored) ? source[stored] : undefined;
        const place = `field ${type.name}.${name}`;
        answer.push([key, this.complete(definition.type, nodes, value, [...path, key], place)]);
      }
    }
    // Object.fromEntries defines each as the object's own, whatever its name.
    return Object.fromEntries(answer);
  }

  private complete(type: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, path: AnswerPath, place: string): unknown {
    if (!isNonNullType(type)) return this.nullable(() => this.present(type, nodes, value, path, place));
    const completed = this.present(type.ofType, nodes, value, path, place);
    if (completed !== null) return completed;
    // Where the value itself was wrong that has been said, with this very path.
    const last = this.violations.at(-1);
    if (!last || !samePath(last.path, path)) this.violate(path, `Cannot return null for non-nullable ${place}`);
    throw emptied;
  }

  /** Completes a value as if null were allowed. */
  private present(
    type: Exclude<GraphQLOutputType, { ofType: { __nullable: true } }>,
    nodes: readonly FieldNode[],
    value: unknown,
    path: AnswerPath,
    place: string,
  ): unknown {
    if (value === undefined || value === null) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) return this.violate(path, `Not a list at ${place}`);
      const of = `element of type ${String(type.ofType)} of ${place}`;
      return value.map((item, index) => this.complete(type.ofType, nodes, item, [...path, index], of));
    }
    if (isLeafType(type)) return leafCheck(type)(value) ? value : this.violate(path, `Invalid value for ${place}`);
    if (!isCompositeType(type)) return this.violate(path, `Unknown type at ${place}`);
    if (typeof value !== 'object' || Array.isArray(value)) return this.violate(path, `Not an object at ${place}`);
    return this.object(type, nodes, value as Record<string, unknown>, path, place);
  }

  private object(
    type: GraphQLCompositeType,
    nodes: readonly FieldNode[],
    source: Readonly<Record<string, unknown>>,
    path: AnswerPath,
    place: string,
  ): unknown {
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const stated = Object.hasOwn(source, '__typename') ? source.__typename : undefined;
    const actual = typeof stated === 'string' ? this.schema.getType(stated) : undefined;
    // A subgraph that knows the interface as an object says no more than its name, until another has said which it is.
    const isUnknown = stated === undefined || (isAbstractType(type) && actual === type);
    if (isUnknown) {
      // Without a name an object of an abstract type can be answered for what all of its types have, but not for which it is.
      const fields = this.collect(type, sets);
      const asked = isAbstractType(type) && [...fields.values()].some((same) => same[0]?.name.value === '__typename');
      return asked ? this.violate(path, `Missing __typename at ${place}`) : this.fields(type, type.name, fields, source, path);
    }
    if (isObjectType(type) && (isRootType(this.schema, type) || actual === type))
      return this.fields(type, type.name, this.collect(type, sets), source, path);
    if (!isAbstractType(type) || !isObjectType(actual) || !this.schema.isSubType(type, actual))
      return this.violate(path, `Invalid __typename at ${place}`);
    return this.fields(actual, actual.name, this.collect(actual, sets), source, path);
  }

  /** CollectFields of the specification. */
  private collect(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.collectInto(type, set, fields, new Set());
    return fields;
  }

  private collectInto(type: GraphQLCompositeType, set: SelectionSetNode, fields: Map<string, FieldNode[]>, visited: Set<string>): void {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, this.input.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const same = fields.get(key);
        if (same) same.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (this.applies(selection.typeCondition?.name.value, type)) this.collectInto(type, selection.selectionSet, fields, visited);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = this.input.fragments.get(selection.name.value);
        if (fragment && this.applies(fragment.typeCondition.name.value, type))
          this.collectInto(type, fragment.selectionSet, fields, visited);
      }
    }
  }

  private applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const asked = this.schema.getType(condition);
    return isAbstractType(asked) && 'getFields' in type && this.schema.isSubType(asked, type);
  }

  private nullable(complete: () => unknown): unknown {
    try {
      return complete();
    } catch (error) {
      if (error === emptied) return null;
      throw error;
    }
  }

  private violate(path: AnswerPath, message: string): null {
    this.violations.push({ path, message });
    return null;
  }
}

const samePath = (one: AnswerPath, other: AnswerPath): boolean =>
  one.length === other.length && one.every((segment, index) => segment === other[index]);
