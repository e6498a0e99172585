import type { SubgraphRequest, SubgraphResult } from '@atbalsts/graphql/call';
import type { GraphQLError } from 'graphql';
import type { GraphContext } from '../context.js';
import type { Data } from './merge.js';

/** One request while its plan is carried out. */
export interface Run {
  readonly context: GraphContext;
  /** Raw values, as the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Values of the variables that conditions ask, with their defaults. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** What the subgraphs gave so far, merged; of this request alone wherever something is still to be written. */
  readonly data: Data;
  readonly errors: GraphQLError[];
  /** Reads of which the plan has twins, begun or answered; null until there is one. */
  reads: Map<string, Promise<SubgraphResult>> | null;
}

/** A part of a plan. What needs no waiting gives nothing back. Never rejects: what fails is among the errors of the run. */
export type Step = (run: Run) => Promise<void> | undefined;

/** What a request brings to every call of a subgraph. The one place where it is said what a subgraph sees. */
export function subgraphRequest(
  { context: { principal, scope, signal } }: Run,
  operation: Pick<SubgraphRequest, 'query' | 'operationName' | 'variables'>,
  isMutation: boolean,
): SubgraphRequest {
  return {
    query: operation.query,
    operationName: operation.operationName,
    variables: operation.variables,
    // What has begun to change something is carried to its end, whether or not the client still listens.
    signal: isMutation ? undefined : signal,
    token: principal.token,
    requestId: scope.requestId,
    purpose: scope.purpose,
    emergency: scope.emergency,
  };
}
