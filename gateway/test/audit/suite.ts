import { buildSubgraphSchema } from '@apollo/subgraph';
import type { DomainName } from '@atbalsts/database';
import { InProcessCaller, type SubgraphCaller, type SubgraphExecutor } from '@atbalsts/graphql';
import { execute, isAbstractType, parse } from 'graphql';
import { composeSupergraph } from '../../src/audiences/compose.js';

/** Who answers a case as the directives have it. */
export type Executor = 'ours' | 'stock';
export const both: readonly Executor[] = ['ours', 'stock'];

/** A question to a small federation and the answer that the definitions of the directives demand. */
export interface AuditCase {
  query: string;
  variables?: Record<string, unknown>;
  data: unknown;
  /** Whether the answer must carry errors; without it, it must carry none. */
  errors?: boolean;
  holds: readonly Executor[];
  /** Why it does not hold everywhere: what the planner or the executor does. */
  why?: string;
}

/** One subgraph: SDL with its own link, and resolvers; a type without `__resolveReference` gives back what it was asked by. */
export interface AuditSubgraph {
  sdl: string;
  // biome-ignore lint/suspicious/noExplicitAny: resolvers of many shapes
  resolvers: Record<string, any>;
}

/** A federation made for one directive or one way of using it. */
export interface AuditSuite {
  name: string;
  subgraphs: Record<string, AuditSubgraph>;
  cases: readonly AuditCase[];
}

/** SDL that begins with the link of federation and these directives. */
export const federated = (directives: string, sdl: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${directives
    .split(' ')
    .map((one) => `"@${one}"`)
    .join(', ')}])\n${sdl}`;

/** The supergraph of a suite, composed as the staff graph is. Throws where its subgraphs do not compose: that is an error of the suite. */
export function supergraphOf({ subgraphs }: AuditSuite): string {
  return composeSupergraph(
    'STAFF',
    Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, sdl, url: 'http://127.0.0.1:1' })),
  );
}

/** The subgraphs of a suite behind the seam through which the gateway calls. */
export function callerOf({ subgraphs }: AuditSuite): SubgraphCaller {
  const executors = Object.entries(subgraphs).map(([name, { sdl, resolvers }]): [DomainName, SubgraphExecutor] => {
    const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
    for (const type of Object.values(schema.getTypeMap())) {
      if (isAbstractType(type) && !type.name.startsWith('_')) type.resolveType = ({ __typename }: { __typename: string }) => __typename;
    }
    return [
      name as string as DomainName,
      {
        execute: async ({ query, variables, operationName }) =>
          execute({ schema, document: parse(query), variableValues: variables, operationName }),
      },
    ];
  });
  return new InProcessCaller(new Map(executors));
}
