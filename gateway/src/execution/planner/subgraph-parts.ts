import { type ConstDirectiveNode, type DocumentNode, type EnumTypeDefinitionNode, Kind, visit } from 'graphql';
import { argumentOf, withArgument } from './directives.js';
import { type FieldTypes, fieldKey, fieldsOf, fieldTypesOf, selectionOf, typeNameOf } from './selections.js';

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
  /** In every part: keys, and what is said of types that are whole in all of them. */
  readonly common: Set<string>;
  /** In the first part alone, by the fields that only it has. */
  readonly first: Set<string>;
  readonly parts: Requiring[][];
}

/**
 * The subgraphs of a supergraph in parts: in each part, a field is required with the same arguments by all. The first part is the subgraph as it was, but
 * for the fields that require other variants; each of those stands in a part that has, of roots and entities, the keys and what its fields need, and nothing
 * that the first would be asked for as well: one list read twice could not be put together again.
 */
export class SubgraphParts {
  private readonly types: FieldTypes;
  private readonly roots: ReadonlySet<string>;
  private readonly uses = new Map<string, Uses>();

  /**
   * @param document with a field for each variant
   * @param bases the fields that the variants are of, by the names of the variants
   */
  constructor(
    private readonly document: DocumentNode,
    private readonly bases: ReadonlyMap<string, string>,
  ) {
    this.types = fieldTypesOf(document);
    this.roots = new Set(
      document.definitions.flatMap((node) =>
        node.kind === Kind.SCHEMA_DEFINITION ? node.operationTypes.map(({ type }) => type.name.value) : [],
      ),
    );
    for (const [type, definition] of this.types) {
      for (const directive of definition.directives ?? []) this.note(directive, type, type, 'key', null);
      for (const field of definition.fields ?? []) {
        for (const directive of field.directives ?? []) {
          this.note(directive, type, typeNameOf(field), 'provides', null);
          this.note(directive, type, type, 'requires', fieldKey(type, field.name.value));
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
            directives: this.inParts(this.said(field.directives, definition), fieldKey(definition.name.value, field.name.value)),
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

  /** Notes what a directive on a type or its field asks of a type. */
  private note(directive: ConstDirectiveNode, owner: string, type: string, argument: string, requiring: string | null): void {
    const [graph, fields] = [argumentOf(directive, 'graph'), argumentOf(directive, argument)];
    if (typeof graph !== 'string' || typeof fields !== 'string') return;
    const found = fieldsOf(selectionOf(fields), type, this.types);
    const keys = found.map((one) => fieldKey(one.type, one.field.name.value));
    const variants = new Map<string, string>();
    for (const { field } of found) {
      const base = this.bases.get(field.name.value);
      if (base !== undefined) variants.set(base, field.name.value);
    }
    const uses = this.uses.get(graph) ?? { common: new Set(), first: new Set(), parts: [] };
    this.uses.set(graph, uses);
    if (argument !== 'requires' || requiring === null || !variants.size) {
      const everywhere = argument === 'key' || !this.isEntered(owner, graph);
      for (const key of keys) (everywhere ? uses.common : uses.first).add(key);
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

  /** The directives of a field; where none says which graphs have it, all that have its type do, and that is said. */
  private said(directives: readonly ConstDirectiveNode[] = [], type: { directives?: readonly ConstDirectiveNode[] }): ConstDirectiveNode[] {
    const graphs = new Set(
      (type.directives ?? []).flatMap((one) => (one.name.value === 'join__type' ? [String(argumentOf(one, 'graph'))] : [])),
    );
    if (directives.some(({ name }) => name.value === 'join__field') || ![...graphs].some((graph) => this.count(graph) > 1))
      return [...directives];
    return [...directives, ...Array.from(graphs, joinField)];
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
    const { common, first, parts } = this.uses.get(graph) ?? { common: new Set(), first: new Set(), parts: [] };
    const at = parts.findIndex((part) => part.some((one) => one.key === key));
    if (argumentOf(directive, 'requires') !== undefined && at >= 0) return at === index;
    if (common.has(key)) return true;
    const [type = '', field = ''] = key.split('.', 2);
    if (argumentOf(directive, 'external') !== true) return index === 0 || !this.isEntered(type, graph);
    // A field of another subgraph may not be there at all where it is not used.
    if (index === 0 && first.has(key)) return true;
    if (parts[index]?.some(({ uses }) => uses.has(key)) || this.isOfInterface(type, field, graph)) return true;
    const isUsedElsewhere = first.has(key) || parts.some((part) => part.some(({ uses, variants }) => uses.has(key) || variants.has(key)));
    return !this.bases.has(field) && !isUsedElsewhere;
  }

  /** Whether a graph is entered at a type: at a root, or by a key. */
  private isEntered(type: string, graph: string): boolean {
    if (this.roots.has(type)) return true;
    return this.joins(type, 'join__type', graph).some((one) => argumentOf(one, 'key') !== undefined);
  }

  /** Whether a type has a field in a graph because an interface does. */
  private isOfInterface(type: string, field: string, graph: string): boolean {
    return this.joins(type, 'join__implements', graph).some((one) => {
      const fields = this.types.get(String(argumentOf(one, 'interface')))?.fields ?? [];
      return fields.some(({ name }) => name.value === field);
    });
  }

  private joins(type: string, directive: string, graph: string): ConstDirectiveNode[] {
    const all = this.types.get(type)?.directives ?? [];
    return all.filter((one) => one.name.value === directive && argumentOf(one, 'graph') === graph);
  }
}

/** Says that a graph has a field. */
const joinField = (graph: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'join__field' },
  arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'graph' }, value: { kind: Kind.ENUM, value: graph } }],
});

const agree = (one: Requiring, other: Requiring): boolean =>
  [...one.variants].every(([base, variant]) => (other.variants.get(base) ?? variant) === variant);

const partGraph = (graph: string, index: number): string => (index ? `${graph}__PART_${index}` : graph);
const partName = (name: string, index: number): string => (index ? `${name}__part_${index}` : name);
