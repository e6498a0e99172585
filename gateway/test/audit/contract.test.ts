import { afterAll, describe, expect, it } from '@jest/globals';
import { composeSupergraph } from '../../src/audiences/compose.js';
import { audienceSdl } from '../../src/audiences/supergraph.js';
import { createExecution } from '../../src/execution/execution.js';
import { createStockExecution } from '../../src/execution/stock.js';
import { Contender } from '../differential/contender.js';
import { type AuditSuite, callerOf, federated } from './suite.js';

const child = { __typename: 'Child', id: 'n1', name: 'Ada' };

/** Greetings of people whose names the region may not read. */
const subgraphs: AuditSuite['subgraphs'] = {
  people: {
    sdl: federated(
      'key tag',
      'type Query { people: [Human!]! @tag(name: "regional") } interface Human @key(fields: "id") { id: ID! name: String! } type Child implements Human @key(fields: "id") { id: ID! name: String! school: Int @tag(name: "regional") }',
    ),
    resolvers: { Query: { people: () => [child] }, Human: { __resolveReference: () => child }, Child: { __resolveReference: () => child } },
  },
  greetings: {
    sdl: federated(
      'key interfaceObject external requires tag',
      'type Query { greeted: [Human!]! @tag(name: "regional") } type Human @key(fields: "id") @interfaceObject { id: ID! name: String! @external greeting: String! @requires(fields: "name") @tag(name: "regional") }',
    ),
    resolvers: {
      Query: { greeted: () => [{ id: 'n1' }] },
      Human: { greeting: ({ name }: { name: string }) => `Good day, ${name}` },
    },
  },
};

describe('a contract whose interface object requires a field that is closed to the audience', () => {
  const supergraph = composeSupergraph(
    'REGIONAL',
    Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, sdl, url: 'http://127.0.0.1:1' })),
  );
  const started: Contender[] = [];
  afterAll(() => Promise.all(started.map((contender) => contender.stop())));

  it('does not open the field', () => {
    expect(audienceSdl(supergraph)).toContain('greeting: String!');
    expect(audienceSdl(supergraph)).not.toContain('name');
  });

  it.each([
    ['our executor', createExecution],
    ['@apollo/gateway', createStockExecution],
  ] as const)('is answered by %s from either side', async (_, create) => {
    const contender = await Contender.start(create, supergraph, callerOf({ name: 'contract', subgraphs, cases: [] }));
    started.push(contender);
    const answer = await contender.ask({ query: '{ people { greeting } greeted { greeting } }', variables: {}, operationName: undefined });
    expect(answer).toEqual({ data: { people: [{ greeting: 'Good day, Ada' }], greeted: [{ greeting: 'Good day, Ada' }] } });
  });
});
