import { describe, expect, it } from '@jest/globals';
import { createExecution } from '../../src/execution/execution.js';
import { type AuditSuite, callerOf, federated, supergraphOf } from '../audit/suite.js';
import { asking } from './ask.js';

const prices = { EUR: 10, USD: 12 };
let turn = 0;

/** A town that requires one price in euros and in dollars, and has lists of its own whose order changes from one reading to the next. */
const town: AuditSuite = {
  name: 'requirements with different arguments',
  subgraphs: {
    shop: {
      sdl: federated(
        'key',
        'type Query { shop: Int } type Item @key(fields: "id") { id: ID! price(currency: String!): Int group: Group } type Group { name: String }',
      ),
      resolvers: {
        Item: {
          price: ({ id }: { id: string }, { currency }: { currency: 'EUR' | 'USD' }) => prices[currency] * Number(id),
          group: ({ id }: { id: string }) => ({ name: `group ${id}` }),
        },
      },
    },
    office: {
      sdl: federated(
        'key external requires',
        `type Query { tops: [Item] } type Mutation { touch: Item }
         interface Priced { price(currency: String!): Int }
         type Item implements Priced @key(fields: "id") { id: ID! own: String price(currency: String!): Int @external group: Group @external
           inEuro: Int @requires(fields: "price(currency: \\"EUR\\") group { name }") inDollars: Int @requires(fields: "price(currency: \\"USD\\")") parts: [Part] }
         type Group { name: String @external }
         type Part @key(fields: "nr") { nr: Int! text: String }`,
      ),
      resolvers: {
        Query: { tops: () => (turn++ % 2 ? ['1', '2'] : ['2', '1']).map((id) => ({ id })) },
        Mutation: { touch: () => ({ id: `${++turn}` }) },
        Item: {
          own: ({ id }: { id: string }) => `own ${id}`,
          inEuro: ({ price, group }: { price: number; group: { name: string } }) => (group.name ? price : null),
          inDollars: ({ price }: { price: number }) => price,
          parts: ({ id }: { id: string }) => (turn++ % 2 ? [1, 2] : [2, 1]).map((nr) => ({ nr, text: `${id}.${nr}` })),
        },
      },
    },
  },
  cases: [],
};

/** The town, and what its subgraphs are asked. */
async function opened() {
  const asked: { subgraph: string; query: string }[] = [];
  const caller = callerOf(town);
  const unexpected: unknown[] = [];
  const { ask } = await asking(
    createExecution({
      supergraphSdl: supergraphOf(town),
      onUnexpected: (error) => unexpected.push(error),
      caller: {
        call: (subgraph, request) => {
          asked.push({ subgraph, query: request.query });
          return caller.call(subgraph, request);
        },
        health: caller.health.bind(caller),
        close: caller.close.bind(caller),
      },
    }),
  );
  return { ask, asked, unexpected };
}

describe('requirements of one field with different arguments', () => {
  it('leave a list that is asked for once to be read once, so that nothing is put together from two readings of it', async () => {
    const { ask, asked, unexpected } = await opened();
    for (let i = 0; i < 2; i++) {
      const { data, errors } = await ask('query Q { tops { id own inEuro inDollars parts { nr text } } }');
      expect([errors, unexpected]).toEqual([undefined, []]);
      for (const { id, own, inEuro, inDollars, parts } of data?.tops ?? []) {
        expect({ own, inEuro, inDollars }).toEqual({ own: `own ${id}`, inEuro: 10 * id, inDollars: 12 * id });
        for (const { nr, text } of parts) expect(text).toBe(`${id}.${nr}`);
      }
      expect(data?.tops).toHaveLength(2);
    }
    expect(asked.filter(({ query }) => query.includes('tops'))).toHaveLength(2);
    expect(asked.filter(({ query }) => query.includes('parts'))).toHaveLength(2);
  });

  it('send a change once, and call a subgraph by its own name', async () => {
    const { ask, asked } = await opened();
    const { data } = await ask('mutation M { touch { own inEuro inDollars } }');
    expect(data?.touch).toMatchObject({ own: expect.stringMatching(/^own/) });
    expect(data?.touch.inDollars / data?.touch.inEuro).toBeCloseTo(1.2);
    expect(asked.filter(({ query }) => query.includes('touch'))).toHaveLength(1);
    expect(new Set(asked.map(({ subgraph }) => subgraph))).toEqual(new Set(['shop', 'office']));
    expect(asked.filter(({ query }) => query.includes('part_'))).toEqual([]);
  });
});
