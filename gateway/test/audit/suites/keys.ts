import { type AuditSuite, both, federated } from '../suite.js';

const byId =
  <T extends { id: string }>(rows: readonly T[]) =>
  ({ id }: { id: string }) =>
    rows.find((row) => row.id === id) ?? null;

const users = [
  { id: 'u1', email: 'one@example.test', name: 'One' },
  { id: 'u2', email: 'two@example.test', name: 'Two' },
];

const simple: AuditSuite = {
  name: 'simple-entity-call: an entity that another subgraph knows by another key',
  subgraphs: {
    users: {
      sdl: federated(
        'key',
        'type Query { user: User users: [User!]! } type User @key(fields: "id") { id: ID! email: String! name: String }',
      ),
      resolvers: { Query: { user: () => users[0], users: () => users }, User: { __resolveReference: byId(users) } },
    },
    nicknames: {
      sdl: federated('key external', 'type User @key(fields: "email") { email: String! @external nickname: String! }'),
      resolvers: { User: { nickname: ({ email }: { email: string }) => email.split('@')[0] } },
    },
  },
  cases: [
    { query: '{ user { id nickname } }', data: { user: { id: 'u1', nickname: 'one' } }, holds: both },
    { query: '{ users { nickname } }', data: { users: [{ nickname: 'one' }, { nickname: 'two' }] }, holds: both },
    { query: '{ user { __typename other: nickname } }', data: { user: { __typename: 'User', other: 'one' } }, holds: both },
  ],
};

const lists = [
  { id: '1', pid: 'p1', category: { id: 'c1', tag: 't1' } },
  { id: '2', pid: 'p2', category: { id: 'c2', tag: 't2' } },
];

const complex: AuditSuite = {
  name: 'complex-entity-call: keys of lists and of objects in objects',
  subgraphs: {
    parts: {
      sdl: federated(
        'key shareable',
        'type Query { top: Parcel } type Parcel @key(fields: "parts { id }") { parts: [Part!]! } type Part @key(fields: "id") { id: ID! }',
      ),
      resolvers: { Query: { top: () => ({ parts: [{ id: '1' }, { id: '2' }] }) }, Part: { __resolveReference: byId(lists) } },
    },
    names: {
      sdl: federated(
        'key shareable',
        'type Parcel @key(fields: "parts { id pid }") { parts: [Part!]! first: Part } type Part @key(fields: "id") @key(fields: "id pid") { id: ID! pid: String category: Category @shareable } type Category @key(fields: "id tag") { id: ID! tag: String }',
      ),
      resolvers: {
        Parcel: {
          __resolveReference: ({ parts }: { parts: { id: string }[] }) => ({ parts, first: lists.find(({ id }) => id === parts[0]?.id) }),
        },
        Part: { __resolveReference: byId(lists) },
      },
    },
    links: {
      sdl: federated(
        'key shareable',
        'type Parcel @key(fields: "parts { id }") { parts: [Part!]! weight: Int } type Part @key(fields: "id") { id: ID! pid: String @shareable }',
      ),
      resolvers: { Parcel: { weight: ({ parts }: { parts: unknown[] }) => parts.length * 10 }, Part: { __resolveReference: byId(lists) } },
    },
    prices: {
      sdl: federated('key', 'type Category @key(fields: "id tag") { id: ID! tag: String price: Int }'),
      resolvers: { Category: { price: ({ id, tag }: { id: string; tag: string }) => (id && tag ? Number(id.slice(1)) * 100 : null) } },
    },
  },
  cases: [
    { query: '{ top { weight } }', data: { top: { weight: 20 } }, holds: both },
    {
      query: '{ top { parts { id category { price } } first { id category { id price } } } }',
      data: {
        top: {
          parts: [
            { id: '1', category: { price: 100 } },
            { id: '2', category: { price: 200 } },
          ],
          first: { id: '1', category: { id: 'c1', price: 100 } },
        },
      },
      holds: both,
    },
  ],
};

const nullKeys: AuditSuite = {
  name: 'null-keys: one of several keys is null',
  subgraphs: {
    offers: {
      sdl: federated('key', 'type Query { offers: [Offer] } type Offer { ware: Ware } type Ware @key(fields: "upc") { upc: ID! }'),
      resolvers: { Query: { offers: () => ['a', 'b', 'c'].map((upc) => ({ ware: { upc } })) } },
    },
    bridge: {
      sdl: federated('key', 'type Ware @key(fields: "id") @key(fields: "upc") { id: ID upc: ID! }'),
      resolvers: {
        Ware: { __resolveReference: ({ upc }: { upc: string }) => (upc === 'c' ? null : { upc, id: upc === 'b' ? null : `id-${upc}` }) },
      },
    },
    names: {
      sdl: federated('key', 'type Ware @key(fields: "id") { id: ID name: String }'),
      resolvers: { Ware: { __resolveReference: ({ id }: { id: string | null }) => (id ? { id, name: `name of ${id}` } : null) } },
    },
  },
  cases: [
    {
      query: '{ offers { ware { upc name } } }',
      data: {
        offers: [{ ware: { upc: 'a', name: 'name of id-a' } }, { ware: { upc: 'b', name: null } }, { ware: { upc: 'c', name: null } }],
      },
      holds: both,
    },
  ],
};

const overridden: AuditSuite = {
  name: 'simple-override: a field that moved',
  subgraphs: {
    old: {
      sdl: federated('key shareable', 'type Query { feed: [Post] } type Post @key(fields: "id") { id: ID! createdAt: String! }'),
      resolvers: {
        Query: { feed: () => [{ id: 'p1', createdAt: 'old' }] },
        Post: { __resolveReference: ({ id }: { id: string }) => ({ id, createdAt: 'old' }) },
      },
    },
    fresh: {
      sdl: federated(
        'key override',
        'type Query { newest: [Post] } type Post @key(fields: "id") { id: ID! createdAt: String! @override(from: "old") }',
      ),
      resolvers: {
        Query: { newest: () => [{ id: 'p1', createdAt: 'new' }] },
        Post: { __resolveReference: ({ id }: { id: string }) => ({ id, createdAt: 'new' }) },
      },
    },
  },
  cases: [
    { query: '{ feed { id createdAt } }', data: { feed: [{ id: 'p1', createdAt: 'new' }] }, holds: both },
    { query: '{ newest { createdAt } feed { id } }', data: { newest: [{ createdAt: 'new' }], feed: [{ id: 'p1' }] }, holds: both },
  ],
};

const firstFederation: AuditSuite = {
  name: 'fed1-external-extension: subgraphs without a link, extensions and @extends',
  subgraphs: {
    people: {
      sdl: 'type Query { someone: Person byName: Person @provides(fields: "name") } extend type Person @key(fields: "id") { id: ID! @external rid: ID name: String! @external }',
      resolvers: {
        Query: { someone: () => ({ id: 'u1', rid: 'u1-rid' }), byName: () => ({ id: 'u2', name: 'Two', rid: 'u2-rid' }) },
        Person: { __resolveReference: ({ id }: { id: string }) => ({ id, rid: `${id}-rid` }) },
      },
    },
    names: {
      sdl: 'type Query { anyone: Person } type Person @key(fields: "id") { id: ID! name: String! }',
      resolvers: { Query: { anyone: () => ({ id: 'u1', name: 'One' }) }, Person: { __resolveReference: byId(users) } },
    },
  },
  cases: [
    { query: '{ someone { id name rid } }', data: { someone: { id: 'u1', name: 'One', rid: 'u1-rid' } }, holds: both },
    { query: '{ anyone { id rid name } }', data: { anyone: { id: 'u1', rid: 'u1-rid', name: 'One' } }, holds: both },
    { query: '{ byName { id name rid } }', data: { byName: { id: 'u2', name: 'Two', rid: 'u2-rid' } }, holds: both },
  ],
};

const secondFederation: AuditSuite = {
  name: 'fed2-external-extension: the same with a link',
  subgraphs: {
    people: {
      sdl: federated(
        'key external provides extends',
        'type Query { someone: Person byName: Person @provides(fields: "name") } type Person @extends @key(fields: "id") { id: ID! @external rid: ID name: String! @external }',
      ),
      resolvers: {
        Query: { someone: () => ({ id: 'u1', rid: 'u1-rid' }), byName: () => ({ id: 'u2', name: 'Two', rid: 'u2-rid' }) },
        Person: { __resolveReference: ({ id }: { id: string }) => ({ id, rid: `${id}-rid` }) },
      },
    },
    names: {
      sdl: federated('key', 'type Query { anyone: Person } type Person @key(fields: "id") { id: ID! name: String! }'),
      resolvers: { Query: { anyone: () => ({ id: 'u1', name: 'One' }) }, Person: { __resolveReference: byId(users) } },
    },
  },
  cases: firstFederation.cases,
};

/** Suites about keys, and about who owns a field. */
export const keySuites: readonly AuditSuite[] = [simple, complex, nullKeys, overridden, firstFederation, secondFederation];
