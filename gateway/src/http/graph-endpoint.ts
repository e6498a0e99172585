import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import type { RequestHandler } from 'express';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { TrustedDocuments } from '../documents/trusted-documents.js';
import { type GraphContext, type RequestScope, TimeIsUp } from '../execution/context.js';
import type { Execution } from '../execution/execution.js';
import { scalarLiterals } from '../execution/scalar-input.js';
import { Admission, admissionHandler } from '../limits/admission.js';
import { type CostModel, readCostModel } from '../limits/cost-model.js';
import { costPlugin } from '../limits/cost-plugin.js';
import type { AudienceLimits } from '../limits/limits.js';
import { formatError } from './format-error.js';
import { describeForLog, type Log } from './log.js';
import { currentScope, scopeOf } from './request-scope.js';

/** One audience's Apollo Server, and the handler that puts a checked, parsed request to it. */
export interface GraphEndpoint {
  handler: RequestHandler;
  stop(): Promise<void>;
}

/** What one audience's graph is made of. */
export interface GraphEndpointOptions {
  execution: Execution;
  limits: Readonly<AudienceLimits>;
  /** The documents that may run; null where any may. */
  trustedDocuments: TrustedDocuments | null;
  log: Log;
}

/** Starts the graph of one audience. The handler expects the audience guard and the body parser before it. */
export async function startGraphEndpoint({ execution, limits, trustedDocuments, log }: GraphEndpointOptions): Promise<GraphEndpoint> {
  const admission = new Admission(limits, trustedDocuments);
  // A request is costed by the schema that it was validated against, also while another takes its place.
  const costs = new WeakMap<GraphQLSchema, CostModel>();
  execution.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => costs.set(apiSchema, readCostModel(coreSupergraphSdl, apiSchema)));
  const server = new ApolloServer<GraphContext>({
    gateway: execution,
    plugins: [
      noteOperation,
      costPlugin((schema) => costs.get(schema) as CostModel, limits, admission),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    formatError: (formatted, error) => finish(formatted, error, log),
    validationRules: [scalarLiterals],
    parseOptions: { maxTokens: limits.tokens },
    maxRecursiveSelections: true,
    // Names are not hidden from who has a token of this audience; guessing at other audiences' names is not helped.
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: {
      debug: () => {},
      info: () => {},
      warn: () => {},
      error: (message: unknown) => log({ level: 'error', text: describeForLog(message) }),
    },
  });
  await server.start();
  const admit = admissionHandler(admission);
  const apollo = expressMiddleware(server, {
    context: async ({ res }): Promise<GraphContext> => ({ scope: scopeOf(res), principal: res.locals.principal, ...patienceOf(res) }),
  });
  return {
    handler: (req, res, next) => admit(req, res, () => currentScope.run(scopeOf(res), () => apollo(req, res, next))),
    stop: () => server.stop(),
  };
}

/** How long one request is worked at: until its client hangs up before the answer is complete, or its time is up where it is given a limit. */
function patienceOf(res: Parameters<RequestHandler>[1]): Pick<GraphContext, 'signal' | 'limitTime'> {
  const patience = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  res.once('close', () => {
    clearTimeout(timer);
    if (!res.writableFinished) patience.abort();
  });
  return {
    signal: patience.signal,
    limitTime(seconds) {
      timer ??= setTimeout(() => patience.abort(new TimeIsUp(seconds)), seconds * 1_000);
    },
  };
}

/** Notes which operation it is for the log: the first digits of the SHA-256 of its text, which Apollo Server has made to find the parsed document. */
const noteOperation: ApolloServerPlugin<GraphContext> = {
  async requestDidStart({ contextValue }) {
    return {
      async didResolveOperation({ source, queryHash }) {
        contextValue.scope.operation = source ? queryHash.slice(0, 12) : null;
      },
    };
  },
};

/** The last hand on an error: its house form, the request id, and a note for log and metrics. */
function finish(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const scope: RequestScope | undefined = currentScope.getStore();
  const requestId = scope?.requestId ?? '';
  const shown = formatError(formatted, error, (cause) => log({ level: 'error', requestId, text: describeForLog(cause) }));
  const extensions: Record<string, unknown> = { ...shown.extensions, requestId };
  if (scope) scope.code ??= String(extensions.code);
  return { ...shown, extensions };
}
