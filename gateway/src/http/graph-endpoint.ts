import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import type { RequestHandler } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import type { GraphContext, RequestScope } from '../execution/context.js';
import type { Execution } from '../execution/execution.js';
import { scalarLiterals } from '../execution/scalar-input.js';
import { formatError } from './format-error.js';
import { describeForLog, type Log } from './log.js';
import { currentScope, scopeOf } from './request-scope.js';

/** Tokens (names, brackets, values) of one request's text at most: several times the longest query of the portal. */
const mostTokens = 20_000;

/** One audience's Apollo Server, and the handler that puts a checked, parsed request to it. */
export interface GraphEndpoint {
  handler: RequestHandler;
  stop(): Promise<void>;
}

/** Starts the graph of one audience. The handler expects the audience guard and the body parser before it. */
export async function startGraphEndpoint(execution: Execution, log: Log): Promise<GraphEndpoint> {
  const server = new ApolloServer<GraphContext>({
    gateway: execution,
    plugins: [
      noteOperation,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    formatError: (formatted, error) => finish(formatted, error, log),
    validationRules: [scalarLiterals],
    parseOptions: { maxTokens: mostTokens },
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
  const apollo = expressMiddleware(server, {
    context: async ({ res }): Promise<GraphContext> => ({ scope: scopeOf(res), principal: res.locals.principal, signal: goneSignal(res) }),
  });
  return {
    handler: (req, res, next) => currentScope.run(scopeOf(res), () => apollo(req, res, next)),
    stop: () => server.stop(),
  };
}

/** Aborts when the client hangs up before its answer is complete. */
function goneSignal(res: Parameters<RequestHandler>[1]): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** Notes the operation's name for the log. The name in the document, not the one in the request: that one is free text. */
const noteOperation: ApolloServerPlugin<GraphContext> = {
  async requestDidStart({ contextValue }) {
    return {
      async didResolveOperation({ operationName }) {
        contextValue.scope.operationName = operationName?.slice(0, 80) ?? null;
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
