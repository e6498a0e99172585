import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildASTSchema,
  execute,
  GraphQLScalarType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { createExecution } from '../../src/execution/execution.js';
import { asking } from './ask.js';
import { libraryCaller, librarySdl, wholeResolvers } from './library.js';
import { queriesOf } from './queries.js';

/** The audience's schema with resolvers over all the data: no federation, no plan, no executor of ours. */
function whole(api: GraphQLSchema): GraphQLSchema {
  const schema = buildASTSchema(parse(printSchema(api)));
  for (const [name, fields] of Object.entries(wholeResolvers)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const [field, resolve] of Object.entries(fields)) {
      const definition = type.getFields()[field];
      if (definition) definition.resolve = resolve as never;
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLScalarType && type.name === 'Json') type.serialize = (value) => value;
    if (isInterfaceType(type) || isUnionType(type)) type.resolveType = (value) => (value as { __typename: string }).__typename;
  }
  return schema;
}

describe('a federated library', () => {
  it('answers every query as one schema over all the data would', async () => {
    const caller = libraryCaller();
    const graph = await asking(createExecution({ supergraphSdl: librarySdl, caller }));
    const oracle = whole(graph.schema());
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(queriesOf(graph.schema()), fc.boolean(), async (query, yes) => {
        const document = parse(query);
        fc.pre(validate(graph.schema(), document).length === 0);
        const answer = await graph.ask(query, { variables: { yes } });
        const expected = await execute({ schema: oracle, document, variableValues: { yes } });
        expect({ query, ...answer }).toEqual({ query, ...JSON.parse(JSON.stringify(expected)) });
        // The order of the fields is part of the answer.
        expect(JSON.stringify(answer.data)).toBe(JSON.stringify(expected.data));
        answered += 1;
      }),
      { numRuns: 150, seed: 20_261_122 },
    );
    expect(answered).toBeGreaterThan(100);
    expect(new Set(caller.seen.map(({ part }) => part)).size).toBe(3);
  });

  it.each([
    ['subscription { top { id } }', /subscription/],
    ['{ __proto__: top { id } }', /__proto__/],
    ['{ top { ...F } } fragment F on Review { __proto__: of { title } }', /__proto__/],
  ])('refuses %s with a code, and asks nobody', async (query, what) => {
    const caller = libraryCaller();
    const { ask } = await asking(createExecution({ supergraphSdl: librarySdl, caller }));
    const { data, errors } = await ask(query);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(what),
        extensions: { code: 'UNSUPPORTED_OPERATION', messageLv: expect.stringMatching(/^Šis grafs neatbalsta/) },
      },
    ]);
    expect(caller.seen).toEqual([]);
  });

  it('answers introspection beside fields, by condition and by variable', async () => {
    const { ask } = await asking(createExecution({ supergraphSdl: librarySdl, caller: libraryCaller() }));
    const query = `query ($name: String!, $with: Boolean!) {
      a: __type(name: $name) { name } b: __type(name: "Kind") { enumValues { name } } ...S @include(if: $with) boxes
    } fragment S on Query { __schema { mutationType { name } } }`;
    const b = { enumValues: [{ name: 'GREEN' }, { name: 'RED' }] };
    const short = await ask(query, { variables: { name: 'Author', with: false } });
    expect(short.data).toEqual({ a: { name: 'Author' }, b: { enumValues: expect.arrayContaining(b.enumValues) }, boxes: 3 });
    const { data } = await ask(query, { variables: { name: 'Nobody', with: true } });
    expect(data).toEqual({ a: null, b: expect.anything(), __schema: { mutationType: { name: 'Mutation' } }, boxes: 3 });
    // What the audience does not see is not there.
    expect(JSON.stringify(data)).not.toContain('HIDDEN');
  });

  it('tells what is wrong with a variable, and asks nobody', async () => {
    const caller = libraryCaller();
    const { ask } = await asking(createExecution({ supergraphSdl: librarySdl, caller }));
    const { data, errors } = await ask('query ($id: ID!) { book(id: $id) { title } }', { variables: { id: { not: 'an id' } } });
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toMatch(/^Variable "\$id" got invalid value/);
    expect(caller.seen).toEqual([]);
  });

  it('carries a mutation through in its order, whether or not its client waits, and then reads', async () => {
    const gone = new AbortController();
    gone.abort();
    const caller = libraryCaller();
    const { ask } = await asking(createExecution({ supergraphSdl: librarySdl, caller }));
    const { data } = await ask('mutation { a: rename(id: "b1", title: "x") { title stars } b: rename(id: "b2", title: "y") { title } }');
    expect(data).toEqual({ a: { title: 'x', stars: 2 }, b: { title: 'y' } });
    caller.seen.length = 0;
    await ask('mutation { rename(id: "b1", title: "x") { stars } }', { signal: gone.signal });
    expect(caller.seen.map(({ request }) => [request.query.slice(0, 8), request.signal?.aborted])).toEqual([
      ['mutation', undefined],
      ['query($r', true],
    ]);
  });
});
