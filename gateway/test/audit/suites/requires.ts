import { type AuditSuite, both, federated } from '../suite.js';

const wares = [
  { upc: 'p1', name: 'Stool', weight: 4, price: 20 },
  { upc: 'p2', name: 'Bench', weight: 40, price: 600 },
];
const wareOf = ({ upc }: { upc: string }) => wares.find((ware) => ware.upc === upc) ?? null;

const provides: AuditSuite = {
  name: 'simple-requires-provides: requirements of another subgraph, fields that a path provides',
  subgraphs: {
    accounts: {
      sdl: federated(
        'key shareable',
        'type Query { me: User } type User @key(fields: "id") { id: ID! name: String @shareable username: String @shareable }',
      ),
      resolvers: {
        Query: { me: () => ({ id: 'u1', name: 'Uldis', username: 'from accounts' }) },
        User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Uldis', username: 'from accounts' }) },
      },
    },
    stock: {
      sdl: federated(
        'key external requires',
        'type Ware @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean freight: Int @requires(fields: "price weight") freightTag: String @requires(fields: "price weight") }',
      ),
      resolvers: {
        Ware: {
          inStock: ({ upc }: { upc: string }) => upc === 'p1',
          freight: ({ price, weight }: { price: number; weight: number }) => (price > 500 ? 0 : weight * 10),
          freightTag: ({ upc, price, weight }: { upc: string; price: number; weight: number }) =>
            `#${upc}#${price > 500 ? 0 : weight * 10}#`,
        },
      },
    },
    wares: {
      sdl: federated(
        'key',
        'type Query { wares: [Ware] } type Ware @key(fields: "upc") { upc: String! name: String price: Int weight: Int }',
      ),
      resolvers: { Query: { wares: () => wares }, Ware: { __resolveReference: wareOf } },
    },
    reviews: {
      sdl: federated(
        'key external provides',
        'type Review { id: ID! author: User @provides(fields: "username") ware: Ware } type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] } type Ware @key(fields: "upc") { upc: String! reviews: [Review] }',
      ),
      resolvers: {
        User: { reviews: () => [{ id: 'r1', author: { id: 'u1', username: 'from reviews' }, ware: { upc: 'p1' } }] },
        Ware: {
          reviews: ({ upc }: { upc: string }) =>
            upc === 'p1' ? [{ id: 'r1', author: { id: 'u1', username: 'from reviews' }, ware: { upc } }] : [],
        },
      },
    },
  },
  cases: [
    {
      query: '{ wares { upc freight } }',
      data: {
        wares: [
          { upc: 'p1', freight: 40 },
          { upc: 'p2', freight: 0 },
        ],
      },
      holds: both,
    },
    {
      query: '{ wares { name freight freightTag inStock reviews { id } } }',
      data: {
        wares: [
          { name: 'Stool', freight: 40, freightTag: '#p1#40#', inStock: true, reviews: [{ id: 'r1' }] },
          { name: 'Bench', freight: 0, freightTag: '#p2#0#', inStock: false, reviews: [] },
        ],
      },
      holds: both,
    },
    // Provided by the path: no other subgraph is asked for it.
    {
      query: '{ me { reviews { author { username } } } }',
      data: { me: { reviews: [{ author: { username: 'from reviews' } }] } },
      holds: both,
    },
    {
      query: '{ me { name reviews { author { id name } ware { freight } } } }',
      data: { me: { name: 'Uldis', reviews: [{ author: { id: 'u1', name: 'Uldis' }, ware: { freight: 40 } }] } },
      holds: both,
    },
    { query: '{ wares { freight @include(if: false) upc } }', data: { wares: [{ upc: 'p1' }, { upc: 'p2' }] }, holds: both },
    {
      query: 'query ($skip: Boolean!) { wares { freight @skip(if: $skip) inStock @include(if: $skip) } }',
      variables: { skip: false },
      data: { wares: [{ freight: 40 }, { freight: 0 }] },
      holds: both,
    },
  ],
};

const chain: AuditSuite = {
  name: 'requires-requires: requirements that themselves require',
  subgraphs: {
    prices: {
      sdl: federated('key inaccessible', 'type Ware @key(fields: "upc") { upc: String! price: Int! @inaccessible }'),
      resolvers: { Ware: { __resolveReference: wareOf } },
    },
    shop: {
      sdl: federated('key', 'type Query { ware: Ware } type Ware @key(fields: "upc") { upc: String! reduced: Boolean! }'),
      resolvers: { Query: { ware: () => ({ upc: 'p2' }) }, Ware: { reduced: () => true } },
    },
    judge: {
      sdl: federated(
        'key external requires',
        'type Ware @key(fields: "upc") { upc: String! price: Int! @external reduced: Boolean! @external dear: Boolean! @requires(fields: "price") dearThough: Boolean! @requires(fields: "price reduced") }',
      ),
      resolvers: {
        Ware: {
          dear: ({ price }: { price: number }) => price > 500,
          dearThough: ({ price, reduced }: { price: number; reduced: boolean }) => price > 500 && reduced,
        },
      },
    },
    purse: {
      sdl: federated(
        'key external requires',
        'type Ware @key(fields: "upc") { upc: String! dear: Boolean! @external dearThough: Boolean! @external affordable: Boolean! @requires(fields: "dear") affordableThough: Boolean! @requires(fields: "dear dearThough") }',
      ),
      resolvers: {
        Ware: {
          affordable: ({ dear }: { dear: boolean }) => dear === false,
          affordableThough: ({ dear, dearThough }: { dear: boolean; dearThough: boolean }) => dear !== dearThough,
        },
      },
    },
  },
  cases: [
    { query: '{ ware { dear } }', data: { ware: { dear: true } }, holds: both },
    { query: '{ ware { affordable } }', data: { ware: { affordable: false } }, holds: both },
    { query: '{ ware { affordableThough dearThough } }', data: { ware: { affordableThough: false, dearThough: true } }, holds: both },
  ],
};

const circular: AuditSuite = {
  name: 'requires-circular: two subgraphs that require of one another in turn',
  subgraphs: {
    posts: {
      sdl: federated(
        'key external requires',
        'type Query { feed: [Post] } type Post @key(fields: "id") { id: ID! byExpert: Boolean! @external byNovice: Boolean! @requires(fields: "byExpert") author: Author! } type Author @key(fields: "id") { id: ID! years: Int! }',
      ),
      resolvers: {
        Query: {
          feed: () => [
            { id: 'p1', author: { id: 'a1', years: 7 } },
            { id: 'p2', author: { id: 'a2', years: 1 } },
          ],
        },
        Post: {
          __resolveReference: (told: { id: string }) => ({
            ...told,
            author: { id: told.id === 'p1' ? 'a1' : 'a2', years: told.id === 'p1' ? 7 : 1 },
          }),
          byNovice: ({ byExpert }: { byExpert?: boolean }) => byExpert === false,
        },
      },
    },
    experts: {
      sdl: federated(
        'key external requires',
        'type Post @key(fields: "id") { id: ID! author: Author! @external byExpert: Boolean! @requires(fields: "author { years }") } type Author @key(fields: "id") { id: ID! years: Int! @external }',
      ),
      resolvers: { Post: { byExpert: ({ author }: { author: { years: number } }) => author.years > 5 } },
    },
  },
  cases: [
    { query: '{ feed { byNovice } }', data: { feed: [{ byNovice: false }, { byNovice: true }] }, holds: both },
    {
      query: '{ feed { id byExpert } }',
      data: {
        feed: [
          { id: 'p1', byExpert: true },
          { id: 'p2', byExpert: false },
        ],
      },
      holds: both,
    },
  ],
};

const changes: string[] = [];
const mutations: AuditSuite = {
  name: 'mutations: in turn over several subgraphs, with entities as answers',
  subgraphs: {
    wares: {
      sdl: federated(
        'key',
        'type Query { ware(upc: String!): Ware } type Mutation { add(name: String!): Ware! times(by: Int!): Int! } type Ware @key(fields: "upc") { upc: String! name: String! price: Int! }',
      ),
      resolvers: {
        Query: { ware: (_: unknown, { upc }: { upc: string }) => wareOf({ upc }) },
        Mutation: {
          add: (_: unknown, { name }: { name: string }) => ({ upc: 'new', name, price: 599 }),
          times: (_: unknown, { by }: { by: number }) => {
            changes.push(`x${by}`);
            return changes.length;
          },
        },
        Ware: { __resolveReference: ({ upc }: { upc: string }) => ({ upc, name: 'read again', price: 599 }) },
      },
    },
    judge: {
      sdl: federated(
        'key external requires',
        'type Mutation { plus(num: Int!): Int! clear: Int! } type Ware @key(fields: "upc") { upc: String! price: Int! @external dear: Boolean! @requires(fields: "price") }',
      ),
      resolvers: {
        Mutation: {
          plus: (_: unknown, { num }: { num: number }) => {
            changes.push(`+${num}`);
            return changes.length;
          },
          clear: () => changes.splice(0).length,
        },
        Ware: { dear: ({ price }: { price: number }) => price > 500 },
      },
    },
  },
  cases: [
    { query: 'mutation { add(name: "Shelf") { name price dear } }', data: { add: { name: 'Shelf', price: 599, dear: true } }, holds: both },
    {
      query: 'mutation { clear one: plus(num: 1) two: times(by: 2) three: plus(num: 3) four: times(by: 4) all: clear }',
      data: { clear: 0, one: 1, two: 2, three: 3, four: 4, all: 4 },
      holds: both,
    },
  ],
};

/** Suites about what a field requires and a path provides, and about the order of mutations. */
export const requiresSuites: readonly AuditSuite[] = [provides, chain, circular, mutations];
