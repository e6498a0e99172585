import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';
import type { AudienceLimits } from './limits.js';
import { type Excess, firstExcess } from './refusal.js';

/** What can be measured of a document without a schema; the largest of its operations counts. */
export interface Structure {
  depth: number;
  aliases: number;
  rootFields: number;
  selections: number;
  introspectionDepth: number;
}

/** Measures of one selection set, fragments written out. */
interface Part {
  fields: number;
  selections: number;
  depth: number;
  introspectionDepth: number;
}

const nothing: Part = { fields: 0, selections: 0, depth: 0, introspectionDepth: 0 };
const introspectionRoots = new Set(['__schema', '__type']);

/** Counts above this are all alike, and stay numbers that JSON can hold. */
const most = 1e12;

/**
 * Number of tokens of a text, counted up to `limit + 1`. A text that cannot be read has as many as were read before it broke: parsing will say the rest.
 * A text of fewer characters than the limit is not looked at.
 */
export function countTokens(text: string, limit: number): number {
  if (text.length <= limit) return 0;
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    while (count <= limit && lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    return count;
  }
  return count;
}

/**
 * Measures a document in time linear in its length: each fragment is measured once, however often it is used, so a bomb of fragments that double each
 * other costs no more than any other text. A circle of fragments counts once; validation refuses it.
 */
export function measureStructure(document: DocumentNode): Structure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const known = new Map<string, Part>();
  let aliases = 0;

  const fragmentPart = (name: string): Part => {
    const measured = known.get(name);
    if (measured) return measured;
    known.set(name, nothing);
    const fragment = fragments.get(name);
    const part = fragment ? partOf(fragment.selectionSet) : nothing;
    known.set(name, part);
    return part;
  };

  const partOf = (set: SelectionSetNode): Part => {
    const sum = { ...nothing };
    for (const selection of set.selections) {
      let part = nothing;
      if (selection.kind === Kind.FIELD) {
        if (selection.alias && selection.alias.value !== selection.name.value) aliases += 1;
        const inner = selection.selectionSet ? partOf(selection.selectionSet) : nothing;
        const introspective = introspectionRoots.has(selection.name.value);
        part = introspective
          ? { fields: 1, selections: inner.selections, depth: 0, introspectionDepth: inner.depth + 1 }
          : { fields: 1, selections: inner.selections, depth: inner.depth + 1, introspectionDepth: inner.introspectionDepth };
      } else {
        part = selection.kind === Kind.FRAGMENT_SPREAD ? fragmentPart(selection.name.value) : partOf(selection.selectionSet);
      }
      sum.fields = Math.min(sum.fields + part.fields, most);
      sum.selections = Math.min(sum.selections + part.selections + 1, most);
      sum.depth = Math.max(sum.depth, part.depth);
      sum.introspectionDepth = Math.max(sum.introspectionDepth, part.introspectionDepth);
    }
    return sum;
  };

  // Every fragment, so that aliases of one that no operation uses count as well.
  for (const name of fragments.keys()) fragmentPart(name);
  const parts = operations.map((operation) => partOf(operation.selectionSet));
  const largest = (measure: keyof Part) => Math.max(0, ...parts.map((part) => part[measure]));
  return {
    depth: largest('depth'),
    aliases,
    rootFields: largest('fields'),
    selections: largest('selections'),
    introspectionDepth: largest('introspectionDepth'),
  };
}

/** The first limit that a text breaks without a look at any schema. */
export function structureExcess(text: string, limits: Readonly<AudienceLimits>): Excess | null {
  const tokens = firstExcess({ tokens: countTokens(text, limits.tokens) }, limits);
  if (tokens) return tokens;
  try {
    return firstExcess({ ...measureStructure(parse(text, { noLocation: true, maxTokens: limits.tokens })) }, limits);
  } catch {
    return null;
  }
}
