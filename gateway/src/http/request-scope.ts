import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import type { RequestScope } from '../execution/context.js';
import type { OperationSpan } from '../observe/tracing.js';

/** The scope of a request with its place in a trace. */
export interface TracedScope extends RequestScope {
  /** Its span; null where nothing is traced. */
  readonly span: OperationSpan | null;
  /** The client's own W3C trace context; null where it sent none that has its form. */
  readonly traceparent: string | null;
}

/** The request that is being answered, for code that Apollo Server calls without one (its formatting of errors). */
export const currentScope = new AsyncLocalStorage<TracedScope>();

/** A personal code has the form of an id, and must not come into logs and answers as one. */
const codeLike = /\d{6}-?\d{5}/;
/** A request id from outside is taken over when it cannot do harm in a header or in a log: letters, digits, `-`, `_`, `.`; 8 to 64 of them. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The client's request id when it is well formed, else a new one. */
export function requestIdOf(req: IncomingMessage): string {
  const given = req.headers['x-request-id'];
  return typeof given === 'string' && wellFormed.test(given) && !codeLike.test(given) ? given : randomUUID();
}

/** Remembers the scope of a request with its response. */
export function setScope(res: Response, scope: TracedScope): void {
  res.locals.scope = scope;
}

/** The scope that `setScope` remembered. */
export function scopeOf(res: Response): TracedScope {
  return res.locals.scope as TracedScope;
}
