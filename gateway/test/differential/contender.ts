import { ApolloServer } from '@apollo/server';
import type { Principal } from '@atbalsts/auth';
import type { DomainName } from '@atbalsts/database';
import type { SubgraphCaller, SubgraphRequest, SubgraphResult } from '@atbalsts/graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { GraphContext } from '../../src/execution/context.js';
import type { Execution, ExecutionOptions } from '../../src/execution/execution.js';
import { formatError } from '../../src/http/format-error.js';
import type { GeneratedRequest } from './generate/print.js';

/** An answer as a client gets it, without what changes from request to request. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** One call as a subgraph got it and answered it. */
export interface SeenCall {
  subgraph: string;
  request: SubgraphRequest;
  result: SubgraphResult;
}

/** What happens to the answer of a subgraph on its way to the gateway. */
export type Disturbance = (call: SeenCall) => SubgraphResult;

/** An executor under Apollo Server, over a caller of its own whose answers a test may disturb. */
export class Contender {
  /** Calls since the last `ask` began. */
  readonly calls: SeenCall[] = [];
  /** What the executor said of errors nobody foresaw since the last `ask` began. */
  readonly unexpected: string[] = [];
  disturbance: Disturbance | null = null;

  private constructor(private readonly server: ApolloServer<GraphContext>) {}

  /** Starts an executor over a supergraph. Everything goes through JSON on its way, as over HTTP: no two executors ever share an object. */
  static async start(
    create: (options: ExecutionOptions) => Execution,
    supergraphSdl: string,
    caller: SubgraphCaller,
    principal: Principal = librarian,
  ): Promise<Contender> {
    const disturbed: SubgraphCaller = {
      ...{ health: (name) => caller.health(name), close: () => caller.close() },
      async call(subgraph: DomainName, request) {
        const copy = structuredClone({ ...request, signal: undefined });
        const result = plain(await caller.call(subgraph, { ...copy, signal: request.signal }));
        const call = { subgraph, request: copy, result };
        contender.calls.push(call);
        return contender.disturbance ? plain(contender.disturbance({ ...call, result: plain(result) })) : plain(result);
      },
    };
    const onUnexpected = ({ message }: { message: string }) => void contender.unexpected.push(message);
    const server = new ApolloServer<GraphContext>({
      gateway: create({ supergraphSdl, caller: disturbed, onUnexpected }),
      formatError: (formatted, error) =>
        formatError(formatted, error, (told) => contender.unexpected.push(told instanceof Error ? told.message : String(told))),
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      introspection: true,
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      stopOnTerminationSignals: false,
    });
    const contender = new Contender(server);
    contender.principal = principal;
    await server.start();
    return contender;
  }

  private principal: Principal = librarian;

  /** Puts a request, with the answers of the subgraphs disturbed where a disturbance is given. */
  async ask({ query, variables, operationName }: GeneratedRequest, disturbance: Disturbance | null = null): Promise<Answer> {
    this.calls.length = 0;
    this.unexpected.length = 0;
    this.disturbance = disturbance;
    const contextValue: GraphContext = {
      scope: { requestId: 'request-1', audience: 'STAFF', purpose: null, emergency: null, operation: null, code: null },
      principal: this.principal,
      signal: new AbortController().signal,
      limitTime: () => {},
    };
    const { body } = await this.server.executeOperation({ query, variables: structuredClone(variables), operationName }, { contextValue });
    if (body.kind !== 'single') throw new Error('An answer in parts');
    const { data, errors, extensions } = body.singleResult;
    if (extensions && Object.keys(extensions).length) throw new Error(`Extensions nobody asked for: ${JSON.stringify(extensions)}`);
    return plain({ ...(data === undefined ? {} : { data }), ...(errors?.length ? { errors } : {}) });
  }

  /** Ends the executor. */
  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** Who asks in the library. */
const librarian = {
  subject: 'librarian',
  audience: 'STAFF',
  roles: ['director'],
  token: 'library',
  expiresAt: 4_102_444_800,
} as unknown as Principal;

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
