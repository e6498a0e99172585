import { largestHead } from './head.js';
import { MalformedResponse } from './malformed.js';

const sizeLine = /^([0-9A-Fa-f]{1,8})(?:;[^\r\n\0]*)?$/;
const newLine = 0x0a;

/** Takes a body apart that comes in chunks (RFC 9112, 7.1). Extensions and trailers are read over. */
export class ChunkedBody {
  private state: 'size' | 'data' | 'end of data' | 'trailer' | 'done' = 'size';
  /** Bytes of the chunk that are still to come. */
  private left = 0;
  /** What has come of a line. */
  private line = '';
  private trailer = 0;

  /** @param give is given each part of the body, as it comes */
  constructor(private readonly give: (part: Buffer) => void) {}

  /**
   * Reads on.
   * @returns where in the bytes the body ends; -1 where it goes on
   * @throws MalformedResponse
   */
  push(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length) {
      if (this.state === 'data') {
        const end = Math.min(bytes.length, at + this.left);
        this.give(bytes.subarray(at, end));
        this.left -= end - at;
        at = end;
        if (this.left === 0) this.state = 'end of data';
        continue;
      }
      const end = bytes.indexOf(newLine, at);
      const to = end < 0 ? bytes.length : end + 1;
      if (this.line.length + to - at > largestHead) throw new MalformedResponse('a line of a chunk is too long');
      this.line += bytes.toString('latin1', at, to);
      at = to;
      if (end < 0) return -1;
      if (!this.line.endsWith('\r\n')) throw new MalformedResponse('a line of a chunk does not end as it must');
      this.take(this.line.slice(0, -2));
      this.line = '';
      if (this.state === ('done' as typeof this.state)) return at;
    }
    return -1;
  }

  private take(line: string): void {
    if (this.state === 'size') {
      const size = sizeLine.exec(line)?.[1];
      if (size === undefined) throw new MalformedResponse('the size of a chunk cannot be read');
      this.left = Number.parseInt(size, 16);
      this.state = this.left ? 'data' : 'trailer';
    } else if (this.state === 'end of data') {
      if (line !== '') throw new MalformedResponse('a chunk is longer than its size');
      this.state = 'size';
    } else {
      this.trailer += line.length;
      if (this.trailer > largestHead) throw new MalformedResponse('its trailer is too long');
      if (line === '') this.state = 'done';
    }
  }
}
