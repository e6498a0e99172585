import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { SubgraphCaller } from '@atbalsts/graphql/call';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { GraphContext } from './context.js';
import { internalError, type UnexpectedError } from './downstream.js';
import type { GraphAnswer, PreparedOperation } from './prepared.js';
import { SubgraphCalls } from './reads.js';
import { isUnsupported } from './refusals.js';
import { GraphVersion, type PlanCacheLimits, planCacheLimits } from './version.js';

/** What Apollo Server takes as a gateway. */
export type Execution = NonNullable<ApolloServerOptionsWithGateway<GraphContext>['gateway']>;

/** How a graph is executed. */
export interface ExecutionOptions {
  supergraphSdl: string;
  /** The one way to the subgraphs, in process or over HTTP. */
  caller: SubgraphCaller;
  /** Told of errors nobody foresaw, with the request they belong to. */
  onUnexpected?: (error: UnexpectedError & { requestId: string }) => void;
  /**
   * Whether a subgraph keeps no trace of a read: neither its audit nor its log notes who asked or under which request id. Only then may identical reads
   * of several requests be answered by one call. No subgraph unless told.
   */
  keepsNoTrace?: (subgraph: string) => boolean;
  /** Bounds of the plans that are kept. */
  planCache?: Readonly<PlanCacheLimits>;
}

/** An execution whose supergraph can be replaced while it answers. */
export interface ReloadableExecution extends Execution {
  /**
   * Takes another supergraph from now on. Requests under way end on the one they began with; Apollo Server is told before this returns.
   * @throws what is wrong with the supergraph; nothing has changed then
   */
  reload(supergraphSdl: string): void;
}

type SchemaCallback = Parameters<Execution['onSchemaLoadOrUpdate']>[0];
type GatewayExecutor = NonNullable<Awaited<ReturnType<Execution['load']>>['executor']>;

/**
 * The execution of one audience's graph: Apollo's planner, our own executor (`plan/`) and shaping of answers (`shape/`). No subgraph is asked for
 * anything at start. The rest of the gateway knows this function alone, so that the executor can be replaced.
 * @throws what is wrong with the supergraph
 */
export function createExecution(options: ExecutionOptions): ReloadableExecution {
  const { caller, onUnexpected = () => {}, keepsNoTrace = () => false, planCache = planCacheLimits } = options;
  const calls = new SubgraphCalls(caller, keepsNoTrace);
  const versionOf = (supergraphSdl: string) => new GraphVersion(supergraphSdl, { calls, onUnexpected }, planCache);
  let current = versionOf(options.supergraphSdl);
  // A request was validated against one schema, and must be executed by the version it belongs to.
  const versions = new WeakMap<GraphQLSchema, GraphVersion>([[current.schema, current]]);
  const callbacks = new Set<SchemaCallback>();
  let loaded = false;
  const tell = (callback: SchemaCallback, version: GraphVersion) =>
    callback({ apiSchema: version.schema, coreSupergraphSdl: version.supergraphSdl });

  const execute = async ({
    schema,
    source,
    document,
    operation,
    request,
    context,
  }: Parameters<GatewayExecutor>[0]): Promise<GraphAnswer> => {
    if (!operation) return { errors: [new GraphQLError('The request must name one operation of its document')] };
    const version = versions.get(schema) ?? current;
    let prepared: PreparedOperation;
    try {
      prepared = version.operation(source, document, operation);
    } catch (error) {
      return { errors: [isUnsupported(error) ? error : broken(error)] };
    }
    return prepared(request.variables ?? noVariables, context as GraphContext);
  };

  return {
    onSchemaLoadOrUpdate(callback) {
      callbacks.add(callback);
      if (loaded) tell(callback, current);
      return () => void callbacks.delete(callback);
    },
    async load() {
      loaded = true;
      for (const callback of callbacks) tell(callback, current);
      return { executor: execute as GatewayExecutor };
    },
    async stop() {
      callbacks.clear();
    },
    reload(supergraphSdl) {
      const next = versionOf(supergraphSdl);
      versions.set(next.schema, next);
      const told: SchemaCallback[] = [];
      try {
        for (const callback of loaded ? callbacks : []) {
          tell(callback, next);
          told.push(callback);
        }
      } catch (error) {
        // One of those who live by the schema cannot: all go back to the one they had.
        for (const callback of told) tell(callback, current);
        throw error;
      }
      current = next;
    },
  };
}

const noVariables = {};

/** A plan that cannot be made is our fault: no variable and no field of the client's reaches this point unchecked. */
function broken(error: unknown): GraphQLError {
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause, extensions: { code: internalError.code, http: { status: 500 } } });
}
