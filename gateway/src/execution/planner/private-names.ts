import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';
import type { TakenNames } from './taken-names.js';

/** The names under which an operation's fields are fetched, where they are not those of its answer. */
export interface PrivateNames {
  /** The document as it is planned. */
  readonly document: DocumentNode;
  /** The name of a field in what the subgraphs gave. */
  storedName(node: FieldNode): string;
  /** A path of an error as the client knows it. */
  shownPath(path: readonly (string | number)[]): readonly (string | number)[];
}

/**
 * Gives the client's fields names of their own where they would stand in the place of something else that the planner fetches: a key or a required
 * field. The planner puts both under one response name: `{ person { id: name } }` then answers the key, or asks another subgraph by the name; and
 * `price(currency: "EUR")` beside a requirement of `price(currency: "USD")` fills the requirement with euros. Fields that may share one place of the
 * answer have one field name and the same arguments, and so get one and the same name here.
 * @returns null where nothing has to be renamed, which is as a rule
 */
export function privateNames(document: DocumentNode, taken: TakenNames): PrivateNames | null {
  let found = false;
  const used = [...taken.names];
  visit(document, {
    [Kind.FIELD]: (node: FieldNode) => {
      used.push(responseName(node), node.name.value);
      found ||= collides(node, taken);
    },
  });
  if (!found) return null;
  let prefix = '_client_';
  while (used.some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  const storedName = (node: FieldNode): string => (collides(node, taken) ? prefix : '') + responseName(node);
  return {
    document: visit(document, {
      [Kind.FIELD]: (node: FieldNode): FieldNode | undefined =>
        collides(node, taken) ? { ...node, alias: { kind: Kind.NAME, value: storedName(node) } } : undefined,
    }),
    storedName,
    shownPath: (path) =>
      path.map((segment) => (typeof segment === 'string' && segment.startsWith(prefix) ? segment.slice(prefix.length) : segment)),
  };
}

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** Whether a field may be something else than what the planner fetches under its response name. */
function collides(node: FieldNode, { names, withArguments }: TakenNames): boolean {
  const key = responseName(node);
  if (!names.has(key)) return false;
  return key !== node.name.value || Boolean(node.arguments?.length) || withArguments.has(key);
}
