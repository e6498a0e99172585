import type { Request, Response } from 'express';
import type { GraphQLError } from 'graphql';
import type { RequestScope } from '../execution/context.js';
import { latvianOf } from './texts.js';

/** One refusal before any graph is asked: its HTTP status, its code and what it says. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  messageLv?: string;
  /** More of `extensions`. */
  details?: Record<string, unknown>;
}

/** Media types of GraphQL answers; the first is given to whoever names none. */
const mediaTypes = ['application/json', 'application/graphql-response+json'];

/** Sends a refusal in the form of every GraphQL answer, in the media type the client asked for. */
export function refuse(req: Request, res: Response, requestId: string, { status, code, message, messageLv, details }: Refusal): void {
  const type = req.accepts(mediaTypes) || 'application/json';
  const body = { errors: [{ message, extensions: { ...details, code, messageLv: messageLv ?? latvianOf(code), requestId } }] };
  res.status(status).setHeader('content-type', `${type}; charset=utf-8`);
  res.send(JSON.stringify(body));
}

/** Sends an error that knows its own status (`extensions.http.status`) as a refusal, and notes its code for log and metrics. */
export function refuseWith(req: Request, res: Response, scope: RequestScope, error: GraphQLError): void {
  const { code, messageLv, http, ...details } = error.extensions;
  scope.code = String(code);
  refuse(req, res, scope.requestId, {
    status: (http as { status?: number } | undefined)?.status ?? 400,
    code: scope.code,
    message: error.message,
    messageLv: messageLv as string,
    details,
  });
}
