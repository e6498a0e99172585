import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLError } from 'graphql';
import { checkRepresentations, type ReadyDocument, readDocument, subgraphLimits } from './document.js';

const schema = buildSchema(`
  scalar _Any
  type Node { next: Node name: String }
  type Query { node(name: String, in: In): Node _entities(representations: [_Any!]!): [Node] }
  input In { texts: [String!] }
`);

const read = (query: string) => readDocument(schema, query);
const codeOf = (query: string): unknown => {
  const found = read(query);
  return 'document' in found ? 'READY' : (found[0] as GraphQLError).extensions.code;
};
/** A question of so many fields within fields. */
const deep = (levels: number) => `{ node ${'{ next '.repeat(levels - 2)} { name } ${'}'.repeat(levels - 2)} }`;

describe('a document', () => {
  it('is read up to its limits, and refused beyond them', () => {
    expect(codeOf(deep(subgraphLimits.depth))).toBe('READY');
    expect(codeOf(deep(subgraphLimits.depth + 1))).toBe('COST_LIMIT');
    // 16 tokens around the texts.
    const long = (count: number) => `{ node(in: { texts: [${'"" '.repeat(count)}] }) { name } }`;
    expect(codeOf(long(subgraphLimits.tokens - 16))).toBe('READY');
    expect(codeOf(long(subgraphLimits.tokens - 15))).toBe('COST_LIMIT');
  });

  it('says in both languages which limit it is over', () => {
    expect(read(deep(31))).toMatchObject([
      {
        message: 'The request asks for too much: depth, at most 30',
        extensions: { messageLv: 'Pieprasījums ir pārāk apjomīgs: dziļums, atļauts ne vairāk kā 30', measure: 'depth', limit: 30 },
      },
    ]);
  });

  it('is measured through its fragments, whatever their order', () => {
    const chain = (count: number, order: (fragments: string[]) => string[]) => {
      const fragments = Array.from(
        { length: count },
        (_, n) => `fragment F${n} on Node { next { ${n + 1 < count ? `...F${n + 1}` : 'name'} } }`,
      );
      return `{ node { ...F0 } } ${order(fragments).join(' ')}`;
    };
    for (const order of [(all: string[]) => all, (all: string[]) => all.toReversed()]) {
      expect(codeOf(chain(28, order))).toBe('READY');
      expect(codeOf(chain(29, order))).toBe('COST_LIMIT');
      expect(codeOf(chain(1200, order))).toBe('COST_LIMIT');
    }
    const doubling = Array.from({ length: 200 }, (_, n) => `fragment F${n} on Node { next { ...F${n + 1} } a: next { ...F${n + 1} } }`);
    expect(codeOf(`{ node { ...F0 } } ${doubling.join(' ')} fragment F200 on Node { name }`)).toBe('COST_LIMIT');
  });

  it('with a circle of fragments, or brackets without end, is refused and not followed', () => {
    const circle = read('{ node { ...A } } fragment A on Node { next { ...B } } fragment B on Node { next { ...A } }');
    expect(circle).toMatchObject([{ message: 'Cannot spread fragment "A" within itself via "B".' }]);
    expect(codeOf(`{ node ${'{ ... '.repeat(5000)}`)).toBe('COST_LIMIT');
    expect(codeOf(`{ node(name: ${'['.repeat(7000)}${']'.repeat(7000)}) { name } }`)).toBe('COST_LIMIT');
  });

  it('that cannot be read keeps the error of the language', () => {
    expect(read('{ node {')).toMatchObject([{ message: expect.stringMatching(/^Syntax Error/) }]);
    expect(read('{ node { nothing } }')).toMatchObject([{ message: expect.stringMatching(/^Cannot query field/) }]);
  });

  it('may not hold U+0000 in a literal, and hears where it stands', () => {
    const nul = String.raw`"a\u0000b"`;
    expect(read(`{ node(in: { texts: ["good", ${nul}] }) { name } }`)).toMatchObject([
      {
        message: 'Argument "in.texts[1]" must not hold the character U+0000 or half of a surrogate pair',
        extensions: { code: 'BAD_USER_INPUT', argument: 'in.texts[1]', messageLv: expect.stringContaining('nedrīkst saturēt') },
      },
    ]);
    expect(read(`query($n: String = ${nul}) { node(name: $n) { name } }`)).toMatchObject([
      { message: 'Variable "$n" must not hold the character U+0000 or half of a surrogate pair', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(codeOf(String.raw`{ node(name: "a\\u0000b") { name } }`)).toBe('READY');
  });
});

describe('representations', () => {
  const ready = read(
    'query($a: [_Any!]!) { _entities(representations: $a) { name } b: _entities(representations: $a) { name } }',
  ) as ReadyDocument;
  const of = (count: number) => ({ a: Array.from({ length: count }, () => ({ __typename: 'Node' })) });

  it('are counted as often as they are asked for', () => {
    expect(() => checkRepresentations(ready, of(5000))).not.toThrow();
    expect(() => checkRepresentations(ready, of(5001))).toThrow('The request asks for too much: representations, at most 10000');
  });
});
