import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

/** An answer over HTTP, as it came. */
export interface Answered {
  status: number;
  /** Its content coding; undefined for none. */
  encoding: string | undefined;
  body: Buffer;
}

/** Thrown for an answer that is larger than it may be; what had come of it is thrown away, and the rest is not read. */
export class AnswerTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`the answer is larger than ${limit} bytes`);
    this.name = 'AnswerTooLarge';
  }
}

const decoders: Record<string, ((body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>) | undefined> = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: promisify(inflate),
};

/**
 * The text of an answer; at once where it is not encoded.
 * @throws AnswerTooLarge where it is larger than so many bytes once it is decoded, or what zlib throws
 */
export function textOf({ encoding, body }: Answered, largestBytes: number): string | Promise<string> {
  return encoding === undefined ? body.toString('utf8') : decoded(body, encoding.toLowerCase(), largestBytes);
}

async function decoded(body: Buffer, encoding: string, largestBytes: number): Promise<string> {
  if (encoding === '' || encoding === 'identity') return body.toString('utf8');
  const decode = decoders[encoding];
  if (!decode) throw new Error('the answer has a content encoding that nobody asked for');
  try {
    return (await decode(body, { maxOutputLength: largestBytes })).toString('utf8');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new AnswerTooLarge(largestBytes) : error;
  }
}
