import { createRequire } from 'node:module';
import type { GraphQLDataSource } from '@apollo/gateway';
import type { DomainName } from '@atbalsts/database/domains';
import { isFailedResult, type SubgraphCaller } from '@atbalsts/graphql/call';
import { GraphQLError } from 'graphql';
import { type GraphContext, TimeIsUp } from './context.js';
import { downstreamErrors, givenUp, internalError } from './downstream.js';
import type { Execution, ExecutionOptions } from './execution.js';
import { installScalars } from './scalar-input.js';

type GatewayExecutor = NonNullable<Awaited<ReturnType<Execution['load']>>['executor']>;

/**
 * The execution of one audience's graph by @apollo/gateway: Apollo's planner and executor over our own calls. Kept as the measure of `createExecution`
 * in the differential test and the benchmarks; the running gateway does not use it. No subgraph is asked for anything at start.
 */
export function createStockExecution({ supergraphSdl, caller, onUnexpected = () => {} }: ExecutionOptions): Execution {
  // The only way to tell @apollo/gateway 2.14 not to send usage data to its maker is this variable, read in its constructor.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  // Loaded when it is asked for: a gateway that answers does not carry it in its memory.
  const { ApolloGateway } = createRequire(import.meta.url)('@apollo/gateway') as typeof import('@apollo/gateway');
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => dataSource(name as DomainName, caller, onUnexpected),
    __exposeQueryPlanExperimental: false,
    logger: quiet,
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => installScalars(apiSchema));
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor && finishing(executor as GatewayExecutor, onUnexpected) };
    },
    stop: () => gateway.stop(),
  };
}

/** One subgraph as Apollo's executor sees it. */
function dataSource(
  name: DomainName,
  caller: SubgraphCaller,
  onUnexpected: NonNullable<ExecutionOptions['onUnexpected']>,
): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { scope, principal, signal } = context as GraphContext;
      const query = request.query ?? '';
      const operation = { query, operationName: request.operationName, variables: request.variables };
      // What has begun to change something is carried to its end, whether or not the client still listens.
      const patience = query.startsWith('mutation') ? {} : { signal };
      const answer = await caller.call(name, {
        ...operation,
        ...patience,
        token: principal.token,
        requestId: scope.requestId,
        purpose: scope.purpose,
        emergency: scope.emergency,
      });
      const result = isFailedResult(answer) && signal.reason instanceof TimeIsUp ? givenUp(name, signal.reason) : answer;
      const errors = downstreamErrors(name, operation, result, (error) => onUnexpected({ ...error, requestId: scope.requestId }));
      return { data: result.data ?? null, ...(errors.length ? { errors } : {}) };
    },
  };
}

/**
 * Corrects what Apollo's executor leaves: a null where the schema allows none is an error, not a remark in `extensions.valueCompletion`;
 * a request that names no operation of its document is the client's mistake (400), and a plan that breaks is ours (500).
 */
function finishing(executor: GatewayExecutor, onUnexpected: NonNullable<ExecutionOptions['onUnexpected']>): GatewayExecutor {
  return async (requestContext) => {
    if (!requestContext.operation) return { errors: [new GraphQLError('The request must name one operation of its document')] };
    const { requestId } = (requestContext.context as GraphContext).scope;
    const result = await executor(requestContext);
    const incomplete = result.extensions?.valueCompletion as readonly GraphQLError[] | undefined;
    if (incomplete) {
      for (const { message } of incomplete) onUnexpected({ subgraph: '', code: 'INCOMPLETE', message, requestId });
      const errors = incomplete.map(
        ({ path }) => new GraphQLError(internalError.message, { path, extensions: { ...codeOf(internalError) } }),
      );
      return { data: result.data, errors };
    }
    if (result.data !== undefined || !result.errors) return result;
    return { errors: result.errors.map((error) => (isClientsMistake(error) ? error : broken(error))) };
  };
}

const isClientsMistake = (error: GraphQLError): boolean =>
  error.extensions.code === 'BAD_USER_INPUT' ||
  error.nodes?.[0]?.kind === 'VariableDefinition' ||
  error.message.startsWith('Too many errors processing variables');

const broken = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { originalError: error, extensions: { code: internalError.code, http: { status: 500 } } });

const codeOf = ({ code, messageLv }: typeof internalError) => ({ code, messageLv });

/** @apollo/gateway speaks of its own loading only; what matters is thrown. */
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
