import { AnswerTooLarge } from '../answer.js';
import { ChunkedBody } from './chunked.js';
import { largestHead, type ResponseHead, readHead } from './head.js';
import { MalformedResponse } from './malformed.js';

const endOfHead = Buffer.from('\r\n\r\n');

/** Reads one response to a POST as its bytes come. Most come in one piece, of which nothing is copied but the text. */
export class ResponseReader {
  /** Null until it is read. */
  head: ResponseHead | null = null;
  /** Whether more has come than the response: whatever it is, nobody asked for it. */
  hasSurplus = false;
  /** What has come of the head; empty once it is read. */
  private unread: Buffer | null = null;
  private parts: Buffer[] = [];
  private size = 0;
  private chunked: ChunkedBody | null = null;

  /** @param largestBytes how large the body may be */
  constructor(private readonly largestBytes: number) {}

  /**
   * Takes bytes in.
   * @returns whether the response is whole
   * @throws MalformedResponse, AnswerTooLarge
   */
  push(bytes: Buffer): boolean {
    let rest = this.unread ? Buffer.concat([this.unread, bytes]) : bytes;
    while (!this.head) {
      const end = rest.indexOf(endOfHead);
      if (end > largestHead || (end < 0 && rest.length > largestHead)) throw new MalformedResponse('its head is too large');
      if (end < 0) {
        this.unread = rest;
        return false;
      }
      const head = readHead(rest.toString('latin1', 0, end));
      rest = rest.subarray(end + 4);
      if (head.status === 101) throw new MalformedResponse('it changes the protocol');
      // An interim answer (100, 103) comes before the one that counts.
      if (head.status >= 200) this.begin(head);
    }
    this.unread = null;
    return this.take(rest);
  }

  /** Whether the response is whole now that the other side has said it sends no more. */
  end(): boolean {
    return this.head !== null && this.head.length === null && !this.head.isChunked;
  }

  /** The body as it came. */
  body(): Buffer {
    return this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts, this.size);
  }

  private begin(head: ResponseHead): void {
    this.head = head;
    if (head.length !== null && head.length > this.largestBytes) throw new AnswerTooLarge(this.largestBytes);
    if (head.isChunked) this.chunked = new ChunkedBody((part) => this.keep(part));
    // Its end is the end of the connection.
    else if (head.length === null) head.isPersistent = false;
  }

  private take(bytes: Buffer): boolean {
    const length = this.head?.length ?? null;
    if (this.chunked) {
      const end = this.chunked.push(bytes, 0);
      this.hasSurplus = end >= 0 && end < bytes.length;
      return end >= 0;
    }
    const missing = length === null ? bytes.length : length - this.size;
    this.hasSurplus = bytes.length > missing;
    if (bytes.length) this.keep(this.hasSurplus ? bytes.subarray(0, missing) : bytes);
    return this.size === length;
  }

  private keep(part: Buffer): void {
    this.size += part.length;
    if (this.size > this.largestBytes) throw new AnswerTooLarge(this.largestBytes);
    this.parts.push(part);
  }
}
