import { AuditRecorder } from '@atbalsts/audit';
import type { TokenVerifier } from '@atbalsts/auth';
import { type DomainDatabase, type DomainName, isCancelled, today, withSession } from '@atbalsts/database';
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SubgraphCaller, SubgraphExecutor, SubgraphRequest } from './call/index.js';
import { Context } from './context.js';
import { checkRepresentations, type ReadyDocument, readDocument } from './document.js';
import { EmergencyAccess, EmergencyEnded, type EmergencyLookup, emergencyClaim } from './emergency.js';
import { isLostDatabase, lostCommit, publicError } from './errors.js';
import { fileDesk } from './files/desk.js';
import type { FileRoute } from './files/file.js';
import { buildFederatedSchema, type SchemaParts } from './schema.js';
import { surpriseLine } from './surprise.js';
import { checkVariables } from './text-input.js';

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
  /** Files beside the graph: documents, letters. */
  files?: readonly FileRoute[];
  /** Looks up an emergency access in the domain's own records: the registry has them, the others ask it. */
  emergencyHold?: EmergencyLookup;
  /** The clock; tests set it. */
  clock?: () => Date;
  /** Where surprises go; the default writes one line without personal data to standard error. */
  onSurprise?: (error: unknown, requestId: string) => void;
}

const defaultSurprise = (name: DomainName) => (error: unknown, requestId: string) => console.error(surpriseLine(name, error, requestId));

/**
 * Makes a subgraph. Every operation: the token is checked again, the document and the variables are measured, one session on the domain's own database with the tenant set,
 * the guarded schema, the audit entries flushed, then commit. What cannot be audited is not answered.
 */
export function createSubgraph(options: SubgraphOptions): Subgraph {
  const { schema, sdl } = buildFederatedSchema(options);
  const documents = new LRUCache<string, ReadyDocument | readonly GraphQLError[]>({ max: 1000 });
  const onSurprise = options.onSurprise ?? defaultSurprise(options.name);
  const clock = options.clock ?? (() => new Date());

  const documentOf = (query: string): ReadyDocument | readonly GraphQLError[] => {
    let known = documents.get(query);
    if (!known) {
      known = readDocument(schema, query);
      documents.set(query, known);
    }
    return known;
  };

  const run = async (request: SubgraphRequest): Promise<ExecutionResult> => {
    const principal = await options.verifier.verify(request.token ?? '');
    const ready = documentOf(request.query);
    if (!('document' in ready)) {
      return {
        errors: ready.map(
          (e) =>
            new GraphQLError(e.message, {
              nodes: e.nodes,
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...e.extensions, requestId: request.requestId },
            }),
        ),
      };
    }
    const { document } = ready;
    const variables = request.variables ?? {};
    const operation = getOperationAST(document, request.operationName);
    if (!operation) {
      return {
        errors: [
          new GraphQLError('Name one operation of the document', { extensions: { code: 'BAD_REQUEST', requestId: request.requestId } }),
        ],
      };
    }
    checkRepresentations(ready, variables);
    checkVariables(variables);
    // What has begun to change something is carried to its end, whether or not anybody still listens.
    const signal = operation.operation === 'mutation' ? undefined : request.signal;
    const timeLeftMs = operation.operation === 'mutation' ? undefined : request.timeLeftMs;
    const isQuery = operation.operation === 'query';
    const claim = isQuery && request.emergency ? await emergencyClaim(options.name, principal, request, options.caller ?? null) : null;
    let interrupted: unknown;
    let worked = false;
    const answer = withSession(
      options.database,
      principal,
      async (em) => {
        const audit = new AuditRecorder(principal, request.requestId, request.purpose ?? null);
        const hold = (claim && (claim.hold ?? (await options.emergencyHold?.(em, claim.id, principal)))) || null;
        if (claim && !hold) throw new EmergencyEnded();
        const emergency = claim && hold && new EmergencyAccess(claim.id, hold, principal, audit);
        const context = new Context(
          principal,
          request.requestId,
          em,
          audit,
          today(clock),
          options.caller ?? null,
          signal,
          emergency,
          request.traceparent,
        );
        const result = await execute({
          schema,
          document,
          variableValues: variables,
          operationName: request.operationName ?? undefined,
          contextValue: context,
        });
        interrupted = result.errors?.map((error) => error.originalError).find((error) => isCancelled(error) || isLostDatabase(error));
        await audit.flush(em);
        worked = true;
        return result;
      },
      { signal, timeLeftMs },
    );
    // A statement that was cancelled outside a mutation's savepoint fails the transaction, and one that lost its connection does: what ends it then is only its echo.
    return answer.catch((error: unknown) => {
      if (interrupted === undefined && worked && !isQuery && isLostDatabase(error)) throw lostCommit();
      throw interrupted ?? error;
    });
  };

  return {
    name: options.name,
    file: fileDesk({ ...options, routes: options.files ?? [], clock, onSurprise }),
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
        return publicError(known, request.requestId, (surprise) => {
          // A statement that was ended because its client has gone surprises nobody.
          if (!(request.signal?.aborted && isCancelled(surprise))) onSurprise(surprise, request.requestId);
        });
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
