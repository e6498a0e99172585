import { PassThrough, type Readable } from 'node:stream';
import type { Pool } from 'undici';
import type { FileAnswer, FileRequest } from './file.js';

/** What of a subgraph's answer goes on to the client. */
const passed = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-security-policy',
  'x-content-type-options',
  'cache-control',
];

/**
 * Brings a request for a file to a subgraph over HTTP, bytes as they come in both directions. Never sent twice.
 * @throws what undici throws where the subgraph cannot be reached or is late
 */
export async function fileOverHttp(pool: Pool, base: string, request: FileRequest, timeoutMs: number): Promise<FileAnswer> {
  const headers: Record<string, string> = { 'x-request-id': request.requestId };
  if (request.token !== null) headers.authorization = `Bearer ${request.token}`;
  if (request.contentLength !== null) headers['content-length'] = String(request.contentLength);
  const query = request.query.toString();
  const { signal } = request;
  signal?.throwIfAborted();
  const answering = pool.request({
    path: `${base}${request.path}${query ? `?${query}` : ''}`,
    method: request.method === 'PUT' ? 'PUT' : 'GET',
    headers,
    body: request.body && aside(request.body),
    signal,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const answer = await (signal ? unlessGone(answering, signal) : answering);
  const kept = passed.flatMap((name) => {
    const value = answer.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { status: answer.statusCode, headers: Object.fromEntries(kept), body: answer.body };
}

/** What comes, or a rejection as soon as nobody waits: a request that has no connection as yet hears of its signal only when it gets one. */
function unlessGone<T>(coming: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    coming.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** The bytes on a stream of its own: where the subgraph refuses early, undici ends this one and not the client's connection. */
function aside(body: Readable): Readable {
  const copy = new PassThrough();
  copy.on('error', () => body.resume());
  copy.once('close', () => {
    body.unpipe(copy);
    body.resume();
  });
  body.once('error', (error) => copy.destroy(error));
  body.once('aborted', () => copy.destroy(new Error('the client went away')));
  body.pipe(copy);
  return copy;
}
