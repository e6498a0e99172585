import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { SubgraphCaller } from '@atbalsts/graphql';
import type { GraphContext } from './context.js';
import type { UnexpectedError } from './downstream.js';
import { createStockExecution } from './stock.js';

/** What Apollo Server takes as a gateway. */
export type Execution = NonNullable<ApolloServerOptionsWithGateway<GraphContext>['gateway']>;

/** How a graph is executed. */
export interface ExecutionOptions {
  supergraphSdl: string;
  /** The one way to the subgraphs, in process or over HTTP. */
  caller: SubgraphCaller;
  /** Told of errors nobody foresaw, with the request they belong to. */
  onUnexpected?: (error: UnexpectedError & { requestId: string }) => void;
}

/** The execution of one audience's graph. The rest of the gateway knows this function alone, so that the executor can be replaced. */
export function createExecution(options: ExecutionOptions): Execution {
  return createStockExecution(options);
}
