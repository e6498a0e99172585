import { AuditRecorder } from '@atbalsts/audit';
import type { TokenVerifier } from '@atbalsts/auth';
import { type DomainDatabase, type DomainName, today, withSession } from '@atbalsts/database';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SubgraphCaller, SubgraphExecutor, SubgraphRequest } from './call/index.js';
import { Context } from './context.js';
import { publicError } from './errors.js';
import { buildFederatedSchema, type SchemaParts } from './schema.js';

/** A domain's room in the graph: its schema, and the way to put a question to it. */
export interface Subgraph extends SubgraphExecutor {
  readonly name: DomainName;
  readonly schema: GraphQLSchema;
  /** The federated SDL that composition reads and `schema.graphql` keeps. */
  readonly sdl: string;
  readonly database: DomainDatabase;
  close(): Promise<void>;
}

/** What `createSubgraph` puts together. */
export interface SubgraphOptions extends SchemaParts {
  name: DomainName;
  database: DomainDatabase;
  verifier: Pick<TokenVerifier, 'verify'>;
  /** How this domain asks others; null where it asks nobody (a question then fails closed). */
  caller?: SubgraphCaller | null;
  /** The clock; tests set it. */
  clock?: () => Date;
  /** Where surprises go; the default writes one line without personal data to standard error. */
  onSurprise?: (error: unknown, requestId: string) => void;
}

const defaultSurprise = (name: DomainName) => (error: unknown, requestId: string) => {
  const text = error instanceof Error ? `${error.name}: ${error.stack?.split('\n').slice(1, 4).join(' | ')}` : 'unknown';
  console.error(JSON.stringify({ level: 'error', subgraph: name, requestId, error: text }));
};

/**
 * Makes a subgraph. Every operation: the token is checked again, one session on the domain's own database with the tenant set,
 * the guarded schema, the audit entries flushed, then commit. What cannot be audited is not answered.
 */
export function createSubgraph(options: SubgraphOptions): Subgraph {
  const { schema, sdl } = buildFederatedSchema(options);
  const documents = new LRUCache<string, DocumentNode | readonly GraphQLError[]>({ max: 1000 });
  const onSurprise = options.onSurprise ?? defaultSurprise(options.name);
  const clock = options.clock ?? (() => new Date());

  const documentOf = (query: string): DocumentNode | readonly GraphQLError[] => {
    let known = documents.get(query);
    if (!known) {
      try {
        const document = parse(query);
        const errors = validate(schema, document);
        known = errors.length ? errors : document;
      } catch (error) {
        known = [error as GraphQLError];
      }
      documents.set(query, known);
    }
    return known;
  };

  const run = async (request: SubgraphRequest): Promise<ExecutionResult> => {
    const principal = await options.verifier.verify(request.token ?? '');
    const document = documentOf(request.query);
    if (!('kind' in document)) {
      return {
        errors: document.map(
          (e) =>
            new GraphQLError(e.message, {
              nodes: e.nodes,
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: request.requestId },
            }),
        ),
      };
    }
    if (!getOperationAST(document, request.operationName)) {
      return {
        errors: [
          new GraphQLError('Name one operation of the document', { extensions: { code: 'BAD_REQUEST', requestId: request.requestId } }),
        ],
      };
    }
    return withSession(options.database, principal, async (em) => {
      const audit = new AuditRecorder(principal, request.requestId);
      const context = new Context(principal, request.requestId, em, audit, today(clock), options.caller ?? null, request.signal);
      const result = await execute({
        schema,
        document,
        variableValues: request.variables ?? {},
        operationName: request.operationName ?? undefined,
        contextValue: context,
      });
      await audit.flush(em);
      return result;
    });
  };

  return {
    name: options.name,
    schema,
    sdl,
    database: options.database,
    close: () => options.database.close(),
    health: () =>
      options.database.orm.em
        .fork()
        .execute('select 1')
        .then(
          () => 'up' as const,
          () => 'down' as const,
        ),
    async execute(request) {
      const expose = (error: unknown) => {
        const known = error instanceof GraphQLError ? error : new GraphQLError('failed', { originalError: error as Error });
        return publicError(known, request.requestId, (surprise) => onSurprise(surprise, request.requestId));
      };
      try {
        const result = await run(request);
        return result.errors ? { ...result, errors: result.errors.map(expose) } : result;
      } catch (error) {
        return { data: null, errors: [expose(error)] };
      }
    },
  };
}
