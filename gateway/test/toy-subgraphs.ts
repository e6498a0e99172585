import { buildSubgraphSchema } from '@apollo/subgraph';
import type { DomainName } from '@atbalsts/database';
import { type SubgraphExecutor, type SubgraphRequest, scalars } from '@atbalsts/graphql';
import { execute, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import type { SubgraphSdl } from '../src/audiences/compose.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@shareable"])\n';

const registrySdl = `${link}
scalar Date
scalar Euro
scalar PersonalCode
enum Sex { FEMALE MALE }
input MemberInput { age: Int! monthlyIncome: Euro! born: Date }
input MeansInput { on: Date! members: [MemberInput!]! sex: Sex }
type Query {
  "Who is asking."
  viewer: Viewer! @tag(name: "regional") @tag(name: "partner")
  person(id: ID!): Person
  persons: [Person!]
  personByPersonalCode(personalCode: PersonalCode!): Person
  assessMeans(input: MeansInput!): String
  add(amount: Euro, on: [Date!]): String
  town(code: ID! @tag(name: "regional")): Town @tag(name: "regional")
  refused: String
  broken: String
  hidden: Hidden
  slow: String
}
type Mutation { note(text: String!): String! }
type Viewer { subject: ID! @tag(name: "regional") @tag(name: "partner") token: String requestId: String }
type Person @key(fields: "id") { id: ID! name: String reference: String @tag(name: "partner") sequence: Int! }
type Town @key(fields: "code") { code: ID! @tag(name: "regional") label: String @tag(name: "regional") }
type Hidden { nothing: String! }
`;

const servicesSdl = `${link}
type Query { serviceTypes: [String!] @tag(name: "partner") @tag(name: "regional") ghost: Person }
type Person @key(fields: "id") { id: ID! cases: [SocialCase!] risk: String }
scalar Date
type SocialCase { number: String! responsible: String }
type Town @key(fields: "code") { code: ID! @tag(name: "regional") staffing(on: Date @tag(name: "regional")): Int @tag(name: "regional") openedOn: Date @tag(name: "regional") }
`;

const people = [
  { id: 'p1', name: 'Anna Paraugs', reference: 'P-000001', sequence: 1 },
  { id: 'p2', name: 'Jānis Paraugs', reference: 'P-000002', sequence: 2 },
  { id: 'p3', name: 'Zane Paraugs', reference: 'P-000003', sequence: 3 },
];

/** What the toys do that a test can steer and look at. */
export interface ToyState {
  /** Every request as a subgraph got it. */
  seen: { subgraph: DomainName; request: SubgraphRequest }[];
  /** Answered by `slow` when resolved. */
  slow: Promise<string>;
}

const registryResolvers = (state: ToyState) => ({
  ...scalars,
  Query: {
    viewer: (_: unknown, __: unknown, request: SubgraphRequest) => ({ subject: 'toy', token: request.token, requestId: request.requestId }),
    person: (_: unknown, { id }: { id: string }) => people.find((person) => person.id === id) ?? null,
    persons: () => people,
    personByPersonalCode: (_: unknown, { personalCode }: { personalCode: string }) => ({ ...people[0], name: personalCode }),
    assessMeans: (_: unknown, { input }: { input: unknown }) => JSON.stringify(input),
    add: (_: unknown, args: unknown) => JSON.stringify(args),
    town: (_: unknown, { code }: { code: string }) => ({ code, label: 'Daugavpils' }),
    refused: () => {
      throw new GraphQLError('Your role does not let you do this', {
        extensions: { code: 'FORBIDDEN', messageLv: 'Jūsu loma to neļauj', http: { status: 403 }, sql: 'select 1', stacktrace: ['at x'] },
      });
    },
    broken: () => {
      throw new Error("insert into person values ('Anna Paraugs')");
    },
    hidden: () => {
      throw new GraphQLError('No such table: person', { extensions: { code: 'INTERNAL_SERVER_ERROR', exception: { sql: 'select 1' } } });
    },
    slow: () => state.slow,
  },
  Mutation: { note: (_: unknown, { text }: { text: string }) => text },
  Person: { __resolveReference: ({ id }: { id: string }) => people.find((person) => person.id === id) ?? null },
  Town: { __resolveReference: ({ code }: { code: string }) => ({ code, label: 'Daugavpils' }) },
});

const servicesResolvers = {
  Query: { serviceTypes: () => ['shelter', 'home-care'], ghost: () => ({ id: 'p9' }) },
  Person: {
    __resolveReference: ({ id }: { id: string }) => ({ id, cases: [{ number: `C-${id}`, responsible: null }], risk: 'NONE' }),
  },
  Town: { __resolveReference: ({ code }: { code: string }) => ({ code, staffing: 235 }) },
};

/** SDL of the toys as composition takes it; the addresses lead nowhere. */
export const toySdls: SubgraphSdl[] = [
  { name: 'registry', sdl: registrySdl, url: 'http://127.0.0.1:1/graphql' },
  { name: 'services', sdl: servicesSdl, url: 'http://127.0.0.1:1/graphql' },
];

/** Two subgraphs without a database. */
export function toySubgraphs(state: ToyState): Map<DomainName, SubgraphExecutor> {
  const registry = buildSubgraphSchema({ typeDefs: parse(registrySdl), resolvers: registryResolvers(state) as never });
  const services = buildSubgraphSchema({ typeDefs: parse(servicesSdl), resolvers: servicesResolvers });
  return new Map<DomainName, SubgraphExecutor>([
    ['registry', executor('registry', registry, state)],
    ['services', executor('services', services, state)],
  ]);
}

function executor(subgraph: DomainName, schema: GraphQLSchema, state: ToyState): SubgraphExecutor {
  return {
    async execute(request) {
      state.seen.push({ subgraph, request });
      const document = parse(request.query);
      return execute({ schema, document, variableValues: request.variables, operationName: request.operationName, contextValue: request });
    },
  };
}
