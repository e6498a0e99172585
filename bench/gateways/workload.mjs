// The public workload for gateways of GraphQL federation, rebuilt: who writes reviews of which products, and what is in stock. Four subgraphs, a deep query.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const link = (...imports) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: [${imports.map((one) => `"@${one}"`).join(', ')}])\n`;

const users = ['Uldis', 'Biruta', 'Laimonis', 'Skaidrīte', 'Visvaldis', 'Mirdza'].map((name, index) => ({
  id: `u${index + 1}`,
  username: `user_${index + 1}`,
  name,
  birthday: `${1960 + index * 7}-04-0${index + 1}`,
}));
const products = ['Table', 'Couch', 'Chair', 'Lamp', 'Shelf', 'Bed', 'Mirror', 'Carpet', 'Desk'].map((name, index) => ({
  upc: `p${index + 1}`,
  name,
  price: 49 + index * 150,
  weight: (index * 350) % 1100,
  inStock: index % 3 !== 1,
}));
// Every user has two reviews, so that answers fan out and come back to the same users and products.
const reviews = users.flatMap((user, index) =>
  [0, 1].map((turn) => ({
    id: `r${index * 2 + turn + 1}`,
    body: turn ? 'It has served us well, and would again.' : 'It came late, and one leg is shorter than the others.',
    authorId: user.id,
    upc: products[(index * 2 + turn * 3) % 5].upc,
  })),
);

const userOf = (id) => users.find((user) => user.id === id) ?? null;
const productOf = (upc) => products.find((product) => product.upc === upc) ?? null;

/** The subgraphs: their SDL and what answers it. */
export const subgraphs = {
  accounts: {
    sdl: `${link('key', 'shareable', 'tag')}type Query { me: User users: [User] user(id: ID!): User open: Boolean @tag(name: "regional") @tag(name: "partner") } type User @key(fields: "id") { id: ID! username: String @shareable name: String birthday: String }`,
    resolvers: {
      Query: { me: () => users[0], users: () => users, user: (_, { id }) => userOf(id) },
      User: { __resolveReference: ({ id }) => userOf(id) },
    },
  },
  products: {
    sdl: `${link('key')}type Query { topProducts(first: Int = 5): [Product] } type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topProducts: (_, { first }) => products.slice(0, first) },
      Product: { __resolveReference: ({ upc }) => productOf(upc) },
    },
  },
  reviews: {
    sdl: `${link('key', 'provides', 'external')}
      type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
      type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }
      type Query { review(id: ID!): Review }`,
    resolvers: {
      Query: { review: (_, { id }) => reviews.find((review) => review.id === id) ?? null },
      Review: {
        __resolveReference: ({ id }) => reviews.find((review) => review.id === id) ?? null,
        author: ({ authorId }) => ({ id: authorId, username: userOf(authorId).username }),
        product: ({ upc }) => ({ upc }),
      },
      User: { reviews: ({ id }) => reviews.filter((review) => review.authorId === id) },
      Product: { reviews: ({ upc }) => reviews.filter((review) => review.upc === upc) },
    },
  },
  inventory: {
    sdl: `${link('key', 'external', 'requires')}
      type Product @key(fields: "upc") { upc: String! price: Int @external weight: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }
      type Query { inventoryOf(upc: String!): Product }`,
    resolvers: {
      Query: { inventoryOf: (_, { upc }) => ({ upc }) },
      Product: {
        inStock: ({ upc }) => productOf(upc)?.inStock,
        shippingEstimate: ({ price, weight }) => (price > 1000 ? 0 : Math.round(weight * 0.5)),
      },
    },
  },
};

/** One subgraph as a schema that graphql-js executes. */
export const schemaOf = (name) => buildSubgraphSchema({ typeDefs: parse(subgraphs[name].sdl), resolvers: subgraphs[name].resolvers });

/** The one query: users, what they wrote of, who else wrote of it, and what those wrote; and the same from the products. */
export const query = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Deep {
    users {
      ...User
      reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } }
    }
    topProducts(first: 5) {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }`;
