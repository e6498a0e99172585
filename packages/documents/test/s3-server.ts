import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from '../src/index.js';

/** A store of objects in this process, that checks each signature by itself (AWS Signature 4) and the hash of what comes. */
export interface PretendedS3 {
  settings: S3Settings;
  /** What is stored, by path. */
  objects: Map<string, Buffer>;
  /** Methods, paths and answers, as they came. */
  log: { method: string; path: string; status: number }[];
  stop(): Promise<void>;
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature that the request should have. */
function rightSignature(request: IncomingMessage, secret: string, signed: string[], scope: string[]): string {
  const [date = '', region = '', service = ''] = scope;
  const headers = signed.map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('');
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const canonical = [request.method, path, query, headers, signed.join(';'), request.headers['x-amz-content-sha256']].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope.join('/'), sha256(canonical)].join('\n');
  const key = [region, service, 'aws4_request'].reduce((signing, part) => hmac(signing, part), hmac(`AWS4${secret}`, date));
  return createHmac('sha256', key).update(toSign).digest('hex');
}

/** Puts one up. */
export async function pretendedS3(): Promise<PretendedS3> {
  const objects = new Map<string, Buffer>();
  const log: PretendedS3['log'] = [];
  const settings = {
    endpoint: '',
    bucket: 'documents',
    region: 'eu-north-1',
    accessKeyId: 'key-of-test',
    secretAccessKey: 'secret-of-test',
  };
  const answer = (request: IncomingMessage, body: Buffer): [number, Buffer?] => {
    const parts = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
    if (!parts) return [403];
    const [, keyId, scope = '', signed = '', signature] = parts;
    if (keyId !== settings.accessKeyId) return [403];
    if (rightSignature(request, settings.secretAccessKey, signed.split(';'), scope.split('/')) !== signature) return [403];
    const path = request.url ?? '';
    if (request.method === 'PUT') {
      if (request.headers['x-amz-content-sha256'] !== sha256(body) || Number(request.headers['content-length']) !== body.length)
        return [400];
      objects.set(path, body);
      return [200];
    }
    if (request.method === 'DELETE') return [objects.delete(path) ? 204 : 404];
    const found = objects.get(path);
    return found ? [200, found] : [404];
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [status, body] = answer(request, Buffer.concat(parts));
      log.push({ method: request.method ?? '', path: request.url ?? '', status });
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  settings.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    settings,
    objects,
    log,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
