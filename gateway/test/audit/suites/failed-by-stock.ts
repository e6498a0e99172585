import { type AuditSuite, both, federated } from '../suite.js';

/**
 * The four suites of which stock @apollo/gateway fails six cases of the public audit: keys-mashup, non-resolvable-interface-object, requires-with-argument,
 * requires-with-argument-conflict. Here in a building with rooms, in forms and notices, and in wares.
 */

const room = { id: '1', badge: 'b-1', place: { floor: '2', number: '14', wing: 'N' }, name: 'Archive' };

const keysMashup: AuditSuite = {
  name: 'keys-mashup: an entity with many keys, one of them nested and resolvable, that carries a requirement',
  subgraphs: {
    rooms: {
      sdl: federated(
        'key shareable',
        `type Query { room: Room }
         type Room @key(fields: "id", resolvable: true) @key(fields: "badge", resolvable: false) @key(fields: "place { floor number }", resolvable: false) @key(fields: "id place { number wing }", resolvable: false)
           { id: ID! badge: ID! place: Place! name: String! }
         type Place @shareable { floor: ID! number: ID! wing: ID! }`,
      ),
      resolvers: { Query: { room: () => room }, Room: { __resolveReference: ({ id }: { id: string }) => (id === room.id ? room : null) } },
    },
    plans: {
      sdl: federated(
        'key shareable external requires',
        `type Query { plan: Plan }
         type Plan @key(fields: "id") { id: ID! rooms: [Room!]! }
         type Room @key(fields: "place { floor number }", resolvable: false) @key(fields: "id place { number wing }", resolvable: true) @key(fields: "badge", resolvable: false) @key(fields: "id", resolvable: false)
           { id: ID! badge: ID! place: Place! name: String! @external drawn: String! @requires(fields: "name") }
         type Place @shareable { floor: ID! number: ID! wing: ID! }`,
      ),
      resolvers: {
        Query: { plan: () => ({ id: '100', rooms: [room] }) },
        Plan: { rooms: () => [{ id: room.id, badge: room.badge, place: room.place }] },
        Room: {
          __resolveReference: ({ id, place, name }: typeof room) =>
            id === room.id && place?.number === '14' && place.wing === 'N' ? { ...room, name } : null,
          drawn: ({ name }: { name: string }) => `plan of ${name}`,
        },
      },
    },
  },
  cases: [
    {
      query: '{ plan { id rooms { id name drawn } } }',
      data: { plan: { id: '100', rooms: [{ id: '1', name: 'Archive', drawn: 'plan of Archive' }] } },
      holds: ['ours'],
      why: 'Stock goes back into a subgraph by the first key of the type, though that key says resolvable: false; ours puts the others first.',
    },
  ],
};

const nonResolvable: AuditSuite = {
  name: 'non-resolvable-interface-object: interface objects that cannot be entered by their key',
  subgraphs: {
    desk: {
      sdl: federated(
        'key interfaceObject',
        `type Query { a: Form form: Ware! }
         interface Form @key(fields: "id") { id: ID! }
         type Ware @interfaceObject @key(fields: "id", resolvable: false) { id: ID! }`,
      ),
      resolvers: {
        Query: { a: () => ({ __typename: 'Form', id: 'n1' }), form: () => ({ id: 'p1' }) },
      },
    },
    shelf: {
      sdl: federated(
        'key interfaceObject',
        `type Query { b: Form }
         type Form @interfaceObject @key(fields: "id", resolvable: false) { id: ID! note: String }
         interface Ware @key(fields: "id") { id: ID! name: String! }
         type Bread implements Ware @key(fields: "id") { id: ID! name: String! }`,
      ),
      resolvers: {
        Query: { b: () => ({ id: 'n1', note: 'see overleaf' }) },
        Ware: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Bread', id, name: 'Rye' }) },
        Bread: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Rye' }) },
      },
    },
  },
  cases: [
    { query: '{ b { id note } }', data: { b: { id: 'n1', note: 'see overleaf' } }, holds: both },
    { query: '{ b { id } }', data: { b: { id: 'n1' } }, holds: both },
    // There is no object type of which it could be.
    { query: '{ a { id } }', data: { a: null }, errors: true, holds: both },
    { query: '{ a { id note } b { id } }', data: { a: null, b: { id: 'n1' } }, errors: true, holds: both },
    { query: '{ form { id } }', data: { form: { id: 'p1' } }, holds: both },
    { query: '{ form { id name } }', data: { form: { id: 'p1', name: 'Rye' } }, holds: both },
    { query: '{ form { ... on Bread { id } } }', data: { form: { id: 'p1' } }, holds: both },
  ],
};

const wares = [
  { code: 'w1', title: 'Lamp', prices: { EUR: 10, USD: 12 }, weight: 2, group: { EUR: 9, USD: 11 } },
  { code: 'w2', title: 'Desk', prices: { EUR: 100, USD: 120 }, weight: 30, group: { EUR: 90, USD: 110 } },
];
type Currency = 'EUR' | 'USD';

const waresSubgraph = {
  sdl: federated(
    'key',
    `type Query { wares: [Ware] }
     type Ware @key(fields: "code") { code: ID! title: String price(currency: String!): Int weight: Int group: Group }
     type Group { average(currency: String!): Int }`,
  ),
  resolvers: {
    Query: { wares: () => wares },
    Ware: {
      __resolveReference: ({ code }: { code: string }) => wares.find((ware) => ware.code === code) ?? null,
      price: ({ prices }: (typeof wares)[0], { currency }: { currency: Currency }) => prices[currency],
    },
    Group: { average: (group: Record<Currency, number>, { currency }: { currency: Currency }) => group[currency] },
  },
};

/** What the freight is told, and nothing that it knows itself. */
interface Told {
  price?: number;
  weight?: number;
  group?: { average?: number };
}
const given = (value: number | undefined): number => {
  if (value === undefined) throw new Error('What is required was not given');
  return value;
};

const conflict: AuditSuite = {
  name: 'requires-with-argument-conflict: two requirements of one field with different arguments',
  subgraphs: {
    wares: waresSubgraph,
    freight: {
      sdl: federated(
        'key external requires',
        `type Ware @key(fields: "code") { code: ID! weight: Int @external price(currency: String!): Int @external group: Group @external
           freight: Int @requires(fields: "price(currency: \\"USD\\") weight")
           freightInEuro: Int @requires(fields: "price(currency: \\"EUR\\") weight")
           dearGroup: Boolean @requires(fields: "group { average(currency: \\"USD\\") }") }
         type Group @external { average(currency: String!): Int }`,
      ),
      resolvers: {
        Ware: {
          freight: ({ price, weight }: Told) => given(price) * given(weight),
          freightInEuro: ({ price, weight }: Told) => given(price) * given(weight),
          dearGroup: ({ group }: Told) => given(group?.average) > 50,
        },
      },
    },
  },
  cases: [
    {
      query: '{ wares { code title freight freightInEuro dearGroup } }',
      data: {
        wares: [
          { code: 'w1', title: 'Lamp', freight: 24, freightInEuro: 20, dearGroup: false },
          { code: 'w2', title: 'Desk', freight: 3600, freightInEuro: 3000, dearGroup: true },
        ],
      },
      holds: ['ours'],
      why: 'Planner: both requirements end in one field `price`, with the arguments of the last; ours plans with a field for each of them.',
    },
    {
      query: '{ wares { code freight dearGroup } }',
      data: {
        wares: [
          { code: 'w1', freight: 24, dearGroup: false },
          { code: 'w2', freight: 3600, dearGroup: true },
        ],
      },
      holds: both,
    },
    {
      query: '{ wares { price(currency: "EUR") freight } }',
      data: {
        wares: [
          { price: 10, freight: 24 },
          { price: 100, freight: 3600 },
        ],
      },
      holds: ['ours'],
      why: 'Stock fills the requirement from the field as the client asks for it, with other arguments; ours fetches that under another name.',
    },
  ],
};

const notices = ['t1', 't2'];
const remarks = [
  { id: 'm1', notice: 't1', byId: 'a1', text: 'one' },
  { id: 'm2', notice: 't1', byId: 'a2', text: 'two' },
  { id: 'm3', notice: 't1', byId: 'a2', text: 'same' },
  { id: 'm4', notice: 't2', byId: 'a1', text: 'same' },
  { id: 'm5', notice: 't2', byId: 'a2', text: 'five' },
  { id: 'm6', notice: 't2', byId: 'a1', text: 'six' },
];
const remarksOf = (notice: string, limit: number) => remarks.filter((remark) => remark.notice === notice).slice(0, limit);

const withArgument: AuditSuite = {
  name: 'requires-with-argument: requirements with arguments, beside the same field with arguments of the client',
  subgraphs: {
    wares: waresSubgraph,
    freight: {
      sdl: federated(
        'key external requires',
        `type Ware @key(fields: "code") { code: ID! weight: Int @external price(currency: String!): Int @external freight: Int @requires(fields: "price(currency: \\"USD\\") weight") }`,
      ),
      resolvers: { Ware: { freight: ({ price, weight }: Told) => given(price) * given(weight) } },
    },
    board: {
      sdl: federated(
        'key external requires',
        `type Query { board: [Notice] }
         type Notice @key(fields: "id") { id: ID! remarks(limit: Int!): [Remark] @external }
         type Remark @key(fields: "id") { id: ID! byId: ID text: String! elsewhere: [Notice] @external repeated: Boolean @requires(fields: "elsewhere { remarks(limit: 50) { id } }") }`,
      ),
      resolvers: {
        Query: { board: () => notices.map((id) => ({ id })) },
        // Declared external, and yet known here: the planner may ask for it.
        Notice: { remarks: ({ id }: { id: string }, { limit }: { limit: number }) => remarksOf(id, limit) },
        Remark: {
          __resolveReference: (told: { id: string; elsewhere?: { remarks: { id: string }[] }[] }) => ({
            ...remarks.find((remark) => remark.id === told.id),
            elsewhere: told.elsewhere,
          }),
          // Only a whole list of the other notice's remarks will do: three of them.
          repeated: ({ elsewhere }: { elsewhere?: { remarks: { id: string }[] }[] }) => {
            if (!elsewhere) throw new Error('What is required was not given');
            return elsewhere.some((notice) => notice.remarks.length === 3);
          },
        },
      },
    },
    writers: {
      sdl: federated(
        'key external requires',
        `type Notice @key(fields: "id") { id: ID! writer: Writer @requires(fields: "remarks(limit: 3) { byId }") remarks(limit: Int!): [Remark] }
         type Remark @key(fields: "id") { id: ID! byId: ID @external elsewhere: [Notice] }
         type Writer { id: ID! }`,
      ),
      resolvers: {
        Notice: {
          __resolveReference: (told: { id: string; remarks?: { byId: string }[] }) => ({ id: told.id, told: told.remarks }),
          writer: ({ told }: { told?: { byId: string }[] }) => {
            if (told?.length !== 3) throw new Error(`Three remarks are required, ${told?.length ?? 'none'} were given`);
            return { id: told[2]?.byId };
          },
          remarks: ({ id }: { id: string }, { limit }: { limit: number }) => remarksOf(id, limit).map((remark) => ({ id: remark.id })),
        },
        Remark: {
          elsewhere: ({ id }: { id: string }) => {
            const own = remarks.find((remark) => remark.id === id);
            return remarks
              .filter((remark) => remark.text === own?.text && remark.notice !== own.notice)
              .map(({ notice }) => ({ id: notice }));
          },
        },
      },
    },
  },
  cases: [
    {
      query: '{ wares { code freight } }',
      data: {
        wares: [
          { code: 'w1', freight: 24 },
          { code: 'w2', freight: 3600 },
        ],
      },
      holds: both,
    },
    { query: '{ board { writer { id } } }', data: { board: [{ writer: { id: 'a2' } }, { writer: { id: 'a1' } }] }, holds: both },
    {
      query: '{ board { writer { id } remarks(limit: 1) { id } } }',
      data: {
        board: [
          { writer: { id: 'a2' }, remarks: [{ id: 'm1' }] },
          { writer: { id: 'a1' }, remarks: [{ id: 'm4' }] },
        ],
      },
      holds: both,
    },
    {
      query: '{ board { remarks(limit: 3) { repeated } } }',
      data: {
        board: [
          { remarks: [{ repeated: false }, { repeated: false }, { repeated: true }] },
          { remarks: [{ repeated: true }, { repeated: false }, { repeated: false }] },
        ],
      },
      holds: both,
    },
    {
      query: 'query ($limit: Int = 1) { board { writer { id } remarks(limit: $limit) { id } } }',
      data: {
        board: [
          { writer: { id: 'a2' }, remarks: [{ id: 'm1' }] },
          { writer: { id: 'a1' }, remarks: [{ id: 'm4' }] },
        ],
      },
      holds: both,
    },
    {
      query:
        'query ($limit: Int = 1) { board { writer { id } ...A ...B } } fragment A on Notice { remarks(limit: $limit) { id } } fragment B on Notice { remarks(limit: $limit) { id } }',
      data: {
        board: [
          { writer: { id: 'a2' }, remarks: [{ id: 'm1' }] },
          { writer: { id: 'a1' }, remarks: [{ id: 'm4' }] },
        ],
      },
      holds: both,
    },
  ],
};

const severalConflicts: AuditSuite = {
  name: 'requirements with different arguments in several subgraphs, in nested objects, and beside what only one of them needs',
  subgraphs: {
    wares: waresSubgraph,
    freight: {
      sdl: federated(
        'key external requires shareable',
        `type Query { heavy: [Ware] }
         type Ware @key(fields: "code") { code: ID! title: String @external weight: Int @external price(currency: String!): Int @external group: Group @external
           label: Label
           inDollars: Int @requires(fields: "price(currency: \\"USD\\") group { average(currency: \\"EUR\\") }")
           inEuro: String @requires(fields: "price(currency: \\"EUR\\") title group { average(currency: \\"USD\\") }")
           heavyInEuro: Int @requires(fields: "price(currency: \\"EUR\\") weight") }
         type Group @external { average(currency: String!): Int }
         type Label { text: String }`,
      ),
      resolvers: {
        Query: { heavy: () => [{ code: 'w2' }] },
        Ware: {
          label: ({ code }: { code: string }) => ({ text: `for ${code}` }),
          inDollars: ({ price, group }: Told) => given(price) - given(group?.average),
          inEuro: ({ price, group, title }: Told & { title?: string }) => `${title}: ${given(price) - given(group?.average)}`,
          heavyInEuro: ({ price, weight }: Told) => given(price) * given(weight),
        },
      },
    },
    customs: {
      sdl: federated(
        'key external requires',
        `type Ware @key(fields: "code") { code: ID! price(currency: String!): Int @external duty: Int @requires(fields: "price(currency: \\"USD\\")") }`,
      ),
      resolvers: { Ware: { duty: ({ price }: Told) => given(price) * 2 } },
    },
  },
  cases: [
    {
      query: '{ wares { inDollars inEuro heavyInEuro duty price(currency: "EUR") label { text } } }',
      data: {
        wares: [
          { inDollars: 3, inEuro: 'Lamp: -1', heavyInEuro: 20, duty: 24, price: 10, label: { text: 'for w1' } },
          { inDollars: 30, inEuro: 'Desk: -10', heavyInEuro: 3000, duty: 240, price: 100, label: { text: 'for w2' } },
        ],
      },
      holds: ['ours'],
      why: 'Planner: all requirements end in one field `price`.',
    },
    {
      query: '{ heavy { price_required_1: duty inEuro label { text } inDollars } }',
      data: { heavy: [{ price_required_1: 240, inEuro: 'Desk: -10', label: { text: 'for w2' }, inDollars: 30 }] },
      holds: ['ours'],
      why: 'Planner: all requirements end in one field `price`.',
    },
    {
      query: 'query ($c: String!) { heavy { duty inEuro price(currency: $c) dollars: price(currency: "USD") } }',
      variables: { c: 'EUR' },
      data: { heavy: [{ duty: 240, inEuro: 'Desk: -10', price: 100, dollars: 120 }] },
      holds: ['ours'],
      why: 'Planner: all requirements end in one field `price`.',
    },
  ],
};

/** The suites. */
export const failedByStock: readonly AuditSuite[] = [keysMashup, nonResolvable, conflict, severalConflicts, withArgument];
