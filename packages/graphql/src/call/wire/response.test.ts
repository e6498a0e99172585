import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHead } from './head.js';
import { ResponseReader } from './response.js';

const plenty = 1_000_000;

/** What a reader makes of a response that comes in pieces, and then ends. */
function readIn(pieces: readonly Buffer[], largest = plenty) {
  const reader = new ResponseReader(largest);
  let isWhole = false;
  for (const piece of pieces) {
    isWhole = reader.push(piece);
    if (isWhole) break;
  }
  return { isWhole: isWhole || reader.end(), head: reader.head, body: reader.body().toString('utf8'), hasSurplus: reader.hasSurplus };
}

/** The text cut at these places. */
const cut = (text: string, places: readonly number[]): Buffer[] => {
  const bytes = Buffer.from(text, 'utf8');
  const at = [...new Set(places.map((place) => place % bytes.length))].sort((one, other) => one - other);
  return [...at, bytes.length].map((end, index) => bytes.subarray(index ? at[index - 1] : 0, end)).filter((piece) => piece.length);
};

const refusal = (text: string): string => {
  try {
    readIn([Buffer.from(text, 'latin1')]);
  } catch (error) {
    return (error as Error).name;
  }
  return 'none';
};

describe('the head of a response', () => {
  it.each<[head: string, read: Partial<ReturnType<typeof readHead>>]>([
    ['HTTP/1.1 200 OK\r\nContent-Length: 5', { status: 200, length: 5, isChunked: false, isPersistent: true }],
    ['HTTP/1.1 200\r\ncontent-length:5', { status: 200, length: 5 }],
    ['HTTP/1.1 200 OK\r\ncontent-length: 5\r\nCONTENT-LENGTH: 5', { length: 5 }],
    ['HTTP/1.1 500 Grūti\r\nTransfer-Encoding: Chunked', { status: 500, length: null, isChunked: true }],
    ['HTTP/1.1 200 OK\r\nconnection: keep-alive, Close', { isPersistent: false }],
    ['HTTP/1.0 200 OK\r\ncontent-length: 1', { isPersistent: false }],
    ['HTTP/1.1 204 No Content\r\ntransfer-encoding: chunked', { length: 0, isChunked: false }],
    ['HTTP/1.1 304 Not Modified\r\ncontent-length: 10', { length: 0 }],
    ['HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-encoding: br', { encoding: 'gzip, br' }],
    ['HTTP/1.1 200 OK\r\nkeep-alive: max=10, timeout=5', { keptForMs: 5_000 }],
    ['HTTP/1.1 200 OK\r\nkeep-alive: timeout=-5', { keptForMs: null }],
  ])('says what follows: %j', (head, read) => {
    expect(readHead(head)).toMatchObject(read);
  });

  it.each([
    'HTTP/2 200 OK',
    'HTTP/1.1 OK',
    'HTTP/1.1 2000 OK',
    'ICY 200 OK',
    ' HTTP/1.1 200 OK',
    'HTTP/1.1 200 OK\ncontent-length: 5',
    'HTTP/1.1 200 OK\r\ncontent-length : 5',
    'HTTP/1.1 200 OK\r\n content-length: 5',
    'HTTP/1.1 200 OK\r\nx: a\r\n b',
    'HTTP/1.1 200 OK\r\nx: a\0b',
    'HTTP/1.1 200 OK\r\nx: a\rb: c',
    'HTTP/1.1 200 OK\r\nno colon',
    'HTTP/1.1 200 OK\r\ncontent-length: 5, 5',
    'HTTP/1.1 200 OK\r\ncontent-length: +5',
    'HTTP/1.1 200 OK\r\ncontent-length: 0x5',
    'HTTP/1.1 200 OK\r\ncontent-length:',
    'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6',
    'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ntransfer-encoding: chunked',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: identity',
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket',
  ])('is refused where it could be read in two ways, or not at all: %j', (head) => {
    expect(refusal(`${head}\r\n\r\nhello`)).toBe('MalformedResponse');
  });

  it('is read at once, whatever stands in it', () => {
    const spaces = ' '.repeat(16_000);
    expect(refusal(`HTTP/1.1 200 OK\r\na:${spaces}\0\r\n\r\n`)).toBe('MalformedResponse');
    expect(readHead(`HTTP/1.1 200 OK\r\na: b${spaces}c\r\nconnection: a${spaces}b\r\nkeep-alive:${spaces}timeout=5`).keptForMs).toBe(5_000);
  });

  it('is refused when it has no end', () => {
    expect(refusal(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(20_000)}`)).toBe('MalformedResponse');
    expect(refusal(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).toBe('MalformedResponse');
  });
});

const chunk = fc.record({ text: fc.string({ minLength: 1, unit: 'grapheme' }), extension: fc.constantFrom('', ';a=b', ';x') });
const response = fc.record({
  interim: fc.constantFrom('', 'HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
  status: fc.integer({ min: 200, max: 599 }).filter((status) => status !== 204 && status !== 304),
  headers: fc.array(fc.constantFrom('x-a: b', 'Date: today', 'x-empty:', 'Keep-Alive: timeout=9')),
  chunks: fc.array(chunk),
  framing: fc.constantFrom('length', 'chunked', 'close' as const),
  trailer: fc.constantFrom('', 'x-trailer: 1\r\n'),
  places: fc.array(fc.nat()),
});
type Response = typeof response extends fc.Arbitrary<infer T> ? T : never;

const bodyOf = ({ chunks }: Response): string => chunks.map(({ text }) => text).join('');
const wire = (one: Response): string => {
  const body = bodyOf(one);
  const length = (text: string) => Buffer.byteLength(text);
  const framing = { length: [`Content-Length: ${length(body)}`], chunked: ['transfer-encoding: chunked'], close: [] }[one.framing];
  const head = [`HTTP/1.1 ${one.status} Whatever`, ...one.headers, ...framing].join('\r\n');
  const chunks = one.chunks.map(({ text, extension }) => `${length(text).toString(16)}${extension}\r\n${text}\r\n`).join('');
  return `${one.interim}${head}\r\n\r\n${one.framing === 'chunked' ? `${chunks}0\r\n${one.trailer}\r\n` : body}`;
};

describe('a response', () => {
  it('is read the same in however many pieces it comes', () => {
    fc.assert(
      fc.property(response, (one) => {
        const read = readIn(cut(wire(one), one.places));
        expect(read).toMatchObject({ isWhole: true, hasSurplus: false, body: bodyOf(one), head: { status: one.status } });
      }),
    );
  });

  it('of which a part is missing is never whole, but where its end is the end of the connection', () => {
    fc.assert(
      fc.property(
        response.filter(({ framing }) => framing !== 'close'),
        fc.nat(),
        (one, part) => {
          const text = Buffer.from(wire(one));
          expect(readIn([text.subarray(0, part % text.length)]).isWhole).toBe(false);
        },
      ),
    );
  });

  it('is told from what comes after it', () => {
    fc.assert(
      fc.property(
        response.filter(({ framing }) => framing !== 'close'),
        (one) => {
          const read = readIn([Buffer.from(`${wire(one)}HTTP/1.1 200 OK`)]);
          expect(read).toMatchObject({ isWhole: true, hasSurplus: true, body: bodyOf(one) });
        },
      ),
    );
  });

  it.each([
    ['a chunk longer than its size', '5\r\nhello0\r\n\r\n'],
    ['a size too small', '4\r\nhello\r\n0\r\n\r\n'],
    ['a size that is none', 'x\r\n'],
    ['a size below nothing', '-1\r\n'],
    ['a size of terabytes', '123456789\r\n'],
    ['a line without its end', '5\nhello\r\n0\r\n\r\n'],
    ['an extension without end', `5;${'a'.repeat(20_000)}`],
    ['a trailer without end', `0\r\n${'x: y\r\n'.repeat(5_000)}`],
  ])('in chunks is refused for %s', (_what, chunks) => {
    expect(refusal(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${chunks}`)).toBe('MalformedResponse');
  });

  it.each(['content-length: 11\r\n\r\n', 'transfer-encoding: chunked\r\n\r\nb\r\n', '\r\n'])(
    'is refused beyond the largest size, whichever way it ends: %j',
    (framing) => {
      expect(() => readIn([Buffer.from(`HTTP/1.1 200 OK\r\n${framing}hello world`)], 10)).toThrow('larger than 10 bytes');
    },
  );
});

describe('what is not quite a response', () => {
  let bytes = '';
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(bytes, 'utf8'));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    await once(server, 'close');
  });

  /** What Node.js's own client makes of the bytes; null where it refuses them. */
  const byNode = (): Promise<{ status: number | undefined; body: string } | null> =>
    new Promise((resolve) => {
      const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false }, (answer: IncomingMessage) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (text) => {
          body += text;
        });
        answer.on('end', () => resolve(answer.complete ? { status: answer.statusCode, body } : null));
        answer.on('error', () => resolve(null));
      });
      request.on('error', () => resolve(null));
    });

  it('is never taken for something else than Node.js takes it for', async () => {
    const noise = fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      ' ',
      '\0',
      ':',
      '0',
      'chunked',
      'Content-Length: 3\r\n',
      'Transfer-Encoding: chunked\r\n',
      ';',
      'é',
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(response, fc.array(fc.tuple(fc.nat(), noise, fc.nat({ max: 3 })), { maxLength: 2 }), async (one, changes) => {
        bytes = wire(one);
        for (const [place, put, left] of changes) {
          const at = place % bytes.length;
          bytes = bytes.slice(0, at) + put + bytes.slice(at + left);
        }
        let ours: ReturnType<typeof readIn> | null = null;
        try {
          ours = readIn([Buffer.from(bytes)]);
        } catch (error) {
          expect((error as Error).name).toBe('MalformedResponse');
        }
        if (!ours?.isWhole || ours.hasSurplus) return;
        // Node.js reads more closely what both read over: extensions and trailers.
        const theirs = await byNode();
        if (!theirs) return;
        taken += 1;
        expect(theirs).toEqual({ status: ours.head?.status, body: ours.body });
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
