import type { Request, RequestHandler } from 'express';
import { scopeOf } from './request-scope.js';

/** Refusals of a request that is well formed, by what its document or its variables say. */
const byItsContent = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'COST_LIMIT',
]);

/** Whether the client names `application/json` and not the media type of GraphQL: one that names neither is asked nothing of. */
const knowsPlainJsonOnly = (req: Request): boolean => {
  const accept = req.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('application/graphql-response+json');
};

/**
 * For clients that know GraphQL as plain JSON alone, a document that is refused is answered 200 (GraphQL over HTTP, "application/json": SHOULD): they look
 * into the body, and take 400 for a word of something in between. Apollo Server says 400 whatever the client knows.
 */
export const plainJsonStatus: RequestHandler = (req, res, next) => {
  const send = res.send.bind(res);
  res.send = (body: unknown) => {
    if (res.statusCode === 400 && byItsContent.has(scopeOf(res).code ?? '') && knowsPlainJsonOnly(req)) res.statusCode = 200;
    return send(body);
  };
  next();
};
