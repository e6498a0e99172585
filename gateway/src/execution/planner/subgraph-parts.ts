import { type ConstDirectiveNode, type DocumentNode, type EnumTypeDefinitionNode, Kind, visit } from 'graphql';
import { argumentOf, withArgument } from './directives.js';
import { fieldKey, fieldsOf, type ObjectTypes, objectTypesOf, selectionOf, typeNameOf } from './selections.js';

/** A field that requires variants of others. */
interface Requiring {
  readonly key: string;
  /** Everything that it requires. */
  readonly uses: ReadonlySet<string>;
  /** Which variant it requires of a field of which there are several. */
  readonly variants: ReadonlyMap<string, string>;
}

/** What a subgraph uses of fields that others give. */
interface Uses {
  /** In every part. */
  readonly common: Set<string>;
  readonly parts: Requiring[][];
}

/**
 * The subgraphs of a supergraph in parts: in each part, a field is required with the same arguments by all. Every part has everything that the subgraph
 * has, but for the fields that require variants, which stand in one of them, and what only those need.
 */
export class SubgraphParts {
  private readonly types: ObjectTypes;
  private readonly uses = new Map<string, Uses>();

  /**
   * @param document with a field for each variant
   * @param bases the fields that the variants are of, by the names of the variants
   */
  constructor(
    private readonly document: DocumentNode,
    private readonly bases: ReadonlyMap<string, string>,
  ) {
    this.types = objectTypesOf(document);
    for (const [type, definition] of this.types) {
      for (const directive of definition.directives ?? []) this.note(directive, type, 'key', type);
      for (const field of definition.fields ?? []) {
        for (const directive of field.directives ?? []) {
          this.note(directive, typeNameOf(field), 'provides', null);
          this.note(directive, type, 'requires', fieldKey(type, field.name.value));
        }
      }
    }
  }

  /** The supergraph in which every part is a subgraph. */
  supergraph(): DocumentNode {
    const definitions = this.document.definitions.map((definition) => {
      if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph') return this.graphs(definition);
      switch (definition.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
          const fields = definition.fields?.map((field) => ({
            ...field,
            directives: this.inParts(field.directives, fieldKey(definition.name.value, field.name.value)),
          }));
          return { ...definition, fields, directives: this.inParts(definition.directives, null) };
        }
        case Kind.ENUM_TYPE_DEFINITION: {
          const values = definition.values?.map((value) => ({ ...value, directives: this.inParts(value.directives, null) }));
          return { ...definition, values, directives: this.inParts(definition.directives, null) };
        }
        case Kind.UNION_TYPE_DEFINITION:
        case Kind.SCALAR_TYPE_DEFINITION:
          return { ...definition, directives: this.inParts(definition.directives, null) };
        default:
          return definition;
      }
    });
    return { ...this.document, definitions } as DocumentNode;
  }

  /** The names of the subgraphs that are parts of another, with its name. */
  names(): Map<string, string> {
    const names = new Map<string, string>();
    visit(this.document, {
      [Kind.ENUM_VALUE_DEFINITION]: ({ name, directives = [] }) => {
        for (const directive of directives) {
          const subgraph = directive.name.value === 'join__graph' ? argumentOf(directive, 'name') : undefined;
          if (typeof subgraph === 'string')
            for (let index = 1; index < this.count(name.value); index++) names.set(partName(subgraph, index), subgraph);
        }
      },
    });
    return names;
  }

  /** How many parts a graph has. */
  private count(graph: string): number {
    return this.uses.get(graph)?.parts.length || 1;
  }

  /** Notes what a directive asks for. */
  private note(directive: ConstDirectiveNode, type: string, argument: string, requiring: string | null): void {
    const [graph, fields] = [argumentOf(directive, 'graph'), argumentOf(directive, argument)];
    if (typeof graph !== 'string' || typeof fields !== 'string') return;
    const found = fieldsOf(selectionOf(fields), type, this.types);
    const keys = found.map((one) => fieldKey(one.type, one.field.name.value));
    const variants = new Map<string, string>();
    for (const { field } of found) {
      const base = this.bases.get(field.name.value);
      if (base !== undefined) variants.set(base, field.name.value);
    }
    const uses = this.uses.get(graph) ?? { common: new Set(), parts: [] };
    this.uses.set(graph, uses);
    if (argument !== 'requires' || requiring === null || !variants.size) {
      for (const key of keys) uses.common.add(key);
      return;
    }
    const one: Requiring = { key: requiring, uses: new Set(keys), variants };
    const fitting = uses.parts.find((part) => part.every((other) => agree(one, other)));
    if (fitting) fitting.push(one);
    else uses.parts.push([one]);
  }

  private graphs(definition: EnumTypeDefinitionNode): EnumTypeDefinitionNode {
    const values = definition.values?.flatMap((value) =>
      Array.from({ length: this.count(value.name.value) }, (_, index) => ({
        ...value,
        name: { ...value.name, value: partGraph(value.name.value, index) },
        directives: value.directives?.map((directive) =>
          withArgument(directive, 'name', partName(String(argumentOf(directive, 'name')), index)),
        ),
      })),
    );
    return { ...definition, values };
  }

  /** The directives of something, said of each part of the graph that they speak of. */
  private inParts(directives: readonly ConstDirectiveNode[] | undefined, key: string | null): ConstDirectiveNode[] | undefined {
    return directives?.flatMap((directive) => {
      const graph = argumentOf(directive, 'graph');
      if (typeof graph !== 'string') return [directive];
      return Array.from({ length: this.count(graph) }, (_, index) => index)
        .filter((index) => key === null || this.hasField(directive, graph, key, index))
        .map((index) => withArgument(directive, 'graph', partGraph(graph, index)));
    });
  }

  /** Whether a part has a field in the way that a directive says. */
  private hasField(directive: ConstDirectiveNode, graph: string, key: string, index: number): boolean {
    const { common, parts } = this.uses.get(graph) ?? { common: new Set(), parts: [] };
    const at = parts.findIndex((part) => part.some((one) => one.key === key));
    if (argumentOf(directive, 'requires') !== undefined && at >= 0) return at === index;
    // A field of another subgraph that this one does not use may not be there at all.
    if (argumentOf(directive, 'external') !== true || common.has(key)) return true;
    if (parts[index]?.some(({ uses }) => uses.has(key))) return true;
    const isVariant = this.bases.has(key.slice(key.indexOf('.') + 1));
    const isUsedElsewhere = parts.some((part) => part.some(({ uses, variants }) => uses.has(key) || variants.has(key)));
    return !isVariant && !isUsedElsewhere;
  }
}

const agree = (one: Requiring, other: Requiring): boolean =>
  [...one.variants].every(([base, variant]) => (other.variants.get(base) ?? variant) === variant);

const partGraph = (graph: string, index: number): string => (index ? `${graph}__PART_${index}` : graph);
const partName = (name: string, index: number): string => (index ? `${name}__part_${index}` : name);
