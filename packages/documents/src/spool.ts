import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** More bytes came than may. */
export class TooLarge extends Error {}

/** Bytes on their way, in a file of the temporary folder that nobody else can read: never whole in memory, and gone when they have been passed on. */
export interface Spool {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of what came, in hexadecimal digits. */
  readonly sha256: string;
  /** Reads it part by part. */
  parts(partSize: number): AsyncGenerator<Buffer>;
  /** A stream of it that discards it when it ends, however it ends. */
  stream(): Readable;
  /** Removes it; safe to repeat. */
  discard(): Promise<void>;
}

/**
 * Writes bytes down as they come, counting and hashing them.
 * @throws TooLarge as soon as more than `most` have come
 */
export async function spool(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'atbalsts-file-'));
  const path = join(folder, 'bytes');
  const discard = () => rm(folder, { recursive: true, force: true });
  const hash = createHash('sha256');
  let size = 0;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const part of bytes) {
        size += part.length;
        if (size > most) throw new TooLarge(`more than ${most} bytes`);
        hash.update(part);
        await file.writeFile(part);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    path,
    size,
    sha256: hash.digest('hex'),
    parts: (partSize) => partsOf(path, partSize),
    stream: () => createReadStream(path).once('close', () => void discard()),
    discard,
  };
}

async function* partsOf(path: string, partSize: number): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(partSize), 0, partSize);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
