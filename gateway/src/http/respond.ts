import type { Request, Response } from 'express';
import { latvianOf } from './texts.js';

/** One refusal before any graph is asked: its HTTP status, its code and what it says. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  messageLv?: string;
}

/** Media types of GraphQL answers; the first is given to whoever names none. */
const mediaTypes = ['application/json', 'application/graphql-response+json'];

/** Sends a refusal in the form of every GraphQL answer, in the media type the client asked for. */
export function refuse(req: Request, res: Response, requestId: string, { status, code, message, messageLv }: Refusal): void {
  const type = req.accepts(mediaTypes) || 'application/json';
  const body = { errors: [{ message, extensions: { code, messageLv: messageLv ?? latvianOf(code), requestId } }] };
  res.status(status).setHeader('content-type', `${type}; charset=utf-8`);
  res.send(JSON.stringify(body));
}
