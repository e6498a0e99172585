import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
  validate,
  visit,
} from 'graphql';
import { holdsNul, nulInput, placeOfNode } from './text-input.js';

/** What a subgraph takes on by itself, whoever asks: the gateway is stricter, but it is not the only one that can reach a subgraph. */
export const subgraphLimits = {
  /** Lexical tokens of a document. */
  tokens: 15_000,
  /** Brackets open at once, so that neither the parser nor a rule runs out of stack. */
  brackets: 150,
  /** Fields within fields, fragments expanded. */
  depth: 30,
  /** Entities asked for by reference in one operation. */
  representations: 10_000,
} as const;

/** A document that may be executed, and the variables that hold its representations, each as often as it is used. */
export interface ReadyDocument {
  document: DocumentNode;
  representations: readonly string[];
}

type Limit = keyof typeof subgraphLimits;

const names: Record<Limit, [en: string, lv: string]> = {
  tokens: ['tokens', 'tekstvienību skaits'],
  brackets: ['brackets within brackets', 'iekavu dziļums'],
  depth: ['depth', 'dziļums'],
  representations: ['representations', 'atsaukto objektu skaits'],
};

/** The refusal of a request that asks for more than a subgraph takes on: COST_LIMIT, nothing executed. */
export function tooMuch(limit: Limit): GraphQLError {
  const [en, lv] = names[limit];
  return new GraphQLError(`The request asks for too much: ${en}, at most ${subgraphLimits[limit]}`, {
    extensions: {
      code: 'COST_LIMIT',
      messageLv: `Pieprasījums ir pārāk apjomīgs: ${lv}, atļauts ne vairāk kā ${subgraphLimits[limit]}`,
      measure: limit,
      limit: subgraphLimits[limit],
    },
  });
}

/**
 * Reads and validates a document. It is measured first, each time in linear time, so that nothing that comes later works on what is too large.
 * @returns the errors where it is refused: COST_LIMIT, BAD_USER_INPUT for U+0000 in a literal, and those of the language, which have no code
 */
export function readDocument(schema: GraphQLSchema, query: string): ReadyDocument | readonly GraphQLError[] {
  try {
    measureText(query);
    const document = parse(query);
    if (depthOf(document) > subgraphLimits.depth) throw tooMuch('depth');
    const errors = validate(schema, document);
    if (errors.length) return errors;
    const nul = nulLiteral(document);
    return nul ? [nul] : { document, representations: representationsOf(document) };
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('The document cannot be read')];
  }
}

/** @throws COST_LIMIT where an operation asks for more entities by reference than a subgraph takes on at once */
export function checkRepresentations(ready: ReadyDocument, variables: Record<string, unknown>): void {
  let count = 0;
  for (const name of ready.representations) {
    const given = variables[name];
    if (Array.isArray(given)) count += given.length;
  }
  if (count > subgraphLimits.representations) throw tooMuch('representations');
}

/** @throws COST_LIMIT where the text is too long or too deep to be parsed; a syntax error where it is not even made of tokens */
function measureText(query: string): void {
  const lexer = new Lexer(new Source(query));
  let [tokens, open] = [0, 0];
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; kind = lexer.advance().kind) {
    if (++tokens > subgraphLimits.tokens) throw tooMuch('tokens');
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) {
      if (++open > subgraphLimits.brackets) throw tooMuch('brackets');
    } else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R) open--;
  }
}

/** How many fields stand within one another at most. Each fragment is measured once; one that reaches itself counts nothing there, and validation refuses it. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();
  const depth = (set: SelectionSetNode): number => {
    let deepest = 0;
    for (const node of set.selections) {
      let here = 0;
      if (node.kind === Kind.FRAGMENT_SPREAD) here = known.get(node.name.value) ?? 0;
      else if (node.kind === Kind.INLINE_FRAGMENT) here = depth(node.selectionSet);
      else here = 1 + (node.selectionSet ? depth(node.selectionSet) : 0);
      if (here > deepest) deepest = here;
    }
    return deepest;
  };
  for (const fragment of spreadFirst(fragments)) known.set(fragment.name.value, depth(fragment.selectionSet));
  return Math.max(
    0,
    ...document.definitions.map((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? depth(definition.selectionSet) : 0)),
    ...known.values(),
  );
}

/** The fragments, each after those that it spreads; without recursion, since a row of fragments can be as long as the document. */
function spreadFirst(fragments: ReadonlyMap<string, FragmentDefinitionNode>): FragmentDefinitionNode[] {
  const ordered: FragmentDefinitionNode[] = [];
  const seen = new Set<string>();
  for (const start of fragments.keys()) {
    const stack: { name: string; left: string[] }[] = [];
    const enter = (name: string) => {
      const fragment = fragments.get(name);
      if (!fragment || seen.has(name)) return;
      seen.add(name);
      stack.push({ name, left: spreadsOf(fragment) });
    };
    enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.left.pop();
      if (next !== undefined) enter(next);
      else {
        ordered.push(fragments.get(top.name) as FragmentDefinitionNode);
        stack.pop();
      }
    }
  }
  return ordered;
}

function spreadsOf(fragment: FragmentDefinitionNode): string[] {
  const spreads: string[] = [];
  visit(fragment, { FragmentSpread: (node) => void spreads.push(node.name.value) });
  return spreads;
}

function nulLiteral(document: DocumentNode): GraphQLError | null {
  let found: GraphQLError | null = null;
  visit(document, {
    StringValue(node, _key, _parent, path) {
      if (!found && holdsNul(node.value)) found = nulInput(placeOfNode(document, path));
    },
  });
  return found;
}

function representationsOf(document: DocumentNode): string[] {
  const variables: string[] = [];
  visit(document, {
    Field(node) {
      if (node.name.value !== '_entities') return;
      for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) variables.push(value.name.value);
    },
  });
  return variables;
}
