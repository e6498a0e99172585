import type { ServiceDefinition } from '@theguild/federation-composition';
import {
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  parse,
} from 'graphql';
import { composition } from './composition.js';

/** What a subgraph says of a field of a type that it knows as an interface object, in the words of the supergraph: `requires`, `provides`, `external`. */
type Said = ReadonlyMap<string, ConstValueNode>;

/**
 * Puts back what composition (@theguild/federation-composition 0.27) drops from fields of an interface that a subgraph knows as an object
 * (`@interfaceObject`): `@provides` always, `@external` and `@requires` where every subgraph with the interface has the field. Without them the planner
 * takes an external field for one the subgraph can give itself, and fetches nothing for what is required. The other types come through composition whole.
 *
 * A field of a supergraph without any `@join__field` is in every subgraph that has the type, so such a field gets one for each of them. A field that is
 * part of a key and that nothing requires stays as it is, with or without `@external`: the subgraph has the keys of its own objects.
 */
export function withInterfaceObjects(supergraph: DocumentNode, services: readonly ServiceDefinition[]): DocumentNode {
  const graphs = graphNames(supergraph);
  const mended = (type: InterfaceTypeDefinitionNode): InterfaceTypeDefinitionNode => {
    const joins = (type.directives ?? []).filter(({ name }) => name.value === 'join__type');
    const said = new Map<string, Map<string, Said>>();
    for (const join of joins) {
      const graph = enumOf(join, 'graph');
      const service = services.find(({ name }) => name === graphs.get(graph));
      if (service && argumentOf(join, 'isInterfaceObject')) said.set(graph, saidBy(service.typeDefs, type.name.value));
    }
    if (said.size === 0) return type;
    const everywhere = [...new Set(joins.map((join) => enumOf(join, 'graph')))];
    return { ...type, fields: type.fields?.map((field) => mendedField(field, everywhere, said)) };
  };
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((node) => (node.kind === Kind.INTERFACE_TYPE_DEFINITION ? mended(node) : node)),
  };
}

/**
 * Fields of interface objects with `@override`, one reason each. Composition writes the directive down, but leaves the field to the other subgraph too, so
 * that either of them would be asked; nobody composes it rightly, and Apollo's composition refuses it as well.
 */
export function overridesOfInterfaceObjects(services: readonly ServiceDefinition[]): string[] {
  return services.flatMap(({ name, typeDefs }) => {
    const named = namesIn(typeDefs);
    const types = new Set(
      objectsIn(typeDefs).flatMap((node) =>
        node.directives?.some((one) => one.name.value === named.interfaceObject) ? [node.name.value] : [],
      ),
    );
    return objectsIn(typeDefs)
      .filter((node) => types.has(node.name.value))
      .flatMap((node) =>
        (node.fields ?? [])
          .filter((field) => directiveOf(field, named.override))
          .map(
            (field) =>
              `OVERRIDE_ON_INTERFACE_OBJECT: [${name}] ${node.name.value}.${field.name.value}: @override has no effect on a field of an @interfaceObject type; take the field out of the other subgraph instead.`,
          ),
      );
  });
}

function mendedField(
  field: FieldDefinitionNode,
  everywhere: readonly string[],
  said: ReadonlyMap<string, ReadonlyMap<string, Said>>,
): FieldDefinitionNode {
  const name = field.name.value;
  if (![...said.values()].some((fields) => fields.get(name)?.size)) return field;
  const joins = (field.directives ?? []).filter((one) => one.name.value === 'join__field');
  const whole = joins.length > 0 ? joins : everywhere.map(joinField);
  return {
    ...field,
    directives: [
      ...whole.map((join) => {
        const missing = [...(said.get(enumOf(join, 'graph'))?.get(name) ?? [])].filter(([arg]) => !argumentOf(join, arg));
        return { ...join, arguments: [...(join.arguments ?? []), ...missing.map(([arg, value]) => argument(arg, value))] };
      }),
      ...(field.directives ?? []).filter((one) => !joins.includes(one)),
    ],
  };
}

/** What a subgraph says of the fields of one of its interface objects, extensions of the type included. */
function saidBy(typeDefs: DocumentNode, type: string): Map<string, Said> {
  const named = namesIn(typeDefs);
  const nodes = objectsIn(typeDefs).filter(({ name }) => name.value === type);
  const own = nodes.flatMap(({ fields }) => fields ?? []);
  const keys = new Set(
    nodes.flatMap(({ directives }) => (directives ?? []).filter((one) => one.name.value === named.key).flatMap(fieldsOf)),
  );
  const required = new Set(own.flatMap((field) => fieldsOf(directiveOf(field, named.requires))));
  return new Map(
    nodes.flatMap((node) =>
      (node.fields ?? []).map((field): [string, Said] => {
        const name = field.name.value;
        const said = new Map<string, ConstValueNode>();
        for (const word of ['requires', 'provides'] as const) {
          const fields = argumentOf(directiveOf(field, named[word]), 'fields');
          if (fields) said.set(word, fields);
        }
        const external = directiveOf(field, named.external) ?? node.directives?.find((one) => one.name.value === named.external);
        if (external && (!keys.has(name) || required.has(name))) said.set('external', { kind: Kind.BOOLEAN, value: true });
        return [name, said];
      }),
    ),
  );
}

/** The directives of federation under the names that a subgraph gave them. */
function namesIn(typeDefs: DocumentNode) {
  const { resolveImportName } = composition().extractLinkImplementations(typeDefs);
  const named = (directive: string) => resolveImportName('https://specs.apollo.dev/federation', `@${directive}`);
  return {
    external: named('external'),
    interfaceObject: named('interfaceObject'),
    key: named('key'),
    override: named('override'),
    provides: named('provides'),
    requires: named('requires'),
  };
}

/** The names of the subgraphs, by the values of `join__Graph` that stand for them in a supergraph. */
function graphNames(supergraph: DocumentNode): Map<string, string> {
  const graphs = supergraph.definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.flatMap(({ name, directives }) => {
      const named = argumentOf(
        directives?.find((one) => one.name.value === 'join__graph'),
        'name',
      );
      return named?.kind === Kind.STRING ? [[name.value, named.value] as const] : [];
    }),
  );
}

const objectsIn = ({ definitions }: DocumentNode) =>
  definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION ? [node] : []));

const directiveOf = ({ directives }: FieldDefinitionNode, directive: string) => directives?.find(({ name }) => name.value === directive);

/** The fields that stand at the top of a directive's field set; none where there is no directive. */
function fieldsOf(directive: ConstDirectiveNode | undefined): string[] {
  const fields = argumentOf(directive, 'fields');
  if (fields?.kind !== Kind.STRING) return [];
  const [set] = parse(`{${fields.value}}`, { noLocation: true }).definitions;
  return set?.kind === Kind.OPERATION_DEFINITION
    ? set.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []))
    : [];
}

const argumentOf = (directive: ConstDirectiveNode | undefined, name: string): ConstValueNode | undefined =>
  directive?.arguments?.find((one) => one.name.value === name)?.value;

function enumOf(directive: ConstDirectiveNode, name: string): string {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.ENUM ? value.value : '';
}

const argument = (name: string, value: ConstValueNode): ConstArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: name },
  value,
});

const joinField = (graph: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'join__field' },
  arguments: [argument('graph', { kind: Kind.ENUM, value: graph })],
});
