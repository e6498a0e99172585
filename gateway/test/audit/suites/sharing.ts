import { type AuditSuite, both, federated } from '../suite.js';

const enums: AuditSuite = {
  name: 'enum-intersection: values that not every subgraph knows, and values that are closed',
  subgraphs: {
    a: {
      sdl: federated(
        'key shareable inaccessible',
        'type Query { users: [User!]! typed(kind: Kind): String } type User @key(fields: "id") { id: ID! kind: Kind @shareable must: Kind! } enum Kind { REGULAR ANONYMOUS @inaccessible }',
      ),
      resolvers: {
        Query: {
          users: () => [
            { id: '1', kind: 'REGULAR', must: 'REGULAR' },
            { id: '2', kind: 'ANONYMOUS', must: 'REGULAR' },
          ],
          typed: (_: unknown, { kind }: { kind?: string }) => kind ?? 'none',
        },
        User: { __resolveReference: ({ id }: { id: string }) => ({ id, kind: id === '1' ? 'REGULAR' : 'ANONYMOUS', must: 'ANONYMOUS' }) },
      },
    },
    b: {
      sdl: federated(
        'key shareable',
        'type Query { second: [User] } type User @key(fields: "id") { id: ID! kind: Kind @shareable } enum Kind { REGULAR ANONYMOUS }',
      ),
      resolvers: {
        Query: {
          second: () => [
            { id: '1', kind: 'REGULAR' },
            { id: '2', kind: 'ANONYMOUS' },
          ],
        },
      },
    },
  },
  cases: [
    {
      query: '{ users { id kind } }',
      data: {
        users: [
          { id: '1', kind: 'REGULAR' },
          { id: '2', kind: null },
        ],
      },
      errors: true,
      holds: both,
    },
    {
      query: '{ users { id must } }',
      data: {
        users: [
          { id: '1', must: 'REGULAR' },
          { id: '2', must: 'REGULAR' },
        ],
      },
      holds: both,
    },
    { query: '{ second { must } }', data: { second: [null, null] }, errors: true, holds: both },
    { query: '{ typed(kind: REGULAR) }', data: { typed: 'REGULAR' }, holds: both },
    { query: 'query ($kind: Kind) { typed(kind: $kind) }', variables: { kind: 'ANONYMOUS' }, data: undefined, errors: true, holds: both },
  ],
};

const inputs: AuditSuite = {
  name: 'input-object-intersection: fields of an input that both subgraphs know',
  subgraphs: {
    a: {
      sdl: federated('shareable', 'type Query { inA(filter: Filter!): String! } input Filter { first: Int! = 1 tag: String }'),
      resolvers: {
        Query: { inA: (_: unknown, { filter }: { filter: { first: number; tag?: string } }) => `${filter.first} ${filter.tag ?? '-'}` },
      },
    },
    b: {
      sdl: federated('shareable', 'type Query { inB(filter: Filter!): String! } input Filter { first: Int! = 1 }'),
      resolvers: { Query: { inB: (_: unknown, { filter }: { filter: { first: number } }) => String(filter.first) } },
    },
  },
  cases: [
    { query: '{ inA(filter: { first: 3 }) inB(filter: {}) }', data: { inA: '3 -', inB: '1' }, holds: both },
    {
      query: 'query ($f: Filter!) { inA(filter: $f) other: inB(filter: $f) }',
      variables: { f: { first: 7 } },
      data: { inA: '7 -', other: '7' },
      holds: both,
    },
    { query: '{ inA(filter: { first: 3, tag: "x" }) }', data: undefined, errors: true, holds: both },
  ],
};

const nested: AuditSuite = {
  name: 'nested-provides: what is provided within what is provided',
  subgraphs: {
    all: {
      sdl: federated(
        'key external provides',
        'type Query { wares: [Ware] @provides(fields: "groups { id name }") } type Ware @key(fields: "id") { id: ID! groups: [Group] @external } type Group @key(fields: "id") { id: ID! name: String @external }',
      ),
      resolvers: { Query: { wares: () => [{ id: 'w1', groups: [{ id: 'g1', name: 'provided' }] }] } },
    },
    groups: {
      sdl: federated(
        'key shareable',
        'type Ware @key(fields: "id") { id: ID! groups: [Group] @shareable } type Group @key(fields: "id") { id: ID! name: String @shareable below: [Group] }',
      ),
      resolvers: {
        Ware: { groups: () => [{ id: 'g1', name: 'owned', below: [] }] },
        Group: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'owned', below: [{ id: 'g2', name: 'owned too' }] }) },
      },
    },
  },
  cases: [
    {
      query: '{ wares { id groups { id name } } }',
      data: { wares: [{ id: 'w1', groups: [{ id: 'g1', name: 'provided' }] }] },
      holds: both,
    },
    {
      query: '{ wares { groups { below { id name } } } }',
      data: { wares: [{ groups: [{ below: [{ id: 'g2', name: 'owned too' }] }] }] },
      holds: both,
    },
  ],
};

const sharedRoot: AuditSuite = {
  name: 'shared-root: a root field that each subgraph fills with its own part',
  subgraphs: Object.fromEntries(
    (['name', 'group', 'price'] as const).map((field) => [
      field,
      {
        sdl: federated(
          'shareable',
          `type Query { ware: Ware! @shareable wares: [Ware!]! @shareable } type Ware { id: ID! @shareable ${field}: Part_${field} } type Part_${field} { value: String! }`,
        ),
        resolvers: {
          Query: {
            ware: () => ({ id: '1', [field]: { value: `${field} 1` } }),
            wares: () => ['1', '2'].map((id) => ({ id, [field]: { value: `${field} ${id}` } })),
          },
        },
      },
    ]),
  ),
  cases: [
    {
      query: '{ ware { id name { value } group { value } price { value } } }',
      data: { ware: { id: '1', name: { value: 'name 1' }, group: { value: 'group 1' }, price: { value: 'price 1' } } },
      holds: both,
    },
    {
      query: '{ wares { id price { value } name { value } } }',
      data: {
        wares: [
          { id: '1', price: { value: 'price 1' }, name: { value: 'name 1' } },
          { id: '2', price: { value: 'price 2' }, name: { value: 'name 2' } },
        ],
      },
      holds: both,
    },
  ],
};

/** Suites about values, inputs and fields that subgraphs share. */
export const sharingSuites: readonly AuditSuite[] = [enums, inputs, nested, sharedRoot];
