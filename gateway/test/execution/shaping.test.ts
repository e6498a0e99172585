import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
  visit,
} from 'graphql';
import { compileShaper, irregular } from '../../src/execution/shape/compiled.js';
import { shapeExactly } from '../../src/execution/shape/exact.js';
import { Shaping } from '../../src/execution/shape/shaping.js';
import { queriesOf } from './queries.js';

const schema = buildSchema(`
scalar Json
enum Kind { RED GREEN }
interface Named { name: String id: ID! }
type Cat implements Named { name: String id: ID! lives: Int! friend: Named kind: Kind }
type Dog implements Named { name: String id: ID! barks: Boolean! friends: [Named!] owner: Person }
type Person { name: String! pets: [Pet] first: Pet! scores: [[Float!]!] json: Json self: Person }
union Pet = Cat | Dog
type Query { named: Named nameds: [Named!]! pet: Pet person: Person people: [Person!] must: Person! count: Int! word: String }
`);

const prepared = (query: string, conditions: Record<string, unknown> = {}) => {
  const document = parse(query);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  return {
    exactly: (data: Record<string, unknown>) => shapeExactly({ schema, operation, fragments, conditions, data, introspection: {} }),
    compiled: (data: Record<string, unknown>) => compileShaper({ schema, fragments, conditions }, operation)(data, {}),
    document,
  };
};

/** Shapes with one answer per row of a table: the data, what the client gets, and where the errors are. */
const shape = (query: string, data: Record<string, unknown>) => {
  const { data: shaped, violations } = prepared(query).exactly(data);
  return [JSON.parse(JSON.stringify(shaped)), violations.map(({ path }) => path.join('.'))];
};

const cat = { __typename: 'Cat', id: '1', name: null, lives: 9 };

describe('shaping step by step', () => {
  it.each<[string, string, Record<string, unknown>, unknown, string[]]>([
    ['a missing value is null', '{ word }', {}, { word: null }, []],
    ['a null where none may be empties the whole answer', '{ count word }', { word: 'x' }, null, ['count']],
    [
      '… the nearest object that may be null',
      '{ person { name } word }',
      { person: {}, word: 'x' },
      { person: null, word: 'x' },
      ['person.name'],
    ],
    [
      '… the list, where its entries may not be',
      '{ people { name } }',
      { people: [{ name: 'A' }, { name: null }] },
      { people: null },
      ['people.1.name'],
    ],
    [
      '… one entry, where it may be',
      '{ person { pets { ... on Cat { lives } } } }',
      { person: { pets: [cat, { ...cat, lives: null }] } },
      { person: { pets: [{ lives: 9 }, null] } },
      ['person.pets.1.lives'],
    ],
    [
      '… through several levels that may not be',
      '{ must { first { ... on Cat { lives } } } }',
      { must: { first: { __typename: 'Cat' } } },
      null,
      ['must.first.lives'],
    ],
    [
      '… the inner list of lists',
      '{ person { scores } }',
      { person: { scores: [[1], [null]] } },
      { person: { scores: null } },
      ['person.scores.1.0'],
    ],
    ['a leaf of the wrong type', '{ word }', { word: 5 }, { word: null }, ['word']],
    ['… which may not be null', '{ count }', { count: '5' }, null, ['count']],
    [
      'a value that the audience does not know',
      '{ named { ... on Cat { kind } } }',
      { named: { ...cat, kind: 'HIDDEN' } },
      { named: { kind: null } },
      ['named.kind'],
    ],
    ['an object where a list should be', '{ people { name } }', { people: { name: 'A' } }, { people: null }, ['people']],
    ['a list where an object should be', '{ person { name } }', { person: [{ name: 'A' }] }, { person: null }, ['person']],
    ['a word where an object should be', '{ person { name } }', { person: 'A' }, { person: null }, ['person']],
    [
      'a type that the audience does not know',
      '{ named { name } }',
      { named: { __typename: 'Ghost', name: 'x' } },
      { named: null },
      ['named'],
    ],
    [
      'a type that is not one of the possible',
      '{ named { name } }',
      { named: { __typename: 'Person', name: 'x' } },
      { named: null },
      ['named'],
    ],
    [
      'another type than the one of the field',
      '{ person { name } }',
      { person: { __typename: 'Cat', name: 'x' } },
      { person: null },
      ['person'],
    ],
    [
      'an object without its type that need not be known',
      '{ named { name ... on Cat { lives } } }',
      { named: { name: 'x' } },
      { named: { name: 'x' } },
      [],
    ],
    ['an object without its type that must be known', '{ named { __typename } }', { named: { name: 'x' } }, { named: null }, ['named']],
    [
      'the same field twice, its parts together',
      '{ person { name } person { json } }',
      { person: { name: 'A', json: [1] } },
      { person: { name: 'A', json: [1] } },
      [],
    ],
    [
      'two siblings, each its own',
      '{ a: person { name } b: person { name } }',
      { a: { name: null }, b: { name: 'B' } },
      { a: null, b: { name: 'B' } },
      ['a.name'],
    ],
    ['names that every object has', '{ constructor: word toString: person { name } }', {}, { constructor: null, toString: null }, []],
  ])('%s', (_, query, data, expected, errors) => {
    expect(shape(query, data)).toEqual([expected, errors]);
    // The compiled shaper gives the same, or says that it cannot.
    const { compiled } = prepared(query);
    if (errors.length || expected === null) expect(() => compiled(data)).toThrow();
  });

  it('keeps an alias that is a name of the language a name like any other', () => {
    const { compiled, exactly } = prepared('{ __proto__: word constructor: count }');
    const data = JSON.parse('{ "__proto__": "x", "constructor": 3 }');
    const text = '{"__proto__":"x","constructor":3}';
    expect(JSON.stringify(compiled(data))).toBe(text);
    expect(JSON.stringify(exactly(data).data)).toBe(text);
    expect(Object.getPrototypeOf(compiled(data))).toBe(Object.prototype);
  });
});

/** Small numbers from a seed: one seed, one row of them. */
function diceOf(seed: number): (sides: number) => number {
  let state = seed | 1;
  return (sides) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % sides;
  };
}

const values: Record<string, (dice: (sides: number) => number) => unknown> = {
  Int: (dice) => dice(1000) - 500,
  Float: (dice) => dice(1000) / 8,
  Boolean: (dice) => dice(2) === 0,
  Json: (dice) => [{ deep: [dice(9), null] }, 'x', 5][dice(3)],
};

/** A random value of a type, as a resolver would give it. */
function anyValue(type: GraphQLOutputType, dice: (sides: number) => number): unknown {
  if (isNonNullType(type)) return anyPresent(type.ofType, dice);
  return dice(6) === 0 ? null : anyPresent(type, dice);
}

function anyPresent(type: GraphQLOutputType, dice: (sides: number) => number): unknown {
  if (isListType(type)) return Array.from({ length: dice(4) }, () => anyValue(type.ofType, dice));
  if (isEnumType(type)) return type.getValues()[dice(2)]?.name;
  if (isObjectType(type)) return { __typename: type.name };
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return { __typename: possible[dice(possible.length)]?.name };
  }
  return values[getNamedType(type).name]?.(dice) ?? `word ${dice(9)}`;
}

/** Random data that subgraphs could have given for a query: it keeps to the schema, and every object says its type. */
function dataFor(document: DocumentNode, variableValues: Record<string, unknown>, seed: number): Record<string, unknown> {
  const dice = diceOf(seed);
  const typename = { kind: Kind.FIELD as const, name: { kind: Kind.NAME as const, value: '__typename' } };
  const named = visit(document, { [Kind.SELECTION_SET]: (set) => ({ ...set, selections: [...set.selections, typename] }) });
  const result = execute({
    schema,
    document: named,
    variableValues,
    rootValue: {},
    fieldResolver: (_, __, ___, info) => anyValue(info.returnType, dice),
  });
  return JSON.parse(JSON.stringify((result as ExecutionResult).data));
}

/** The same with here and there something that the schema may not allow. */
function spoiled(value: unknown, dice: (sides: number) => number): unknown {
  if (dice(12) === 0) return [null, 5, 'x', true, [], {}, [null], { __typename: 'Ghost' }, 1.5, undefined][dice(10)];
  if (Array.isArray(value)) return value.map((item) => spoiled(item, dice));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoiled(inner, dice)]));
}

const query = queriesOf(schema, 3);

describe('shaping by compiled code', () => {
  it('gives what shaping step by step gives, and what graphql-js gives, for data that keep to the schema', () => {
    let shaped = 0;
    fc.assert(
      fc.property(query, fc.nat(), fc.boolean(), (text, seed, yes) => {
        const conditions = { yes, no: false };
        const { compiled, exactly, document } = prepared(text, conditions);
        fc.pre(validate(schema, document).length === 0);
        const data = dataFor(document, conditions, seed);
        const before = JSON.stringify(data);
        const exact = exactly(data as Record<string, unknown>);
        expect(exact.violations).toEqual([]);
        const fast = compiled(data as Record<string, unknown>);
        expect(JSON.stringify(fast)).toBe(JSON.stringify(exact.data));
        expect(JSON.stringify(fast)).toBe(JSON.stringify(oracle(schema, document, data, conditions).data));
        // Neither writes to what it was given.
        expect(JSON.stringify(data)).toBe(before);
        shaped += 1;
      }),
      { numRuns: 200 },
    );
    expect(shaped).toBeGreaterThan(130);
  });

  it('never takes for good what shaping step by step finds wrong', () => {
    let found = 0;
    fc.assert(
      fc.property(query, fc.nat(), (text, seed) => {
        const conditions = { yes: true, no: false };
        const { compiled, exactly, document } = prepared(text, conditions);
        fc.pre(validate(schema, document).length === 0);
        const data = spoiled(dataFor(document, conditions, seed), diceOf(seed + 1));
        fc.pre(typeof data === 'object' && data !== null && !Array.isArray(data));
        const exact = exactly(data as Record<string, unknown>);
        try {
          const fast = compiled(data as Record<string, unknown>);
          expect(exact.violations).toEqual([]);
          expect(JSON.stringify(fast)).toBe(JSON.stringify(exact.data));
        } catch (error) {
          if (error !== irregular) throw error;
          found += 1;
        }
        const whole = new Shaping(schema, document, getOperationAST(document) as OperationDefinitionNode);
        expect(whole.shape(data as Record<string, unknown>, conditions, {})).toEqual(exact);
      }),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('shapes step by step when an operation has come with more sets of conditions than are kept compiled', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const text = `query (${names.map((name) => `$${name}: Boolean!`).join(' ')}) { ${names.map((name) => `${name}: word @include(if: $${name})`).join(' ')} }`;
    const document = parse(text);
    const shaping = new Shaping(schema, document, getOperationAST(document) as OperationDefinitionNode);
    const data = Object.fromEntries(names.map((name) => [name, `word ${name}`]));
    for (let bits = 0; bits < 32; bits++) {
      const held = names.filter((_, index) => bits & (1 << index));
      const conditions = Object.fromEntries(names.map((name) => [name, held.includes(name)]));
      expect(shaping.shape(data, conditions, conditions)).toEqual({
        data: Object.fromEntries(held.map((name) => [name, `word ${name}`])),
        violations: [],
      });
    }
  });
});

describe('the compiled shaping of an operation', () => {
  it('keeps nothing of the first request but what its conditions say', () => {
    const document = parse('query Q($yes: Boolean!) { nameds { ... on Cat { lives @include(if: $yes) } } }');
    const shaping = new Shaping(schema, document, getOperationAST(document) as OperationDefinitionNode);
    const first = { yes: true };
    expect(shaping.shape({ nameds: [] }, first, first).data).toEqual({ nameds: [] });
    // What is asked of a cat is compiled when the first cat comes.
    first.yes = false;
    expect(shaping.shape({ nameds: [cat] }, { yes: true }, {}).data).toEqual({ nameds: [{ lives: 9 }] });
  });
});

/** graphql-js over the same data: its default resolvers read the response names where fields have them. */
function oracle(schema: GraphQLSchema, document: ReturnType<typeof parse>, data: unknown, variableValues: Record<string, unknown>) {
  return execute({
    schema,
    document,
    variableValues,
    rootValue: data,
    fieldResolver: (source, _, __, { path }) => (source as Record<string, unknown>)[path.key],
  }) as { data: unknown };
}
