import type { Request, RequestHandler } from 'express';
import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { documentUnknownError, type TrustedDocuments } from '../documents/trusted-documents.js';
import { scopeOf } from '../http/request-scope.js';
import { refuseWith } from '../http/respond.js';
import type { AudienceLimits } from './limits.js';
import { costLimitError } from './refusal.js';
import { structureExcess } from './structure.js';

/** Judges the text of a request: is it one of the trusted documents, where only those run; is it within the limits that need no schema. */
export class Admission {
  private readonly admitted = new LRUCache<string, true>({
    max: 1_000,
    maxSize: 4_000_000,
    sizeCalculation: (_, text) => text.length || 1,
  });

  constructor(
    private readonly limits: Readonly<AudienceLimits>,
    /** Null where any text may run. */
    private readonly trusted: TrustedDocuments | null,
  ) {}

  /** Why a text is not let in: DOCUMENT_UNKNOWN or COST_LIMIT; null for a good one, and for one that cannot be read (parsing says why). */
  refusal(text: string): GraphQLError | null {
    if (this.admitted.get(text)) return null;
    if (this.trusted && !this.trusted.has(text)) return documentUnknownError();
    const excess = structureExcess(text, this.limits);
    if (excess) return costLimitError(excess);
    this.admitted.set(text, true);
    return null;
  }
}

/**
 * Stands before Apollo Server, since parsing a bomb, and comparing its fields in validation, is where it would have cost most. What it does not find a text in
 * it lets through; `costPlugin` asks the same admission once more about the text that is really going to run.
 */
export function admissionHandler(admission: Admission): RequestHandler {
  return (req, res, next) => {
    const text = textOf(req);
    const refusal = text === null ? null : admission.refusal(text);
    if (refusal) return refuseWith(req, res, scopeOf(res), refusal);
    next();
  };
}

/** The query's text as Apollo Server will read it: of the body, or of the address where it is a GET. */
function textOf(req: Request): string | null {
  const source: unknown =
    req.method === 'GET'
      ? new URLSearchParams(req.url.split('?').slice(1).join('?')).get('query')
      : (req.body as { query?: unknown } | null | undefined)?.query;
  return typeof source === 'string' ? source : null;
}
