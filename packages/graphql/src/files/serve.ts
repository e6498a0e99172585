import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FileAnswer, FileRequest } from './file.js';

/** The request for a file, as it came over HTTP. */
export function fileRequestOf(request: IncomingMessage, token: string | null, requestId: string): FileRequest {
  const url = request.url ?? '/';
  const question = url.indexOf('?');
  const length = request.headers['content-length'];
  return {
    method: request.method ?? 'GET',
    path: question < 0 ? url : url.slice(0, question),
    query: new URLSearchParams(question < 0 ? '' : url.slice(question + 1)),
    token,
    requestId,
    contentLength: length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null,
    body: request.method === 'PUT' ? request : null,
  };
}

/** Sends an answer; a reader who goes away, or bytes that fail, end the connection and nothing else. */
export async function sendFile(response: ServerResponse, answer: FileAnswer): Promise<void> {
  response.writeHead(answer.status, answer.headers);
  if (Buffer.isBuffer(answer.body)) {
    response.end(answer.body);
    return;
  }
  await pipeline(answer.body, response).catch(() => {
    response.destroy();
  });
}
