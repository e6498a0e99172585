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
      { numRuns: 150 },
    );
    expect(answered).toBeGreaterThan(100);
    expect(new Set(caller.seen.map(({ part }) => part)).size).toBe(3);
  });
});
