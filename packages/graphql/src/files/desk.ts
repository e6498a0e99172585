import { AuditRecorder } from '@atbalsts/audit';
import type { Principal, TokenVerifier } from '@atbalsts/auth';
import { type DomainDatabase, today, withSession } from '@atbalsts/database';
import { GraphQLError } from 'graphql';
import type { SubgraphCaller } from '../call/index.js';
import { Context } from '../context.js';
import { publicError } from '../errors.js';
import { type FileAnswer, type FileRequest, type FileRoute, fileError, noSuchFile, refusedFile } from './file.js';

/** What a subgraph's files are answered with. */
export interface FileDeskOptions {
  database: DomainDatabase;
  verifier: Pick<TokenVerifier, 'verify'>;
  caller?: SubgraphCaller | null;
  routes: readonly FileRoute[];
  clock: () => Date;
  onSurprise: (error: unknown, requestId: string) => void;
}

/**
 * Answers for the files of a subgraph. As with an operation of the graph: the token is checked again, the session has the tenant set, and what cannot be
 * audited is not answered. Never throws.
 */
export function fileDesk(options: FileDeskOptions): (request: FileRequest) => Promise<FileAnswer> {
  const visit = async (request: FileRequest): Promise<FileAnswer> => {
    const principal = await options.verifier.verify(request.token ?? '');
    const found = options.routes.filter((route) => route.pattern.test(request.path));
    if (!found.length) throw noSuchFile();
    const route = found.find(({ method }) => method === request.method);
    if (!route) throw fileError(405, 'METHOD_NOT_ALLOWED', 'This is not done with this file', 'Ar šo failu tā nerīkojas');
    const params = route.pattern.exec(request.path)?.slice(1) ?? [];
    return route.answer({ request, principal, params, session: (work) => sessionOf(options, principal, request, work) });
  };
  return async (request) => {
    try {
      return await visit(request);
    } catch (error) {
      const known = error instanceof GraphQLError ? error : new GraphQLError('failed', { originalError: error as Error });
      return refusedFile(
        publicError(known, request.requestId, (surprise) => options.onSurprise(surprise, request.requestId)),
        request.requestId,
      );
    }
  };
}

function sessionOf<T>(
  options: FileDeskOptions,
  principal: Principal,
  request: FileRequest,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  return withSession(options.database, principal, async (em) => {
    const audit = new AuditRecorder(principal, request.requestId);
    const result = await work(new Context(principal, request.requestId, em, audit, today(options.clock), options.caller ?? null));
    await audit.flush(em);
    return result;
  });
}
