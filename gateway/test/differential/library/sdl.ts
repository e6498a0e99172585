import { composeSupergraphs, type SubgraphSdl } from '../../../src/audiences/compose.js';

/**
 * A town library in five subgraphs. It is invented for the tests of the executor and holds what the house's own graph has too little of: several keys and
 * compound ones, `@requires` into nested objects, `@provides`, values shared by all, interfaces of entities, interface objects, unions of different
 * members, closed enum values, overridden fields, lists of lists.
 */
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override", "@interfaceObject"])\n`;

/** Values that several subgraphs know alike. */
const shared = `
scalar Date
type Address @shareable { street: String! town: String zip: [String!] }
`;

/** What there is: books, films, who made them. */
const catalogue = `${link}${shared}
scalar Json
enum Genre { NOVEL POETRY CRIME SECRET @inaccessible }
enum Unit { CM INCH }
interface Named { name: String! }
interface Item @key(fields: "id") { id: ID! title: String! genre: Genre released: Date authors: [Person!]! sequel: Item }
type Book implements Item @key(fields: "id") @key(fields: "isbn") {
  id: ID! isbn: ID! title: String! genre: Genre released: Date authors: [Person!]! sequel: Item
  pages: Int
  size: Size
  chapters(first: Int = 2): [Chapter!]!
  words: [[String!]!]
  extra: Json
}
type Film implements Item @key(fields: "id") {
  id: ID! title: String! genre: Genre released: Date authors: [Person!]! sequel: Item
  minutes: Int!
  scenes: [[Chapter]!]
}
type Size { height: Int! width: Int unit: Unit! depth: Depth }
type Depth { value: Float! of: Unit }
type Chapter { title: String! number: Int! notes: [String] hero: Person }
type Person implements Named @key(fields: "id") { id: ID! name: String! @shareable born: Date works(genre: Genre, first: Int): [Item!]! }
union Hit = Book | Film | Person | Chapter
input Search { text: String! = "a" genres: [Genre!] since: Date limit: Int = 5 }
type Query {
  item(id: ID!): Item
  items(first: Int! = 4, genre: Genre): [Item!]!
  book(isbn: ID = "isbn-1"): Book
  books(ids: [ID!]!): [Book]
  search(by: Search): [Hit]
  shelves: [[Item!]!]!
  grid(rows: Int = 2): [[Int]!]
  person(id: ID!): Person
  featured: Item!
  open: Boolean @tag(name: "regional") @tag(name: "partner")
}
type Mutation { retitle(id: ID!, title: String!): Item! }
`;

/** Who reads. */
const people = `${link}${shared}
interface Named { name: String! }
interface Item { id: ID! }
type Book implements Item @key(fields: "id", resolvable: false) { id: ID! }
type Film implements Item @key(fields: "id", resolvable: false) { id: ID! }
type Person implements Named @key(fields: "id") {
  id: ID! name: String! @shareable
  address: Address
  friends(first: Int = 2): [Person!]!
  favourite: Item
  card: Card!
}
type Card @key(fields: "number") { number: ID! level: Level! holder: Person! }
enum Level { BASIC GOLD HONORARY @inaccessible }
type Query { card(number: ID!): Card reader(id: ID!): Person readers(level: Level): [Person!] named: [Named!]! }
type Mutation { move(reader: ID!, to: MoveInput!): Person }
input MoveInput { street: String! town: String zip: [String!] }
`;

/** What is thought of the items, whichever they are. */
const reviews = `${link}
scalar Date
type Item @key(fields: "id") @interfaceObject { id: ID! rating: Float reviews(first: Int = 2, min: Int): [Review!]! label: String! }
type Review @key(fields: "id") { id: ID! stars: Int! text: String by: Person item: Item! tags: [String!] state: ReviewState! on: Date replies: [Reply] }
type Reply { text: String! by: Person! level: Int! below: [Reply!] }
enum ReviewState { SHOWN HELD }
type Person @key(fields: "id") { id: ID! reviews(first: Int = 2): [Review!] trusted: Boolean! }
type Query { review(id: ID!): Review latest(first: Int! = 2): [Review!]! best: Item }
type Mutation { rate(input: RateInput!): RateResult! }
input RateInput { item: ID! stars: Int! = 3 text: String tags: [String!] }
type RateResult { review: Review problem: String item: Item }
`;

/** Where things stand. */
const stock = `${link}${shared}
enum Unit { CM INCH }
type Book @key(fields: "isbn") {
  isbn: ID!
  pages: Int @override(from: "catalogue")
  size: Size @external
  released: Date @external
  parcel(padding: Int = 1): String @requires(fields: "size { height unit depth { value } } released")
  copies: [Copy!]!
}
type Size @external { height: Int! unit: Unit! depth: Depth }
type Depth @external { value: Float! }
type Film @key(fields: "id") { id: ID! minutes: Int! @external slots: Int! @requires(fields: "minutes") copies: [Copy!] }
type Copy @key(fields: "branch { code } number") { branch: Branch! number: Int! state: CopyState worn: Float! }
enum CopyState { IN OUT LOST }
type Branch @key(fields: "code") { code: ID! name: String! address: Address opening: [[String!]!]! manager: Person }
type Person @key(fields: "id", resolvable: false) { id: ID! }
type Query { branches: [Branch!]! branch(code: ID!): Branch copy(branch: ID!, number: Int!): Copy }
`;

/** Who has what. */
const loans = `${link}
scalar Date
type Loan @key(fields: "id") { id: ID! copy: Copy! reader: Person! @provides(fields: "name") due: Date! fee: Float thing: Borrowed! history: [Event!]! }
union Borrowed = Book | Film | Device
type Device { code: ID! weight: Float }
interface Event { on: Date! }
type Lent implements Event { on: Date! to: Person @provides(fields: "name") }
type Prolonged implements Event { on: Date! until: Date! }
type Book @key(fields: "id") @key(fields: "isbn", resolvable: false) { id: ID! isbn: ID! lent: Int! }
type Film @key(fields: "id", resolvable: false) { id: ID! }
type Copy @key(fields: "branch { code } number") { branch: Branch! number: Int! loans: [Loan!]! }
type Branch @key(fields: "code") { code: ID! loans(dueBefore: Date): [Loan] }
type Person @key(fields: "id") { id: ID! name: String! @external loans(open: Boolean = true): [Loan!] debt: Float! }
type Query { loan(id: ID!): Loan overdue: [Loan!]! borrowed: [Borrowed]! }
type Mutation { lend(input: LendInput!): LendResult! giveBack(loan: ID!): Loan }
input LendInput { copy: CopyInput! reader: ID! until: Date = "2026-12-24" }
input CopyInput { branch: ID! number: Int! }
union LendResult = Lending | Refused
type Lending { loan: Loan! copy: Copy! }
type Refused { reason: String! reader: Person }
`;

/** The subgraphs by their names. */
export const librarySdls = { catalogue, loans, people, reviews, stock } as const;

/** The name of a subgraph of the library. */
export type LibraryName = keyof typeof librarySdls;

/** The names, sorted. */
export const libraryNames = Object.keys(librarySdls) as LibraryName[];

/** The supergraph, composed as the house composes its own. */
export const librarySupergraph = composeSupergraphs(
  libraryNames.map((name): SubgraphSdl => ({ name, sdl: librarySdls[name], url: 'http://127.0.0.1:1/graphql' })),
).STAFF;
