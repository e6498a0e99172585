import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SubgraphCaller, SubgraphRequest, SubgraphResult } from '@atbalsts/graphql';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { composeSupergraph } from '../../src/audiences/compose.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@interfaceObject", "@inaccessible"])\n';

const sdls = {
  catalogue: `${link}
type Query { media: [Media!]! book(id: ID!): Book books: [Book!] authors: [Author!] search(word: String = "a"): [Result] secret: Secret }
type Mutation { rename(id: ID!, title: String!): Book }
interface Media @key(fields: "id") { id: ID! title: String dims: Dims kind: Kind }
type Book implements Media @key(fields: "id") { id: ID! title: String dims: Dims kind: Kind pages: Int author: Author! }
type Film implements Media @key(fields: "id") { id: ID! title: String dims: Dims kind: Kind minutes: Int! }
union Result = Book | Film | Author
type Author @key(fields: "id") { id: ID! name: String! }
type Dims @shareable { w: Int! h: Int }
enum Kind { RED GREEN HIDDEN @inaccessible }
scalar Json
type Secret { json: Json list: [[Int!]] }
`,
  reviews: `${link}
type Query { reviews: [Review!]! top: Review }
type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int reviews(first: Int): [Review!]! }
type Author @key(fields: "id") { id: ID! rating: Float reviews: [Review!] }
type Review @key(fields: "id") { id: ID! text: String! by: Author! of: Media tags: [[String!]] }
`,
  shipping: `${link}
type Query { boxes: Int }
type Book @key(fields: "id") { id: ID! dims: Dims @external pages: Int @external weight(factor: Int = 1): Int @requires(fields: "dims { w h } pages") }
type Dims @shareable { w: Int! h: Int }
type Review @key(fields: "id") { id: ID! parcel: String }
`,
} as const;

/** The names of the library's subgraphs. */
export type Part = keyof typeof sdls;

const books = [
  { __typename: 'Book', id: 'b1', title: 'Mežs', pages: 120, author: 'a1', dims: { w: 2, h: 3 }, kind: 'RED' },
  { __typename: 'Book', id: 'b2', title: null, pages: null, author: 'a2', dims: { w: 4, h: null }, kind: null },
  { __typename: 'Book', id: 'b3', title: 'Jūra', pages: 7, author: 'a1', dims: null, kind: 'GREEN' },
];
const films = [
  { __typename: 'Film', id: 'f1', title: 'Ezers', minutes: 90, dims: { w: 1, h: 1 }, kind: 'GREEN' },
  { __typename: 'Film', id: 'f2', title: null, minutes: 5, dims: null, kind: 'RED' },
];
const authors = [
  { __typename: 'Author', id: 'a1', name: 'Ilze', rating: 4.5 },
  { __typename: 'Author', id: 'a2', name: 'Pēteris', rating: null },
];
const reviews = [
  { id: 'r1', text: 'labs', by: 'a1', of: 'b1', tags: [['x'], null, ['y', 'z']] },
  { id: 'r2', text: 'garš', by: 'a2', of: 'b1', tags: null },
  { id: 'r3', text: 'īss', by: 'a1', of: 'f1', tags: [] },
  { id: 'r4', text: 'nekāds', by: 'a2', of: null, tags: [['q']] },
];
const media = [...books, ...films];
const find = <T extends { id: string }>(list: readonly T[], id: string | null): T | null => list.find((one) => one.id === id) ?? null;

type Row = Record<string, unknown>;
const review = (row: (typeof reviews)[number] | null): Row | null =>
  row && { ...row, by: () => ({ __typename: 'Author', id: row.by }), of: () => (row.of ? { __typename: 'Media', id: row.of } : null) };
const book = (row: (typeof books)[number] | null): Row | null => row && { ...row, author: () => find(authors, row.author) };
const medium = (row: (typeof media)[number] | null) => (row && 'author' in row ? book(row) : row);
const mediaReviews = (id: unknown, first?: number) =>
  reviews
    .filter(({ of }) => of === id)
    .slice(0, first)
    .map(review);
const weigh = ({ dims, pages }: Row, factor: number) =>
  dims && pages !== null ? (dims as { w: number }).w * (pages as number) * factor : null;

const resolvers = {
  catalogue: {
    Query: {
      media: () => media.map(medium),
      book: (_: unknown, { id }: { id: string }) => book(find(books, id)),
      books: () => books.map(book),
      authors: () => authors,
      search: (_: unknown, { word }: { word: string }) => [...media.map(medium), ...authors, null].filter((hit) => !hit || word !== hit.id),
      secret: () => ({ json: { deep: [1, { x: null }] }, list: [[1, 2], null, []] }),
    },
    Mutation: { rename: (_: unknown, { id, title }: { id: string; title: string }) => ({ ...book(find(books, id)), title }) },
    Book: { __resolveReference: ({ id }: Row) => book(find(books, id as string)) },
    Film: { __resolveReference: ({ id }: Row) => find(films, id as string) },
    Media: { __resolveReference: ({ id }: Row) => medium(find(media, id as string)) },
    Author: { __resolveReference: ({ id }: Row) => find(authors, id as string) },
  },
  reviews: {
    Query: { reviews: () => reviews.map(review), top: () => review(reviews[0] ?? null) },
    Media: {
      __resolveReference: ({ id }: Row) => ({ id }),
      stars: ({ id }: Row) => mediaReviews(id).length || null,
      reviews: ({ id }: Row, { first }: { first?: number }) => mediaReviews(id, first),
    },
    Author: {
      __resolveReference: ({ id }: Row) => ({ id }),
      rating: ({ id }: Row) => find(authors, id as string)?.rating,
      reviews: ({ id }: Row) => reviews.filter(({ by }) => by === id).map(review),
    },
    Review: { __resolveReference: ({ id }: Row) => review(find(reviews, id as string)) },
  },
  shipping: {
    Query: { boxes: () => 3 },
    Book: { weight: (row: Row, { factor }: { factor: number }) => weigh(row, factor) },
    Review: { parcel: ({ id }: Row) => (id === 'r2' ? null : `parcel ${id}`) },
  },
};

/** The whole library as one schema without any federation: what the graph must answer. */
export const wholeResolvers = {
  Query: { ...resolvers.catalogue.Query, ...resolvers.reviews.Query, ...resolvers.shipping.Query },
  Book: { ...resolvers.reviews.Media, weight: (row: Row, { factor }: { factor: number }) => weigh(row, factor) },
  Film: { ...resolvers.reviews.Media },
  Author: resolvers.reviews.Author,
  Review: {
    ...resolvers.shipping.Review,
    by: ({ id }: Row) => find(authors, find(reviews, id as string)?.by ?? null),
    of: ({ id }: Row) => medium(find(media, find(reviews, id as string)?.of ?? null)),
  },
};

/** The supergraph of the library, composed as the staff graph is. */
export const librarySdl: string = composeSupergraph(
  'STAFF',
  Object.entries(sdls).map(([name, sdl]) => ({ name, sdl, url: `http://${name}.invalid` })),
);

/** Who stands between a test and the subgraphs. */
export type Between = (part: Part, request: SubgraphRequest, answer: () => Promise<SubgraphResult>) => Promise<SubgraphResult>;

/** The subgraphs of the library, each a schema executed by graphql-js in this process. `seen` keeps every call. */
export function libraryCaller(
  between: Between = (_, __, answer) => answer(),
): SubgraphCaller & { seen: { part: Part; request: SubgraphRequest }[] } {
  const schemas = new Map<string, GraphQLSchema>(
    Object.entries(sdls).map(([name, sdl]) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers[name as Part] as never }),
    ]),
  );
  const seen: { part: Part; request: SubgraphRequest }[] = [];
  return {
    seen,
    call(name, request) {
      const part = name as string as Part;
      seen.push({ part, request });
      return between(part, request, async () => {
        const schema = schemas.get(part) as GraphQLSchema;
        const document = parse(request.query);
        const result = await execute({ schema, document, variableValues: request.variables, operationName: request.operationName });
        return JSON.parse(JSON.stringify(result)) as SubgraphResult;
      });
    },
    health: async () => 'up',
    close: async () => {},
  };
}
