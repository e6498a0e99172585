import { type ConstDirectiveNode, type DocumentNode, type FieldNode, Kind, print, visit } from 'graphql';
import { argumentOf, withArgument } from './directives.js';
import { changedFields, fieldKey, fieldsOf, type ObjectTypes, objectTypesOf, selectionOf } from './selections.js';
import { SubgraphParts } from './subgraph-parts.js';

/** A supergraph whose requirements the planner does not confuse, and what its names stand for. */
export interface ToldApart {
  readonly supergraph: DocumentNode;
  /** Fields that stand for a required field with its arguments, by their names. */
  readonly fields: ReadonlyMap<string, FieldNode>;
  /** Subgraphs that stand for another, by their names. */
  readonly subgraphs: ReadonlyMap<string, string>;
}

/** What one field is required with, and the name that stands for it, by its text. */
type Variants = ReadonlyMap<string, { name: string; node: FieldNode }>;

/**
 * Tells requirements of one field with different arguments apart. `price(currency: "EUR")` required by one field and `price(currency: "USD")` by another
 * end in one response name, and the planner fetches but one of them. Here each becomes a field of its own; and where one subgraph requires several of
 * them, it is planned with as several subgraphs, since one representation holds one price.
 * @returns null where no field is required with different arguments, which is as a rule
 */
export function requirementsToldApart(supergraph: DocumentNode): ToldApart | null {
  const types = objectTypesOf(supergraph);
  const variants = variantsOf(supergraph, types);
  if (!variants.size) return null;
  const bases = new Map([...variants].flatMap(([key, byText]) => [...byText.values()].map(({ name }) => [name, key] as const)));
  const parts = new SubgraphParts(withVariants(supergraph, types, variants), bases);
  return {
    supergraph: parts.supergraph(),
    fields: new Map([...variants.values()].flatMap((byText) => [...byText.values()].map(({ name, node }) => [name, node] as const))),
    subgraphs: parts.names(),
  };
}

const textOf = ({ name, arguments: args }: FieldNode): string => print({ kind: Kind.FIELD, name, arguments: args });

/** What a directive of a field requires; null where it requires nothing. */
function requirementOf(directive: ConstDirectiveNode): string | null {
  const fields = directive.name.value === 'join__field' ? argumentOf(directive, 'requires') : undefined;
  return typeof fields === 'string' ? fields : null;
}

/** Fields that are required with more than one set of arguments, each with a name for each set that no field has. */
function variantsOf(supergraph: DocumentNode, types: ObjectTypes): Map<string, Variants> {
  const asked = new Map<string, Map<string, FieldNode>>();
  for (const [type, { fields = [] }] of types) {
    for (const required of fields.flatMap(({ directives = [] }) => directives.map(requirementOf))) {
      for (const one of required === null ? [] : fieldsOf(selectionOf(required), type, types)) {
        const key = fieldKey(one.type, one.field.name.value);
        asked.set(key, (asked.get(key) ?? new Map<string, FieldNode>()).set(textOf(one.field), one.field));
      }
    }
  }
  const taken = new Set<string>();
  visit(supergraph, {
    [Kind.FIELD_DEFINITION]: ({ name }) => {
      taken.add(name.value);
    },
  });
  let count = 0;
  const free = (field: string): string => {
    const name = `${field}_required_${++count}`;
    return taken.has(name) ? free(field) : name;
  };
  const several = [...asked].filter(([, byText]) => byText.size > 1);
  return new Map(
    several.map(([key, byText]) => [key, new Map(Array.from(byText, ([text, node]) => [text, { name: free(node.name.value), node }]))]),
  );
}

/** The supergraph with a field for each variant, wherever its field is, and requirements that name them. */
function withVariants(supergraph: DocumentNode, types: ObjectTypes, variants: ReadonlyMap<string, Variants>): DocumentNode {
  const definitions = supergraph.definitions.map((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
    const type = definition.name.value;
    const fields = definition.fields?.flatMap((field) => {
      const own = { ...field, directives: field.directives?.map((directive) => naming(directive, type, types, variants)) };
      const ofField = [...(variants.get(fieldKey(type, field.name.value))?.values() ?? [])];
      return [own, ...ofField.map(({ name }) => ({ ...own, name: { kind: Kind.NAME as const, value: name }, arguments: [] }))];
    });
    return { ...definition, fields };
  });
  return { ...supergraph, definitions };
}

/** A directive whose requirement names the variants. */
function naming(
  directive: ConstDirectiveNode,
  type: string,
  types: ObjectTypes,
  variants: ReadonlyMap<string, Variants>,
): ConstDirectiveNode {
  const required = requirementOf(directive);
  if (required === null) return directive;
  const renamed = changedFields(selectionOf(required), type, types, (field, of) => {
    const variant = variants.get(fieldKey(of, field.name.value))?.get(textOf(field));
    return variant ? { ...field, name: { kind: Kind.NAME, value: variant.name }, arguments: [] } : field;
  });
  return withArgument(directive, 'requires', renamed.selections.map((selection) => print(selection)).join(' '));
}
