import type { Principal } from '@atbalsts/auth';
import { type GraphQLSchema, getOperationAST, parse } from 'graphql';
import type { GraphContext } from '../../src/execution/context.js';
import type { Execution } from '../../src/execution/execution.js';

/** An answer as it would leave in JSON. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  data?: Record<string, any> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** What a request is asked with. */
export interface Asked {
  variables?: Record<string, unknown>;
  operationName?: string;
  signal?: AbortSignal;
  token?: string;
  requestId?: string;
  purpose?: string | null;
  emergency?: string | null;
}

/** An execution as Apollo Server uses it, without Apollo Server. */
export interface Asking {
  ask(query: string, asked?: Asked): Promise<Answer>;
  /** The schema in force. */
  schema(): GraphQLSchema;
}

/** Loads an execution and asks it. */
export async function asking(execution: Execution): Promise<Asking> {
  let schema: GraphQLSchema | undefined;
  execution.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  const { executor } = await execution.load({} as never);
  return {
    schema: () => schema as GraphQLSchema,
    async ask(query, asked = {}) {
      const document = parse(query);
      const operation = getOperationAST(document, asked.operationName);
      const request = { query, variables: asked.variables, operationName: asked.operationName };
      const context = contextOf(asked);
      // Only what executors read.
      const result = await executor?.({ schema, source: query, document, operation, request, context, queryHash: query } as never);
      return JSON.parse(JSON.stringify(result)) as Answer;
    },
  };
}

/** The context that a request is executed with. */
export function contextOf({ token = 'toy', requestId = 'request-1', purpose = null, emergency = null, signal }: Asked): GraphContext {
  return {
    scope: { requestId, audience: 'STAFF', purpose, emergency, operation: null, code: null },
    principal: { token } as unknown as Principal,
    signal: signal ?? new AbortController().signal,
    limitTime: () => {},
  };
}
