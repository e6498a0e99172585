import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Answered } from '../answer.js';
import { Patience } from '../patience.js';
import type { Place } from './connection.js';
import { Connections } from './connections.js';
import { headerLines, requestPrefix, requestText } from './request.js';

let clean: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(clean.map((one) => one()));
  clean = [];
});

/** The answer of one exchange. */
const asked = (connections: Connections, request: string, patience: Patience, isChange = false): Promise<Answered> =>
  new Promise((answered, failed) => connections.ask(request, patience, 1_000, { answered, failed }, isChange));

const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

/** A server that answers each request as it is told, and the connections to it. */
async function place(
  answer: (socket: Socket, request: string) => void,
  { idleMs = 30_000, tls = null as Place['tls'], server = createServer() as Server } = {},
) {
  const seen = { sockets: 0, open: 0, requests: [] as string[] };
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
    seen.sockets += 1;
    seen.open += 1;
    socket.on('error', () => {});
    socket.on('close', () => {
      seen.open -= 1;
    });
    socket.on('data', (bytes) => {
      seen.requests.push(String(bytes));
      answer(socket, String(bytes));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connections = new Connections({ host: '127.0.0.1', port, tls }, { connectMs: 2_000, idleMs });
  clean.push(async () => {
    connections.close();
    await new Promise((resolve) => server.close(resolve));
  });
  const ask = async (request = requestText(requestPrefix('town', '/graphql', ''), '', '{}'), isChange = false) => {
    const patience = new Patience(5_000);
    try {
      const { status, body } = await asked(connections, request, patience, isChange);
      return `${status} ${body}`;
    } catch (error) {
      return (error as Error).name;
    } finally {
      patience.close();
    }
  };
  return { ask, seen, connections, server };
}

const until = async (holds: () => boolean) => {
  while (!holds()) await setImmediate();
};

describe('a connection', () => {
  it('is used again, and another made only while it is not free', async () => {
    const { ask, seen } = await place((socket) => socket.write(ok));
    for (let i = 0; i < 3; i++) expect(await ask()).toBe('200 ok');
    expect(seen.sockets).toBe(1);
    expect(await Promise.all([ask(), ask()])).toEqual(['200 ok', '200 ok']);
    expect(seen.sockets).toBe(2);
  });

  it('gets a request in one piece, with nothing in it that was not put there', async () => {
    const { ask, seen } = await place((socket) => socket.write(ok));
    const prefix = requestPrefix('town:1', '/base/graphql', headerLines({ accept: 'a' }));
    expect(await ask(requestText(prefix, headerLines({ 'x-b': 'c' }), '{"q":"ā"}'))).toBe('200 ok');
    expect(seen.requests.map((text) => Buffer.from(text, 'utf8').toString())).toEqual([
      'POST /base/graphql HTTP/1.1\r\nhost: town:1\r\nconnection: keep-alive\r\naccept: a\r\nx-b: c\r\ncontent-length: 10\r\n\r\n{"q":"ā"}',
    ]);
    for (const bad of ['a\r\nx: y', 'a\nb', 'a\0', 'ā', '\x7f'])
      expect(() => headerLines({ 'x-b': bad })).toThrow('a header has characters that no header may have');
    expect(() => requestPrefix('town', '/a\r\nx: y', '')).toThrow(TypeError);
  });

  it.each<[why: string, answer: string, rest: string]>([
    ['says that it closes', 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok', '200 ok'],
    ['is of HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok', '200 ok'],
    ['brings more than the answer', `${ok}HTTP/1.1 200 OK\r\n`, '200 ok'],
    ['says that it is kept for too short a time', 'HTTP/1.1 200 OK\r\nkeep-alive: timeout=2\r\ncontent-length: 2\r\n\r\nok', '200 ok'],
    ['is refused', 'HTTP/1.1 200 OK\r\ncontent-length: 2000\r\n\r\n', 'AnswerTooLarge'],
    ['is no HTTP', 'SSH-2.0-OpenSSH\r\n\r\n', 'MalformedResponse'],
  ])('is ended by us where it %s', async (_why, answer, rest) => {
    const { ask, seen } = await place((socket) => socket.write(answer));
    expect([await ask(), await ask()]).toEqual([rest, rest]);
    expect(seen.sockets).toBe(2);
    await until(() => seen.open === 0);
  });

  it('that ends ends the answer where nothing else says its end, and breaks it otherwise', async () => {
    let answer = 'HTTP/1.1 200 OK\r\n\r\nok';
    const { ask } = await place((socket) => socket.end(answer));
    expect(await ask()).toBe('200 ok');
    answer = 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok';
    expect(await ask()).toBe('ConnectionBroken');
    answer = '';
    expect(await ask()).toBe('ConnectionBroken');
  });

  it('that the other side ends, or says something on unasked, while nothing is asked, is not used again', async () => {
    const sockets: Socket[] = [];
    const { ask, seen } = await place((socket) => {
      sockets.push(socket);
      socket.write(ok);
    });
    await ask();
    sockets[0]?.end();
    await until(() => seen.open === 0);
    expect(await ask()).toBe('200 ok');
    sockets[1]?.write(ok.replaceAll('ok', 'no'));
    await until(() => seen.open === 0);
    expect(await ask()).toBe('200 ok');
    expect(seen.sockets).toBe(3);
  });

  it('on which the end comes with the answer takes no change, however soon it is asked', async () => {
    const { ask, seen } = await place((socket) => socket.end(ok));
    const change = requestText(requestPrefix('town', '/graphql', ''), '', 'change');
    for (let i = 0; i < 20; i++) expect(await ask(change, true)).toBe('200 ok');
    expect(seen.sockets).toBe(20);
  });

  it('is not made after all have been closed, and what waited for its turn is not sent', async () => {
    const { ask, seen, connections } = await place((socket) => socket.write(ok));
    const change = ask(undefined, true);
    connections.close();
    expect([await change, await ask()]).toEqual(['CallerClosed', 'CallerClosed']);
    expect(seen.sockets).toBe(0);
  });

  it('that is idle is closed after its time, and a busy one is not', async () => {
    const held: Socket[] = [];
    const { ask, seen } = await place((socket, request) => (request.includes('hold') ? held.push(socket) : socket.write(ok)), {
      idleMs: 30,
    });
    const busy = ask(requestText(requestPrefix('town', '/hold', ''), '', ''));
    await until(() => held.length === 1);
    expect(await Promise.all([ask(), ask()])).toEqual(['200 ok', '200 ok']);
    expect(seen.open).toBe(3);
    await until(() => seen.open === 1);
    held[0]?.write(ok);
    expect(await busy).toBe('200 ok');
  });

  it('that cannot be made says so, and one that nobody waits for any more is ended before anything is sent', async () => {
    const { ask, seen, server } = await place((socket) => socket.write(ok));
    await new Promise((resolve) => server.close(resolve));
    expect(await ask()).toBe('Error');
    const other = await place((socket) => socket.write(ok));
    const gone = new AbortController();
    const patience = new Patience(5_000, gone.signal);
    const answer = asked(other.connections, requestText(requestPrefix('town', '/', ''), '', ''), patience);
    gone.abort();
    await expect(answer).rejects.toMatchObject({ name: 'GivenUp' });
    expect([patience.isSent, seen.requests.length, other.seen.requests.length]).toEqual([false, 0, 0]);
    patience.close();
  });

  it('may be encrypted', async () => {
    const psk = Buffer.alloc(32, 7);
    const shared = { ciphers: 'PSK', maxVersion: 'TLSv1.2' as const };
    const server = createTlsServer({ ...shared, pskCallback: () => psk }) as Server;
    const tls: Place['tls'] = { ...shared, pskCallback: () => ({ psk, identity: 'gateway' }), checkServerIdentity: () => undefined };
    const { ask, seen } = await place((socket) => socket.write(ok), { tls, server });
    expect([await ask(), await ask()]).toEqual(['200 ok', '200 ok']);
    expect(seen.sockets).toBe(1);
  });
});
