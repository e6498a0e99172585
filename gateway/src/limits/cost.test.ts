import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getOperationAST, parse, validate } from 'graphql';
import { composeSupergraphs } from '../audiences/compose.js';
import { costOf } from './cost.js';
import { readCostModel } from './cost-model.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", "@cost", "@listSize"])';
const open = '@tag(name: "regional") @tag(name: "partner")';
const supergraphOf = (sdl: string) => composeSupergraphs([{ name: 'registry', url: 'http://127.0.0.1:1', sdl: `${link}\n${sdl}` }]);

const supergraphs = supergraphOf(`
type Query {
  viewer: Person ${open}
  people(first: Int! = 20 ${open}, after: String ${open}): PersonConnection! ${open}
  towns: [Town!]! ${open}
  report(year: Int! @cost(weight: 7)): Report @cost(weight: 50)
  sample(size: Int, more: Int): [Person!] @listSize(slicingArguments: ["size", "more"], assumedSize: 3, requireOneSlicingArgument: false)
  pages(count: Int = 4): Pages @listSize(slicingArguments: ["count"], sizedFields: ["leaves"], requireOneSlicingArgument: false)
  few: [Town] @listSize(assumedSize: 2)
}
type Mutation { note(text: String!): Person }
type Person { id: ID! ${open} name: String friends(first: Int! = 20, after: String): PersonConnection! town: Town names: [String!] ${open} }
type PersonConnection { nodes: [Person!]! ${open} edges: [PersonEdge!]! ${open} totalCount: Int! ${open} }
type PersonEdge { node: Person! ${open} cursor: String! ${open} }
type Town { code: ID! ${open} people: [Person!] }
type Report @cost(weight: 9) { rows: [Row!] }
type Row { value: Heavy }
scalar Heavy @cost(weight: 2)
type Pages { leaves: [Town!] stems: [Town!] }
`);
const model = readCostModel(supergraphs.STAFF);

const cost = (text: string, variables?: Record<string, unknown>) => {
  const document = parse(text);
  expect(validate(model.schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('one operation');
  return costOf(model, document, operation, variables);
};

describe('the cost of an operation', () => {
  it.each([
    ['an object is one and its values nothing', '{ viewer { id name names } }', 1],
    ['objects below each other add up', '{ viewer { town { code } } }', 2],
    ['a list without a size is taken for ten', '{ towns { code people { id } } }', 10 * (1 + 10)],
    ['a page is as large as its argument says', '{ people(first: 5) { nodes { id town { code } } } }', 1 + 5 * 2],
    ['a page without an argument is as large as its default', '{ people { nodes { id } } }', 1 + 20],
    ['edges count, and their nodes', '{ people(first: 5) { edges { cursor node { id } } } }', 1 + 5 * 2],
    ['pages within pages multiply', '{ people(first: 100) { nodes { friends(first: 100) { nodes { id } } } } }', 1 + 100 * (1 + 1 + 100)],
    ['an empty page costs itself', '{ people(first: 0) { nodes { town { code } } totalCount } }', 1],
    ['a page below zero is no way to a discount', '{ a: people(first: -1000) { nodes { id } } towns { code } }', 1 + 10],
    ['a number of all is nothing', '{ people(first: 200) { totalCount } }', 1],
    ['the name of a type is nothing', '{ __typename viewer { __typename } }', 1],
    ['a mutation is costed as its answer', 'mutation { note(text: "x") { town { code } } }', 2],
    ['@cost on a field and its argument counts', '{ report(year: 2022) { rows { value } } }', 50 + 7 + 10 * (1 + 2)],
    ['@listSize says how many a list has', '{ few { code } }', 2],
    ['@listSize names the argument that says it, and the largest counts', '{ sample(size: 6, more: 8) { id } }', 8],
    ['@listSize assumes a size where no argument is given', '{ sample { id } }', 3],
    ['@listSize names the fields that the argument sizes', '{ pages(count: 6) { leaves { code } stems { code } } }', 1 + 6 + 10],
    ['the default of a slicing argument counts', '{ pages { leaves { code } } }', 1 + 4],
    ['what stands twice counts twice', '{ viewer { id } viewer { name } }', 2],
    ['what may be skipped counts', '{ viewer @skip(if: true) { id } }', 1],
  ])('%s', (_what, text, expected) => {
    expect(cost(text).cost).toBe(expected);
  });

  it.each([
    ['its value', { n: 7 }, 8],
    ['its default where it is absent', {}, 4],
    ["its default where it is not the variable's own", Object.create({ n: 7 }), 4],
    ["the argument's default where it is no number: execution refuses it", { n: '100000' }, 21],
  ])('a variable counts by %s', (_what, variables, expected) => {
    expect(cost('query ($n: Int = 3) { people(first: $n) { nodes { id } } }', variables as Record<string, unknown>).cost).toBe(expected);
  });

  it('tells the largest page asked for, wherever it stands', () => {
    expect(cost('{ viewer { id } }').page).toBeNull();
    expect(cost('{ people(first: 3) { nodes { friends(first: 201) { totalCount } } } }').page).toEqual({ argument: 'first', size: 201 });
    expect(cost('query ($n: Int!) { ...F } fragment F on Query { people(first: $n) { totalCount } }', { n: 1e9 }).page?.size).toBe(1e9);
  });

  it('gives a fragment the size of the page on which it is used, each time', () => {
    const text = '{ a: people(first: 3) { ...P } b: people(first: 50) { ...P } } fragment P on PersonConnection { nodes { id } }';
    expect(cost(text).cost).toBe(1 + 3 + 1 + 50);
  });

  it('of a bomb of fragments that double each other is found, and is over any limit', () => {
    const bomb = `{ viewer { ...F0 } } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Person { a${i}: town { code } friends { nodes { ...F${i + 1} } edges { node { ...F${i + 1} } } } }`).join(' ')} fragment F60 on Person { id }`;
    expect(cost(bomb).cost).toBe(1e12);
  });

  it('comes to an end for a circle of fragments that validation would refuse, and passes over names that nobody knows', () => {
    const document = parse('{ viewer { ...A nobody { id } } } fragment A on Person { id ...A town { people { ...A } } }');
    expect(costOf(model, document, getOperationAST(document) as never).cost).toBe(1 + 1 + 10);
  });

  it('counts introspection apart', () => {
    expect(cost('{ __schema { types { fields { name } } } viewer { id } }')).toMatchObject({
      cost: 1,
      introspectionCost: 1 + 10 * (1 + 10),
    });
    expect(cost('{ ...I } fragment I on Query { __type(name: "Town") { fields { name } } }')).toMatchObject({
      cost: 0,
      introspectionCost: 11,
    });
  });

  it("knows the directives in a contract, and nothing of what is not the audience's", () => {
    const partner = readCostModel(supergraphs.PARTNER);
    const document = parse('{ people(first: 5) { nodes { id name } } }');
    expect(costOf(partner, document, getOperationAST(document) as never).cost).toBe(6);
    expect(validate(partner.schema, document)).toHaveLength(1);
  });

  it('refuses to leave @cost on an input field uncounted', () => {
    const sdl = `type Query { a(i: In ${open}): Int ${open} } input In { x: Int ${open} @cost(weight: 5) }`;
    expect(() => readCostModel(supergraphOf(sdl).STAFF)).toThrow('@cost on In.x is not counted: put it on the argument');
  });
});

/** A selection as a tree: what a random query is made of. */
interface Tree {
  text: string;
  type: string;
  below: Tree[];
}

const children: Record<string, (readonly [text: string, type: string | null])[]> = {
  Query: [
    ['viewer', 'Person'],
    ['people(first: 3)', 'PersonConnection'],
    ['people(first: 0)', 'PersonConnection'],
    ['towns', 'Town'],
    ['report(year: 1)', 'Report'],
    ['pages(count: 2)', 'Pages'],
  ],
  Person: [
    ['id', null],
    ['town', 'Town'],
    ['friends(first: 7)', 'PersonConnection'],
  ],
  PersonConnection: [
    ['totalCount', null],
    ['nodes', 'Person'],
    ['edges', 'PersonEdge'],
  ],
  PersonEdge: [
    ['cursor', null],
    ['node', 'Person'],
  ],
  Town: [
    ['code', null],
    ['people', 'Person'],
  ],
  Report: [['rows', 'Row']],
  Row: [['value', null]],
  Pages: [
    ['leaves', 'Town'],
    ['stems', 'Town'],
  ],
};

const treesOf = (type: string, depth: number): fc.Arbitrary<Tree[]> =>
  fc.array(
    fc.constantFrom(...(children[type] ?? [])).chain(([text, below]) => {
      if (!below) return fc.constant<Tree>({ text, type: '', below: [] });
      const trees = depth > 0 ? treesOf(below, depth - 1) : fc.constant<Tree[]>([]);
      return trees.map((inner): Tree => ({ text, type: below, below: inner }));
    }),
    { maxLength: 3 },
  );

/** Writes trees; every field gets a name of its own, so that equal ones with other arguments do not clash. `fragments` collects what is put into fragments. */
function write(trees: Tree[], fragments: string[] | null, at = ''): string {
  const fields = trees.map(({ text, type, below }, i) => {
    const set = type ? ` { __typename ${write(below, fragments, `${at}_${i}`)} }` : '';
    const field = `f${at}_${i}: ${text}`;
    if (!fragments || !type) return `${field}${set}`;
    const name = `F${at}_${i}`;
    fragments.push(`fragment ${name} on ${type}${set}`);
    return `${field} { ...${name} }`;
  });
  return fields.join(' ');
}

const query = (trees: Tree[], inFragments = false): string => {
  const fragments: string[] = [];
  const text = `{ __typename ${write(trees, inFragments ? fragments : null)} }`;
  return [text, ...fragments].join('\n');
};

/** The same trees with more fields in one place. */
function grown(trees: Tree[], path: number[], more: (type: string) => Tree[], type = 'Query'): Tree[] {
  const composite = trees.filter((tree) => tree.type);
  const [step, ...rest] = path;
  const into = step === undefined || composite.length === 0 ? undefined : composite[step % composite.length];
  if (!into) return [...trees, ...more(type)];
  return trees.map((tree) => (tree === into ? { ...tree, below: grown(tree.below, rest, more, tree.type) } : tree));
}

describe('the cost of any operation', () => {
  it('is the same whether it is written with fragments or without', () => {
    fc.assert(
      fc.property(treesOf('Query', 4), (trees) => expect(cost(query(trees, true))).toEqual(cost(query(trees)))),
      { numRuns: 150 },
    );
  });

  it('never falls when fields are added', () => {
    const more = (type: string): Tree[] => (children[type] ?? []).map(([text, below]) => ({ text, type: below ?? '', below: [] }));
    fc.assert(
      fc.property(treesOf('Query', 4), fc.array(fc.nat(5), { maxLength: 4 }), (trees, path) => {
        expect(cost(query(grown(trees, path, more))).cost).toBeGreaterThanOrEqual(cost(query(trees)).cost);
      }),
      { numRuns: 150 },
    );
  });

  it('never falls when a page grows', () => {
    const text = 'query ($n: Int!) { people(first: $n) { nodes { town { code } friends(first: $n) { edges { node { id } } } } } }';
    fc.assert(fc.property(fc.nat(500), fc.nat(500), (a, b) => cost(text, { n: a + b }).cost >= cost(text, { n: a }).cost));
  });
});
