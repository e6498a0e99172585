import type { Readable } from 'node:stream';
import type { Principal } from '@atbalsts/auth';
import type { DomainName } from '@atbalsts/database';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';

/** A file that is asked for or brought, with who does so: bytes beside the graph. The same object in process and over HTTP. */
export interface FileRequest {
  /** GET opens, PUT brings. */
  method: string;
  /** Path without the query, such as `/files/benefits/0198…` or `/letters/0198….pdf`. */
  path: string;
  query: URLSearchParams;
  /** The caller's bearer token, forwarded as it came; the subgraph checks it again. */
  token: string | null;
  requestId: string;
  /** How many bytes are brought, as the client announced; null where it did not. */
  contentLength: number | null;
  /** The bytes that are brought; read at most once, and only by who wants them. */
  body: Readable | null;
  /** Ends the waiting for an answer when nobody wants it any more. */
  signal?: AbortSignal;
}

/** What is answered: the bytes, or a refusal as JSON. */
export interface FileAnswer {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Readable | Buffer;
}

/** The seam for files, beside `SubgraphCaller.call`. `file` never throws: a subgraph that cannot be reached becomes a coded refusal. */
export interface FileCaller {
  file(subgraph: DomainName, request: FileRequest): Promise<FileAnswer>;
}

/** What a route works with. */
export interface FileVisit {
  readonly request: FileRequest;
  readonly principal: Principal;
  /** What the groups of the pattern caught. */
  readonly params: readonly string[];
  /** Runs work in one transaction as the principal, with the tenant set and the audit written in it; committed before it resolves. */
  session<T>(work: (context: Context) => Promise<T>): Promise<T>;
}

/** An address of a subgraph's files. */
export interface FileRoute {
  method: 'GET' | 'PUT';
  /** Matches the whole path. */
  pattern: RegExp;
  /** Answers, or throws a coded error (`fileError`), which becomes a refusal as JSON. */
  answer(visit: FileVisit): Promise<FileAnswer>;
}

/** What a subgraph does not do with a file: code, HTTP status, and what to do, in both languages. */
export function fileError(status: number, code: string, message: string, messageLv: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, messageLv, http: { status } } });
}

/** There is no such file for the caller; that it exists in another town is not told. */
export const noSuchFile = (): GraphQLError =>
  fileError(404, 'NOT_FOUND', 'There is no such file in your municipality', 'Jūsu pašvaldībā nav šāda faila');

/** Statuses of codes that say none themselves. */
const statuses: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  SUBGRAPH_TIMEOUT: 504,
  TIMEOUT: 504,
};

/** The answer for a coded error, in the form of every GraphQL error. */
export function refusedFile(error: GraphQLError, requestId: string): FileAnswer {
  const { code, messageLv, http } = error.extensions as { code?: string; messageLv?: string; http?: { status?: number } };
  const status = http?.status ?? statuses[code ?? ''] ?? 500;
  return jsonAnswer(status, { errors: [{ message: error.message, extensions: { code, messageLv, requestId } }] });
}

/** An answer as JSON. */
export function jsonAnswer(status: number, body: unknown): FileAnswer {
  const bytes = Buffer.from(JSON.stringify(body));
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': String(bytes.length), 'cache-control': 'no-store' },
    body: bytes,
  };
}

/** Headers of a file that is handed out: saved, never shown in the page's own right, never kept on the way. */
export function fileHeaders(file: { name: string; mediaType: string; size: number }): Record<string, string> {
  const ascii = file.name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  };
}

/** Whether an address is one of files, so that the graph's own routes need not look at it. */
export const isFilePath = (path: string): boolean => ['/files/', '/letters/', '/progress-reports/'].some((start) => path.startsWith(start));
