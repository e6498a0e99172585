import { openAsBlob } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import { ContentMissing, type ContentStore, type Stored } from './store.js';

/** A store of objects that speaks S3. */
export interface S3Settings {
  /** Address without a closing slash; the bucket follows in the path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Longest wait for the store, in milliseconds. */
const patience = 60_000;

/** The store of objects did not do what it was asked; its words are left out, they may name the object. */
export class ObjectStoreError extends Error {
  constructor(
    readonly operation: string,
    readonly status: number,
  ) {
    super(`the store of objects answered ${status} to ${operation}`);
    this.name = 'ObjectStoreError';
  }
}

/**
 * The bytes in an S3-compatible store, one object for each document, named by municipality and id alone. Requests are signed (AWS Signature 4), with the
 * hash of the bytes in the signature, so that the store refuses what was changed on the way.
 */
export function s3Store(settings: S3Settings): ContentStore {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const urlOf = ({ id, municipality }: Stored): string => `${settings.endpoint}/${settings.bucket}/${municipality}/${id}`;
  const ask = (document: Stored, request: RequestInit): Promise<Response> =>
    client.fetch(urlOf(document), { ...request, signal: AbortSignal.timeout(patience) });
  return {
    name: 'S3',
    async put(_em, document, bytes) {
      const body = await openAsBlob(bytes.path, { type: 'application/octet-stream' });
      const answer = await ask(document, { method: 'PUT', body, headers: { 'x-amz-content-sha256': bytes.sha256 } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new ObjectStoreError('PUT', answer.status);
    },
    async *get(_em, document) {
      const answer = await ask(document, { method: 'GET' });
      if (!answer.ok || !answer.body) {
        await answer.arrayBuffer();
        if (answer.status === 404) throw new ContentMissing('the object is not in the store');
        throw new ObjectStoreError('GET', answer.status);
      }
      yield* answer.body;
    },
    async remove(_em, document) {
      const answer = await ask(document, { method: 'DELETE' });
      await answer.arrayBuffer();
      if (!answer.ok && answer.status !== 404) throw new ObjectStoreError('DELETE', answer.status);
    },
  };
}
