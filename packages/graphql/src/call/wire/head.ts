import { MalformedResponse } from './malformed.js';

/** Largest head of a response, and largest trailer, in bytes; as in Node.js. */
export const largestHead = 16 * 1024;

/** What the head of a response says of what follows. */
export interface ResponseHead {
  status: number;
  /** Bytes of the body; null where it says otherwise how the body ends. */
  length: number | null;
  isChunked: boolean;
  /** The content codings as they are written; undefined for none. */
  encoding: string | undefined;
  /** Whether the connection may be used again. */
  isPersistent: boolean;
  /** How long the other side keeps the connection when nothing is asked, in milliseconds; null where it does not say. */
  keptForMs: number | null;
}

const statusLine = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [^\r\n\0]*)?(?:\r\n|$)/y;
// Spaces around a value are cut off afterwards: looked for here, a long line of them would be tried in every way there is.
const headerLine = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+):([^\r\n\0]*)(?:\r\n|$)/y;

/**
 * Reads the head of a response, without the empty line at its end. Strict (RFC 9112): nothing is guessed where two readers could find two different ends.
 * @throws MalformedResponse for a bad line, a length that is none or that is said twice differently, a transfer coding other than chunked, or both
 */
export function readHead(text: string): ResponseHead {
  statusLine.lastIndex = 0;
  const start = statusLine.exec(text);
  if (!start) throw new MalformedResponse('the status line cannot be read');
  const status = Number(start[2]);
  const head: ResponseHead = {
    status,
    length: null,
    isChunked: false,
    encoding: undefined,
    isPersistent: start[1] === '1',
    keptForMs: null,
  };
  for (let at = statusLine.lastIndex; at < text.length; at = headerLine.lastIndex) {
    headerLine.lastIndex = at;
    const line = headerLine.exec(text);
    if (!line) throw new MalformedResponse('a header cannot be read');
    take(head, (line[1] as string).toLowerCase(), withoutSpaces(line[2] as string));
  }
  if (head.isChunked && head.length !== null) throw new MalformedResponse('it has a length and is chunked');
  // RFC 9112, 6.3: these have no body, whatever they say.
  if (status < 200 || status === 204 || status === 304) {
    head.length = 0;
    head.isChunked = false;
  }
  return head;
}

/** A value without the spaces and tabs at its ends. */
function withoutSpaces(value: string): string {
  let [start, end] = [0, value.length];
  while (start < end && isSpace(value, start)) start++;
  while (end > start && isSpace(value, end - 1)) end--;
  return value.slice(start, end);
}

function isSpace(value: string, at: number): boolean {
  const code = value.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

function take(head: ResponseHead, name: string, value: string): void {
  switch (name) {
    case 'content-length': {
      // Up to 15 digits, a number is exact.
      const length = /^\d{1,15}$/.test(value) ? Number(value) : null;
      if (length === null || (head.length !== null && head.length !== length)) throw new MalformedResponse('its length cannot be read');
      head.length = length;
      return;
    }
    case 'transfer-encoding':
      if (head.isChunked || value.toLowerCase() !== 'chunked') throw new MalformedResponse('its transfer coding is not known');
      head.isChunked = true;
      return;
    case 'content-encoding':
      head.encoding = head.encoding === undefined ? value : `${head.encoding}, ${value}`;
      return;
    case 'connection': {
      const options = value.toLowerCase();
      if (options.split(',').some((option) => withoutSpaces(option) === 'close')) head.isPersistent = false;
      return;
    }
    case 'keep-alive': {
      const seconds = value
        .split(/[,;]/)
        .map((option) => /^timeout=(\d{1,6})$/i.exec(withoutSpaces(option))?.[1])
        .find((found) => found !== undefined);
      if (seconds !== undefined) head.keptForMs = Number(seconds) * 1_000;
    }
  }
}
