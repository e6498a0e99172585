import { type DocumentNode, type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { type CompiledShaper, compileShaper, irregular } from './compiled.js';
import { shapeExactly, type Violation } from './exact.js';
import { type Conditions, conditionVariables, type Fragments } from './fields.js';
import { compileIntrospection, type Introspection } from './introspection.js';

/** Compiled ways of one operation at most, one for each set of values of its conditions; beyond them its answers are shaped step by step. */
const mostVariants = 16;

/** What is compiled for one set of values of the conditions. */
interface Variant {
  readonly shape: CompiledShaper;
  readonly introspect: Introspection;
}

/** A shaped answer. */
export interface Shaped {
  data: Record<string, unknown> | null;
  violations: readonly Violation[];
}

const regular: readonly Violation[] = [];

/** The shaping of one operation's answers: compiled for good data, step by step for any other. */
export class Shaping {
  private readonly variants = new Map<string, Variant>();
  private readonly asked: readonly string[];
  private readonly fragments: Fragments;

  /** @param storedName the name of a field in the data; its response name where none is given */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly storedName?: (node: FieldNode) => string,
  ) {
    this.asked = conditionVariables(document);
    this.fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
    );
  }

  /**
   * Shapes what the subgraphs gave; the data are not written to, and parts of them may be parts of the answer.
   * @param variables as the client sent them, for introspection
   */
  shape(data: Readonly<Record<string, unknown>>, conditions: Conditions, variables: Readonly<Record<string, unknown>>): Shaped {
    const { schema, operation, fragments, storedName } = this;
    const variant = this.variantFor(conditions);
    const introspection = (variant?.introspect ?? compileIntrospection({ schema, fragments, conditions }, operation))(variables);
    if (variant) {
      try {
        return { data: variant.shape(data, introspection), violations: regular };
      } catch (error) {
        if (error !== irregular) throw error;
      }
    }
    return shapeExactly({ schema, operation, fragments, conditions, data, introspection, storedName });
  }

  private variantFor(conditions: Conditions): Variant | null {
    const { asked } = this;
    const key = asked.length ? asked.map((name) => (conditions[name] === true ? '1' : '0')).join('') : '';
    const known = this.variants.get(key);
    if (known) return known;
    if (this.variants.size >= mostVariants) return null;
    // What is compiled lives as long as the operation: nothing else of the first request may stay with it.
    const kept = Object.fromEntries(asked.map((name) => [name, conditions[name] === true]));
    const collecting = { schema: this.schema, fragments: this.fragments, conditions: kept, storedName: this.storedName };
    const variant = { shape: compileShaper(collecting, this.operation), introspect: compileIntrospection(collecting, this.operation) };
    this.variants.set(key, variant);
    return variant;
  }
}
