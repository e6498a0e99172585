import { bearerToken } from '@atbalsts/auth/identity';
import type { DomainName } from '@atbalsts/database/domains';
import { type FileAnswer, type FileRequest, fileRequestOf, type SubgraphCaller, sendFile } from '@atbalsts/graphql/call';
import { type RequestHandler, Router } from 'express';
import { scopeOf } from './request-scope.js';
import { refuse } from './respond.js';

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const documentPath = new RegExp(`^/files/([a-z]{1,20})/${id}$`);
const letterPath = new RegExp(`^/letters/${id}\\.pdf$`);

const progressPath = new RegExp(`^/progress-reports/${id}/\\d{4}\\.pdf$`);

/** The domain whose letters are printed. */
const lettersOf: DomainName = 'benefits';

/** The domain whose progress reports are printed. */
const progressOf: DomainName = 'strategy';

/** Whether an address is one of files, whatever stands behind it. */
export const isFileAddress = (path: string): boolean => /^\/(files|letters|progress-reports)\//.test(path);

/** The subgraph an address belongs to; null for an address that has not exactly the form, so that no part of it is ever put together or decoded. */
export function domainOf(path: string, subgraphs: readonly DomainName[]): DomainName | null {
  if (letterPath.test(path)) return lettersOf;
  if (progressPath.test(path)) return progressOf;
  const name = documentPath.exec(path)?.[1];
  return subgraphs.find((subgraph) => subgraph === name) ?? null;
}

/**
 * Files beside the graph, for staff: `GET` and `PUT /files/<domain>/<id>`, `GET /letters/<id>.pdf`, `GET /progress-reports/<id>/<year>.pdf`. The gateway checks the token and counts the request; who may
 * open what is decided by the domain that owns it, which checks the token again. Nothing is kept here: bytes go through as they come. There are no cookies
 * and no answer for other origins (CORS), so that a foreign page can neither bring nor fetch anything.
 */
export function files(caller: SubgraphCaller, subgraphs: readonly DomainName[], guard: RequestHandler): Router {
  const router = Router();
  router.use(named, guard, async (req, res) => {
    const scope = scopeOf(res);
    const url = req.originalUrl;
    const path = url.split('?')[0] ?? '';
    const domain = domainOf(path, subgraphs);
    if (!domain || !caller.file) {
      scope.code = 'NOT_FOUND';
      return refuse(req, res, scope.requestId, { status: 404, code: scope.code, message: 'There is nothing at this address' });
    }
    if (req.method !== 'GET' && req.method !== 'PUT') {
      scope.code = 'METHOD_NOT_ALLOWED';
      res.setHeader('allow', 'GET, PUT');
      return refuse(req, res, scope.requestId, { status: 405, code: scope.code, message: 'Files are opened by GET and brought by PUT' });
    }
    // Who has gone waits for nothing, neither for a connection nor for the bytes.
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    const asked: FileRequest = {
      ...fileRequestOf(req, bearerToken(req.headers.authorization), scope.requestId),
      path,
      signal: gone.signal,
    };
    const answer = await caller.file(domain, asked);
    if (answer.status >= 400) scope.code = codeOf(answer);
    await sendFile(res, answer);
  });
  return router;
}

/** Says in the log what was done, without ids and names. */
const named: RequestHandler = (req, res, next) => {
  const what = req.originalUrl.startsWith('/letters/')
    ? 'letter'
    : req.originalUrl.startsWith('/progress-reports/')
      ? 'progress report'
      : 'file';
  scopeOf(res).operation = req.method === 'PUT' ? `${what} put` : `${what} get`;
  res.setHeader('cache-control', 'no-store');
  next();
};

/** The code of a refusal in process; over HTTP its body is still on the way, and its status says enough. */
function codeOf(answer: FileAnswer): string {
  if (!Buffer.isBuffer(answer.body)) return `HTTP_${answer.status}`;
  const parsed = JSON.parse(answer.body.toString('utf8')) as { errors?: { extensions?: { code?: string } }[] };
  return parsed.errors?.[0]?.extensions?.code ?? `HTTP_${answer.status}`;
}
