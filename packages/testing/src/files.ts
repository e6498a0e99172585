import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Principal } from '@atbalsts/auth';
import type { TestSubgraph } from './subgraph.js';

/** What a subgraph answers to a request for a file, read to its end. */
export interface FileAnswered {
  status: number;
  /** The first error code; OK where there is none. */
  code: string;
  headers: Record<string, string>;
  bytes: Buffer;
}

/** Asks a subgraph for a file, or brings one, as a principal; `url` is a path as the graph gives it. */
export async function askFile(town: TestSubgraph, who: Principal, method: string, url: string, bytes?: Buffer): Promise<FileAnswered> {
  await town.ask(who, '{ __typename }'); // makes the token known to the verifier of the test
  const [path = '', query = ''] = url.split('?');
  const answer = await town.subgraph.file?.({
    method,
    path,
    query: new URLSearchParams(query),
    token: who.token,
    requestId: 'test-request',
    contentLength: bytes?.length ?? null,
    body: bytes ? Readable.from([bytes]) : null,
  });
  if (!answer) throw new Error('the subgraph has no files');
  const read = Buffer.isBuffer(answer.body) ? answer.body : Buffer.concat(await answer.body.toArray());
  const code = answer.status < 400 ? 'OK' : JSON.parse(read.toString()).errors[0].extensions.code;
  return { status: answer.status, code, headers: answer.headers, bytes: read };
}

/** A small document for a test, with what has to be declared of it. */
export function paper(text: string): { bytes: Buffer; declared: { kind: string; name: string; size: number; sha256: string } } {
  const bytes = Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, declared: { kind: 'CORRESPONDENCE', name: 'dokuments.pdf', size: bytes.length, sha256 } };
}
