import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { argumentOf } from './directives.js';

/**
 * A supergraph as the planner should read it: of the keys that a subgraph has for a type, those by which it can be entered come first. The planner goes
 * back into a subgraph by the first key it finds there, even one that says `resolvable: false`. The order of subgraphs stays.
 */
export function withResolvableKeysFirst(supergraph: DocumentNode): DocumentNode {
  const definitions = supergraph.definitions.map((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return definition;
    const directives = definition.directives ?? [];
    return directives.some(isClosed) ? { ...definition, directives: inOrder(directives) } : definition;
  });
  return { ...supergraph, definitions };
}

/** The keys of each subgraph in the places that they had together, the closed ones last. */
function inOrder(directives: readonly ConstDirectiveNode[]): ConstDirectiveNode[] {
  const keys = directives.filter(isJoinType);
  const ordered = [...keys.filter((key) => !isClosed(key)), ...keys.filter(isClosed)];
  return directives.map((directive) => {
    if (!isJoinType(directive)) return directive;
    const graph = argumentOf(directive, 'graph');
    const [next = directive] = ordered.splice(
      ordered.findIndex((key) => argumentOf(key, 'graph') === graph),
      1,
    );
    return next;
  });
}

const isJoinType = ({ name }: ConstDirectiveNode): boolean => name.value === 'join__type';

/** Whether a directive is a key by which its subgraph cannot be entered. */
const isClosed = (directive: ConstDirectiveNode): boolean => isJoinType(directive) && argumentOf(directive, 'resolvable') === false;
