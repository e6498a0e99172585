import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, startToyFederation, type ToyFederation } from './toy-federation.js';

describe('an answer', () => {
  let toy: ToyFederation;
  beforeAll(async () => {
    toy = await startToyFederation('in process');
  });
  afterAll(() => toy.stop());

  const long = '{ __schema { types { name description fields { name type { name } } } } }';
  const raw = (accept: string, query: string) =>
    new Promise<{ encoding?: string; vary?: string; length: number; body: Buffer }>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer staff', 'accept-encoding': accept };
      const sent = request(`${toy.url}/graphql`, { method: 'POST', headers }, async (answer) => {
        const parts: Buffer[] = [];
        for await (const part of answer as AsyncIterable<Buffer>) parts.push(part);
        const { 'content-encoding': encoding, vary, 'content-length': length } = answer.headers;
        resolve({ encoding, vary, length: Number(length), body: Buffer.concat(parts) });
      });
      sent.once('error', reject);
      sent.end(JSON.stringify({ query }));
    });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip;q=0, identity', undefined, (body: Buffer) => body],
    ['zstd', undefined, (body: Buffer) => body],
  ])('that is long goes to who accepts %s by %s, and says the same', async (accept, encoding, decode) => {
    const plain = await raw('identity', long);
    const answer = await raw(accept, long);
    expect([answer.encoding, answer.vary, answer.length]).toEqual([encoding, 'accept-encoding', answer.body.length]);
    expect(decode(answer.body).toString()).toBe(plain.body.toString());
    if (encoding) expect(answer.length).toBeLessThan(plain.length / 3);
  });

  it('that is short goes as it is', async () => {
    expect((await raw('br', '{ viewer { subject } }')).encoding).toBeUndefined();
  });

  it.each([
    ['application/json', 200],
    ['application/json, multipart/mixed', 200],
    ['application/graphql-response+json', 400],
    ['application/graphql-response+json, application/json;q=0.9', 400],
    ['*/*', 400],
  ])('that refuses a document, to who accepts %s, has status %d', async (accept, status) => {
    const answer = await ask(toy.url, '{ nothing }', undefined, { headers: { accept } });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([status, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('that refuses a request which is none has status 400 for everybody', async () => {
    const answer = await ask(toy.url, undefined as unknown as string, undefined, { headers: { accept: 'application/json' } });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });
});
