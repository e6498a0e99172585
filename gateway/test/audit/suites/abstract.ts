import { type AuditSuite, both, federated } from '../suite.js';

const people = [
  { __typename: 'Child', id: 'n1', name: 'Ada', school: 'North' },
  { __typename: 'Adult', id: 'n2', name: 'Bo', work: 'Mill' },
];
const personOf = ({ id }: { id: string }) => people.find((one) => one.id === id) ?? null;

const interfaceObject: AuditSuite = {
  name: 'interface-object-with-requires: fields of an interface, given by a subgraph that does not know its types',
  subgraphs: {
    people: {
      sdl: federated(
        'key',
        'type Query { people: [Human!]! } interface Human @key(fields: "id") { id: ID! name: String! } type Child implements Human @key(fields: "id") { id: ID! name: String! school: String } type Adult implements Human @key(fields: "id") { id: ID! name: String! work: String }',
      ),
      resolvers: {
        Query: { people: () => people },
        Human: { __resolveReference: personOf },
        Child: { __resolveReference: personOf },
        Adult: { __resolveReference: personOf },
      },
    },
    greetings: {
      sdl: federated(
        'key interfaceObject external requires',
        'type Query { greeted: [Human!]! } type Human @key(fields: "id") @interfaceObject { id: ID! name: String! @external greeting: String! @requires(fields: "name") age: Int }',
      ),
      resolvers: {
        Query: { greeted: () => people.map(({ id }) => ({ id })) },
        Human: { greeting: ({ name }: { name: string }) => `Good day, ${name}`, age: ({ id }: { id: string }) => (id === 'n1' ? 7 : 40) },
      },
    },
  },
  cases: [
    {
      query: '{ people { id greeting } }',
      data: {
        people: [
          { id: 'n1', greeting: 'Good day, Ada' },
          { id: 'n2', greeting: 'Good day, Bo' },
        ],
      },
      holds: both,
    },
    {
      query: '{ greeted { greeting age } }',
      data: {
        greeted: [
          { greeting: 'Good day, Ada', age: 7 },
          { greeting: 'Good day, Bo', age: 40 },
        ],
      },
      holds: both,
    },
    {
      query: '{ greeted { __typename id } }',
      data: {
        greeted: [
          { __typename: 'Child', id: 'n1' },
          { __typename: 'Adult', id: 'n2' },
        ],
      },
      holds: both,
    },
    {
      query: '{ greeted { age ... on Child { school } ... on Adult { work age } } }',
      data: {
        greeted: [
          { age: 7, school: 'North' },
          { age: 40, work: 'Mill' },
        ],
      },
      holds: both,
    },
    { query: '{ people { ... on Adult { age } ... on Child { name } } }', data: { people: [{ name: 'Ada' }, { age: 40 }] }, holds: both },
    {
      query: '{ people { ... on Adult { __typename age } } }',
      data: { people: [{}, { __typename: 'Adult', age: 40 }] },
      holds: ['ours'],
      why: 'The plan asks the interface object for __typename; stock takes "Human" for the type of the object.',
    },
  ],
};

const homes = [
  { id: 'h1', town: 'Ogre' },
  { id: 'h2', town: 'Saldus' },
];

const interfaceObjectProvides: AuditSuite = {
  name: 'interface-object-with-provides: what a subgraph gives on the way through an interface that it knows as an object',
  subgraphs: {
    people: {
      sdl: federated(
        'key',
        'type Query { people: [Human!]! } interface Human @key(fields: "id") { id: ID! } type Child implements Human @key(fields: "id") { id: ID! name: String! }',
      ),
      resolvers: {
        Query: { people: () => people.slice(0, 1) },
        Human: { __resolveReference: personOf },
        Child: { __resolveReference: personOf },
      },
    },
    lodging: {
      sdl: federated(
        'key interfaceObject external provides',
        'type Query { lodged: [Human!]! } type Human @key(fields: "id") @interfaceObject { id: ID! home: Home @provides(fields: "town") } type Home @key(fields: "id") { id: ID! town: String @external }',
      ),
      resolvers: {
        Query: { lodged: () => [{ id: 'n1' }] },
        // A town of its own, by which the answer shows whom it was asked of.
        Human: { home: () => ({ id: 'h1', town: 'Ogre, as lodging has it' }) },
      },
    },
    homes: {
      sdl: federated(
        'key shareable',
        'type Query { homes: [Home!]! } type Home @key(fields: "id") { id: ID! town: String @shareable rooms: Int }',
      ),
      resolvers: {
        Query: { homes: () => homes },
        Home: { __resolveReference: ({ id }: { id: string }) => homes.find((one) => one.id === id), rooms: () => 2 },
      },
    },
  },
  cases: [
    {
      query: '{ people { ... on Child { name home { town } } } }',
      data: { people: [{ name: 'Ada', home: { town: 'Ogre, as lodging has it' } }] },
      holds: both,
    },
    {
      query: '{ lodged { __typename home { town rooms } } }',
      data: { lodged: [{ __typename: 'Child', home: { town: 'Ogre, as lodging has it', rooms: 2 } }] },
      holds: both,
    },
  ],
};

const media = [
  { __typename: 'Book', id: 'm1', title: 'A' },
  { __typename: 'Song', id: 'm2', title: 'B' },
];

const unions: AuditSuite = {
  name: 'union-intersection: a union whose members differ from subgraph to subgraph',
  subgraphs: {
    shelf: {
      sdl: federated(
        'key shareable',
        'type Query { media: Media @shareable shelf: [Media] } union Media = Book | Song type Book @key(fields: "id") { id: ID! title: String! @shareable } type Song @key(fields: "id") { id: ID! title: String! @shareable }',
      ),
      resolvers: {
        Query: { media: () => media[0], shelf: () => media },
        Book: { __resolveReference: ({ id }: { id: string }) => media.find((one) => one.id === id) },
      },
    },
    cinema: {
      sdl: federated(
        'key shareable',
        'type Query { media: Media @shareable shown: [Media] } union Media = Book | Film type Book @key(fields: "id") { id: ID! title: String! @shareable pages: Int } type Film @key(fields: "id") { id: ID! title: String! }',
      ),
      resolvers: {
        Query: { media: () => media[0], shown: () => [{ __typename: 'Film', id: 'm3', title: 'C' }, media[0]] },
        Book: { __resolveReference: ({ id }: { id: string }) => ({ id, title: 'A', pages: 10 }), pages: () => 10 },
      },
    },
  },
  cases: [
    {
      query: '{ media { __typename ... on Book { title pages } } }',
      data: { media: { __typename: 'Book', title: 'A', pages: 10 } },
      holds: both,
    },
    {
      query: '{ shelf { ... on Song { title } ... on Book { pages } ... on Film { title } } }',
      data: { shelf: [{ pages: 10 }, { title: 'B' }] },
      holds: both,
    },
    {
      query: '{ shown { ... on Film { title } ... on Song { title } __typename } }',
      data: { shown: [{ title: 'C', __typename: 'Film' }, { __typename: 'Book' }] },
      holds: both,
    },
  ],
};

const nodes: AuditSuite = {
  name: 'node: an interface whose objects get their fields elsewhere',
  subgraphs: {
    nodes: {
      sdl: federated(
        'key',
        'type Query { nodes: [Node!]! } interface Node { id: ID! } type Ware implements Node @key(fields: "id") { id: ID! } type Group implements Node @key(fields: "id") { id: ID! }',
      ),
      resolvers: {
        Query: {
          nodes: () => [
            { __typename: 'Ware', id: 'w1' },
            { __typename: 'Group', id: 'g1' },
          ],
        },
      },
    },
    names: {
      sdl: federated(
        'key',
        'type Ware @key(fields: "id") { id: ID! name: String! price: Float! } type Group @key(fields: "id") { id: ID! name: String! }',
      ),
      resolvers: { Ware: { name: () => 'Lamp', price: () => 1.5 }, Group: { name: () => 'Lights' } },
    },
  },
  cases: [
    {
      query: '{ nodes { id __typename ... on Ware { name price } ... on Group { name } } }',
      data: {
        nodes: [
          { id: 'w1', __typename: 'Ware', name: 'Lamp', price: 1.5 },
          { id: 'g1', __typename: 'Group', name: 'Lights' },
        ],
      },
      holds: both,
    },
    {
      query: '{ nodes { ...F ... on Node { id } } } fragment F on Ware { other: name }',
      data: { nodes: [{ other: 'Lamp', id: 'w1' }, { id: 'g1' }] },
      holds: both,
    },
    {
      query: '{ __typename a: __typename nodes { kind: __typename } }',
      data: { __typename: 'Query', a: 'Query', nodes: [{ kind: 'Ware' }, { kind: 'Group' }] },
      holds: both,
    },
  ],
};

const mismatch: AuditSuite = {
  name: 'child-type-mismatch: one name that may be null in one type and not in the other',
  subgraphs: {
    accounts: {
      sdl: federated(
        'key',
        'type Query { accounts: [Account!]! } union Account = User | Admin type User @key(fields: "id") { id: ID name: String } type Admin { id: ID! name: String! photo: String }',
      ),
      resolvers: {
        Query: {
          accounts: () => [
            { __typename: 'User', id: 'u1', name: null },
            { __typename: 'Admin', id: 'a1', name: 'Root', photo: null },
          ],
        },
      },
    },
    similar: {
      sdl: federated('key', 'type User @key(fields: "id") { id: ID similar: [User] }'),
      resolvers: { User: { similar: () => [{ id: 'u2' }, null] } },
    },
  },
  cases: [
    {
      query: '{ accounts { ... on User { id similar { id } } ... on Admin { key: id name } } }',
      data: {
        accounts: [
          { id: 'u1', similar: [{ id: 'u2' }, null] },
          { key: 'a1', name: 'Root' },
        ],
      },
      holds: both,
    },
  ],
};

/** Suites about interfaces, unions and interface objects. */
export const abstractSuites: readonly AuditSuite[] = [interfaceObject, interfaceObjectProvides, unions, nodes, mismatch];
