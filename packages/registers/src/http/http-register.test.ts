import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { RegisterQuestion } from '../question.js';
import { HttpRegister } from './http-register.js';
import type { Patience } from './patience.js';

const question: RegisterQuestion = {
  register: 'REVENUE',
  subject: { personalCode: '320101-00001' },
  from: '2025-03-01',
  until: '2025-06-01',
  basis: { kind: 'LAW', citation: 'MK 17.12.2020. noteikumi Nr. 809' },
  purpose: 'Means test',
  asker: { municipality: '0002000', subject: 'organiser' },
  requestId: 'request-1',
};
const wage = { found: true, incomes: [{ month: '2025-03', source: 'WAGE', amount: '500.10' }] };
const slow = { kind: 'UNAVAILABLE', reason: 'SLOW' };
const down = { kind: 'UNAVAILABLE', reason: 'DOWN' };
const unreadable = { kind: 'UNAVAILABLE', reason: 'UNREADABLE' };

describe('a register over HTTP', () => {
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  /** A register that answers as told; gives it, and how often it was asked. */
  const register = async (listener: RequestListener, patience: Partial<Patience> = {}) => {
    const seen = { times: 0 };
    const server = createServer((request, response) => {
      seen.times++;
      listener(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    const port = new HttpRegister({ url, key: 'key-of-the-town' }, { firstPauseMs: 1, ...patience });
    ends.push(async () => {
      server.close();
      server.closeAllConnections();
    });
    ends.push(() => port.close());
    return { port, seen };
  };
  const json =
    (body: unknown, status = 200): RequestListener =>
    (_request, response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  it('is asked with the key, the request and everything a question must say, and with nothing else', async () => {
    let heard: { url?: string; authorization?: string; id?: unknown; body: string } = { body: '' };
    const { port } = await register(async (request, response) => {
      heard = { url: request.url, authorization: request.headers.authorization, id: request.headers['x-request-id'], body: '' };
      for await (const part of request) heard.body += part;
      json(wage)(request, response);
    });
    expect(await port.ask(question)).toEqual({
      kind: 'ANSWERED',
      fromCache: false,
      answer: { register: 'REVENUE', incomes: [{ month: '2025-03', source: 'WAGE', amount: 50_010 }] },
    });
    expect(heard).toMatchObject({ url: '/api/v1/questions', authorization: 'Bearer key-of-the-town', id: 'request-1' });
    const { register: _register, requestId: _requestId, ...body } = question;
    expect(JSON.parse(heard.body)).toEqual(body);
  });

  it('may know nobody of the code', async () => {
    const { port } = await register(json({ found: false }));
    expect(await port.ask(question)).toEqual({ kind: 'NOT_KNOWN', fromCache: false });
  });

  it('is tried again when the connection breaks, and when it is away for a moment', async () => {
    const answers: RequestListener[] = [(request) => request.socket.destroy(), json({}, 503), json(wage)];
    const { port, seen } = await register((request, response) => answers.shift()?.(request, response));
    expect(await port.ask(question)).toMatchObject({ kind: 'ANSWERED' });
    expect(seen.times).toBe(3);
  });

  it('is given up after so many attempts', async () => {
    const { port, seen } = await register((request) => request.socket.destroy(), { retries: 2 });
    expect(await port.ask(question)).toEqual(down);
    expect(seen.times).toBe(3);
  });

  it('may not be there at all', async () => {
    const { port } = await register(json(wage));
    await ends.shift()?.();
    expect(await port.ask(question)).toEqual(down);
  });

  it('is not waited for beyond the longest wait, nor asked again for it', async () => {
    const { port, seen } = await register(() => {}, { attemptMs: 40 });
    expect(await port.ask(question)).toEqual(slow);
    expect(seen.times).toBe(1);
  });

  it('is not waited for either where it begins an answer and never ends it', async () => {
    const { port } = await register(
      (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"found":'),
      {
        attemptMs: 40,
      },
    );
    expect(await port.ask(question)).toEqual(slow);
  });

  it('has a longest wait for all attempts of a question together', async () => {
    const { port } = await register((request) => request.socket.destroy(), { retries: 1_000_000, questionMs: 60 });
    expect(await port.ask(question)).toEqual(slow);
  });

  it('is not read beyond the largest answer: of 100 MB only the beginning is taken', async () => {
    let sent = 0;
    const { port } = await register((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(64 * 1024, ' ');
      const more = () => {
        while (sent < 100 * 1024 * 1024 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    expect(await port.ask(question)).toEqual(unreadable);
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  it.each<[string, RequestListener]>([
    [
      'no JSON',
      (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('<html>Anna Paraugs</html>'),
    ],
    ['a page', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('{"found":true,"incomes":[]}')],
    ['null', json(null)],
    ['no incomes', json({ found: true })],
    ['a sum as a number', json({ found: true, incomes: [{ month: '2025-03', source: 'WAGE', amount: 500.1 }] })],
    ['a comma in a sum', json({ found: true, incomes: [{ month: '2025-03', source: 'WAGE', amount: '500,10' }] })],
    ['a negative sum', json({ found: true, incomes: [{ month: '2025-03', source: 'WAGE', amount: '-1.00' }] })],
    ['a month that is none', json({ found: true, incomes: [{ month: '2025-13', source: 'WAGE', amount: '1.00' }] })],
    [
      'an income on which the register does not speak',
      json({ found: true, incomes: [{ month: '2025-03', source: 'PENSION', amount: '1.00' }] }),
    ],
  ])('answering with %s is unreadable', async (_name, listener) => {
    const { port, seen } = await register(listener);
    expect(await port.ask(question)).toEqual(unreadable);
    expect(seen.times).toBe(1);
  });

  it('tells no month that nobody asked about, and no field beyond the shape', async () => {
    const told = ['2025-02', '2025-05', '2025-06'].map((month) => ({ month, source: 'WAGE', amount: '1.00', employer: 'SIA Paraugs' }));
    const { port } = await register(json({ found: true, name: 'Anna Paraugs', incomes: told }));
    expect(await port.ask(question)).toMatchObject({
      answer: { register: 'REVENUE', incomes: [{ month: '2025-05', source: 'WAGE', amount: 100 }] },
    });
  });

  it('that refuses the key says so, is not asked again, and is not left alone for it', async () => {
    const { port, seen } = await register(json({ message: 'no access to 320101-00001' }, 403), { failuresBeforePause: 1 });
    for (let n = 0; n < 3; n++) expect(await port.ask(question)).toEqual({ kind: 'UNAVAILABLE', reason: 'REFUSED' });
    expect(seen.times).toBe(3);
  });

  it('that fails again and again is left alone', async () => {
    const { port, seen } = await register(json({}, 500), { retries: 0, failuresBeforePause: 3, pauseMs: 3_600_000 });
    for (let n = 0; n < 3; n++) expect(await port.ask(question)).toEqual(down);
    expect(await port.ask(question)).toEqual({ kind: 'UNAVAILABLE', reason: 'PAUSED' });
    expect(seen.times).toBe(3);
  });

  it('is asked again when the pause is over, and by everybody once it has answered', async () => {
    const answers = [json({}, 500), json(wage), json(wage)];
    const { port } = await register((request, response) => answers.shift()?.(request, response), {
      retries: 0,
      failuresBeforePause: 1,
      pauseMs: 0,
    });
    expect(await port.ask(question)).toEqual(down);
    expect(await Promise.all([port.ask(question), port.ask(question)])).toMatchObject([{ kind: 'ANSWERED' }, { kind: 'ANSWERED' }]);
  });

  it('is asked nothing that lacks a purpose or a basis, or asks of no days', async () => {
    const { port, seen } = await register(json(wage));
    for (const change of [{ purpose: ' ' }, { basis: { kind: 'LAW' as const, citation: '' } }, { until: '2025-03-01' }])
      await expect(port.ask({ ...question, ...change })).rejects.toThrow();
    expect(seen.times).toBe(0);
  });
});
