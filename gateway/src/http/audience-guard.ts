import { AuthenticationError, bearerToken, ForbiddenError, type Principal } from '@atbalsts/auth/identity';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { GraphAudience } from '../audiences/audience.js';
import type { RateLimit } from '../limits/rate-limit.js';
import { scopeOf } from './request-scope.js';
import { refuse } from './respond.js';

/** Checks a token; `TokenVerifier` is one. Throws AuthenticationError, and nothing else. */
export interface Verifier {
  verify(token: string | null | undefined): Promise<Principal>;
}

/**
 * Stands before an audience's graph: no good token, no answer (introspection included), 401; a good token of another audience, 403.
 * Both count towards the rate limit: a good token by its subject, anything else by the address it came from.
 * It reads no body, so that nobody without a token makes the gateway parse anything.
 */
export function audienceGuard(audience: GraphAudience, verifier: Verifier, rate: RateLimit): RequestHandler {
  return async (req: Request, res: Response, next: NextFunction) => {
    const scope = scopeOf(res);
    let principal: Principal;
    try {
      principal = await verifier.verify(bearerToken(req.headers.authorization));
      if (principal.audience !== audience) throw ForbiddenError.audience(audience);
    } catch (error) {
      if (!(error instanceof AuthenticationError || error instanceof ForbiddenError)) throw error;
      if (rate.refused(req, res, null)) return;
      const code = String(error.extensions.code);
      scope.code = code;
      if (code === 'UNAUTHENTICATED') res.setHeader('www-authenticate', 'Bearer realm="atbalsts"');
      const status = code === 'UNAUTHENTICATED' ? 401 : 403;
      return refuse(req, res, scope.requestId, { status, code, message: error.message, messageLv: error.extensions.messageLv as string });
    }
    if (rate.refused(req, res, principal)) return;
    res.locals.principal = principal;
    next();
  };
}
