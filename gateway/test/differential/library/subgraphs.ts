import { buildSubgraphSchema } from '@apollo/subgraph';
import type { DomainName } from '@atbalsts/database';
import { InProcessCaller, type SubgraphCaller, type SubgraphExecutor } from '@atbalsts/graphql';
import {
  buildASTSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  parse,
} from 'graphql';
import { audienceSdl } from '../../../src/audiences/supergraph.js';
import type { GeneratedRequest } from './../generate/print.js';
import { entityReaders, fieldReaders } from './fields.js';
import { type LibraryName, libraryNames, librarySdls, librarySupergraph } from './sdl.js';

/** What a subgraph must be given by the gateway, since it does not hold it itself: fields that it declares as external and requires. */
const external: Partial<Record<LibraryName, Record<string, readonly string[]>>> = {
  stock: { Book: ['size', 'released'], Film: ['minutes'] },
};

/** Puts the library's readers on the fields of a schema; types of abstract values are told by `__typename`. */
function withReaders(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || type.name.startsWith('_')) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const reader = field.name.startsWith('_') ? undefined : fieldReaders[type.name]?.[field.name];
        if (reader) field.resolve = (parent, args) => reader(parent, args);
      }
    } else if (isAbstractType(type)) type.resolveType = ({ __typename }: { __typename: string }) => __typename;
  }
  return schema;
}

function subgraphSchema(name: LibraryName): GraphQLSchema {
  const typeDefs = parse(librarySdls[name]);
  const entities = typeDefs.definitions.flatMap((node) =>
    (node.kind === 'ObjectTypeDefinition' || node.kind === 'InterfaceTypeDefinition') &&
    node.directives?.some((directive) => directive.name.value === 'key')
      ? [node.name.value]
      : [],
  );
  const resolvers = entities.map((type) => [
    type,
    {
      __resolveReference: (reference: Record<string, unknown>) => {
        const record = entityReaders[type]?.(reference);
        if (!record) return null;
        const copy: Record<string, unknown> = { ...record };
        for (const field of external[name]?.[type] ?? []) {
          delete copy[field];
          if (field in reference) copy[field] = reference[field];
        }
        return copy;
      },
    },
  ]);
  return withReaders(buildSubgraphSchema({ typeDefs, resolvers: Object.fromEntries(resolvers) }));
}

/** The schemas of the subgraphs, as graphql-js executes them. */
export const librarySchemas = Object.fromEntries(libraryNames.map((name) => [name, subgraphSchema(name)])) as Record<
  LibraryName,
  GraphQLSchema
>;

const documents = new Map<string, DocumentNode>();

/** A document, parsed once. */
export function parsed(query: string): DocumentNode {
  const known = documents.get(query) ?? parse(query, { noLocation: true });
  documents.set(query, known);
  return known;
}

/** The subgraphs of the library behind the seam through which the gateway calls. */
export function libraryCaller(): SubgraphCaller {
  const executors = libraryNames.map((name): [DomainName, SubgraphExecutor] => [
    name as string as DomainName,
    {
      execute: async ({ query, variables, operationName }) =>
        execute({ schema: librarySchemas[name], document: parsed(query), variableValues: variables, operationName }),
    },
  ]);
  return new InProcessCaller(new Map(executors));
}

/** The graph that a client of the library sees, as one schema over all records: what an answer must be, whoever gives it. */
export const libraryWhole = withReaders(buildASTSchema(parse(audienceSdl(librarySupergraph))));

/** The answer of the whole to a request. */
export async function answerOfWhole({ query, variables, operationName }: GeneratedRequest): Promise<ExecutionResult> {
  return execute({ schema: libraryWhole, document: parsed(query), variableValues: variables, operationName });
}
