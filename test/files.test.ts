import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type CallPath, type Federation, federation, type Persona } from './support/federation.js';

const attach = `mutation($id: ID!, $input: AttachDocumentInput!) { attachToApplication(applicationId: $id, input: $input) {
  document { id state } uploadUrl problems { code } } }`;
const openUrls = `query($id: ID!) { application(id: $id) { documents { id state openUrl } } }`;

const bytesOf = (text: string, size = 50_000): Buffer => Buffer.from(`%PDF-1.4\n${text}${'.'.repeat(size)}\n%%EOF\n`);

describe.each<CallPath>(['in process', 'over HTTP'])('files through the gateway, subgraphs %s', (path) => {
  let graph: Federation;
  let application: string;

  beforeAll(async () => {
    graph = await federation(path);
    const query = '{ applications(first: 1, filter: { state: SUBMITTED }) { nodes { id } } }';
    application = (await graph.ask('assistance-organiser', query)).data.applications.nodes[0].id;
  }, 240_000);
  afterAll(() => graph?.stop());

  /** As a client sends it: the path as it is written, nothing put right on the way. */
  const send = async (who: Persona | null, method: string, url: string, body?: Buffer, more: Record<string, string> = {}) => {
    const headers = { ...(who ? { authorization: `Bearer ${await graph.tokenOf(who)}` } : {}), ...more };
    const { hostname, port } = new URL(graph.url);
    return new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer; code: string }>((resolve, reject) => {
      const sent = request(
        {
          hostname,
          port,
          method,
          path: url,
          headers: body && !more['transfer-encoding'] ? { 'content-length': body.length, ...headers } : headers,
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', reject);
          answer.once('end', () => {
            const bytes = Buffer.concat(parts);
            const json = String(answer.headers['content-type']).includes('json') ? JSON.parse(bytes.toString()) : null;
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, code: json?.errors?.[0]?.extensions?.code ?? 'OK' });
          });
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  };
  const declared = async (bytes: Buffer, who: Persona = 'assistance-organiser') => {
    const input = {
      kind: 'INCOME_STATEMENT',
      name: 'izziņa.pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    const { data, errors } = await graph.ask(who, attach, { id: application, input });
    expect(errors).toBeUndefined();
    expect(data.attachToApplication.problems).toEqual([]);
    return data.attachToApplication;
  };
  const stored = async (bytes: Buffer): Promise<string> => {
    const { uploadUrl } = await declared(bytes);
    expect((await send('assistance-organiser', 'PUT', uploadUrl, bytes)).status).toBe(201);
    return uploadUrl.split('?')[0];
  };

  it('a statement is attached at the counter, brought, and opened by the head with the same token as the graph', async () => {
    const bytes = bytesOf('Izziņa par ienākumiem', 3_000_000);
    const { document, uploadUrl } = await declared(bytes);
    const brought = await send('assistance-organiser', 'PUT', uploadUrl, bytes);
    expect([brought.status, JSON.parse(brought.bytes.toString())]).toEqual([
      201,
      { document: { id: document.id, state: 'STORED', mediaType: 'application/pdf' } },
    ]);
    const { documents } = (await graph.ask('head-of-assistance', openUrls, { id: application })).data.application;
    const shown = documents.find((one: { id: string }) => one.id === document.id);
    const opened = await send('head-of-assistance', 'GET', shown.openUrl);
    expect(opened.status).toBe(200);
    expect(opened.bytes.equals(bytes)).toBe(true);
    expect(opened.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(String(opened.headers['content-disposition'])).toMatch(/^attachment; /);
  });

  it('the letter of a decision is had as PDF at the path of the decision', async () => {
    const query = '{ applications(first: 20, filter: { state: DECIDED }) { nodes { decisions { number letterPath(language: EN) } } } }';
    const { nodes } = (await graph.ask('assistance-organiser', query)).data.applications;
    const decision = nodes.flatMap((node: { decisions: object[] }) => node.decisions)[0];
    const letter = await send('assistance-organiser', 'GET', decision.letterPath);
    expect([letter.status, letter.headers['content-type']]).toEqual([200, 'application/pdf']);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(letter.bytes)), { mergePages: true });
    for (const part of [`Decision ${decision.number}`, 'Legal basis', 'Addressee', 'Reasons', 'Challenge']) expect(text).toContain(part);
    expect((await send('director-bauska', 'GET', decision.letterPath)).code).toBe('NOT_FOUND');
    expect((await send('finance', 'GET', decision.letterPath)).code).toBe('FORBIDDEN');
    expect((await send('ngo-a', 'GET', decision.letterPath)).code).toBe('FORBIDDEN');
  });

  it('whoever has no token, or one of another audience, gets nothing, and his bytes are not read', async () => {
    const bytes = bytesOf('sveša');
    const { uploadUrl } = await declared(bytes);
    const url = uploadUrl.split('?')[0];
    for (const [who, code] of [
      [null, 'UNAUTHENTICATED'],
      ['ngo-a', 'FORBIDDEN'],
      ['region-analyst', 'FORBIDDEN'],
    ] as const) {
      expect((await send(who, 'GET', url)).code).toBe(code);
      expect((await send(who, 'PUT', uploadUrl, bytes)).code).toBe(code);
    }
    expect((await send('assistance-organiser', 'PUT', uploadUrl, bytes)).status).toBe(201);
  });

  it('another town does not find it, another role may not open it, and a stolen address is of no use', async () => {
    const bytes = bytesOf('zagta');
    const url = await stored(bytes);
    expect((await send('director-bauska', 'GET', url)).code).toBe('NOT_FOUND');
    expect((await send('finance', 'GET', url)).code).toBe('FORBIDDEN');
    expect((await send('social-worker', 'GET', url)).code).toBe('FORBIDDEN');
    const { uploadUrl } = await declared(bytesOf('cita'));
    expect((await send('head-of-assistance', 'PUT', uploadUrl, bytesOf('cita'))).code).toBe('UPLOAD_FORGED');
    expect((await send('director-bauska', 'PUT', uploadUrl, bytesOf('cita'))).code).toBe('UPLOAD_FORGED');
  });

  it('tricks with the path lead nowhere', async () => {
    const url = await stored(bytesOf('ceļi'));
    const id = url.split('/').at(-1) as string;
    for (const trick of [
      `/files/benefits/../benefits/${id}`,
      `/files/workforce/${id}`,
      `/files/benefits/${id}/`,
      `/files/benefits/${id}%2f..%2f${id}`,
      `/files/benefits//${id}`,
      `/files/benefits%2f${id}`,
      `/files/__proto__/${id}`,
      `/files/benefits/${id.toUpperCase()}`,
      '/files/benefits/%2e%2e/graphql',
      '/files/benefits/facts',
      `/letters/${id}.pdf/../../graphql`,
      `/letters/..%2f..%2fhealth.pdf`,
    ]) {
      const { status, code } = await send('assistance-organiser', 'GET', trick);
      expect([trick, status, code]).toEqual([trick, 404, 'NOT_FOUND']);
    }
    expect((await send('assistance-organiser', 'GET', `/files/services/${id}`)).code).toBe('FORBIDDEN');
    expect((await send('director', 'GET', `/files/services/${id}`)).code).toBe('NOT_FOUND');
    expect((await send('assistance-organiser', 'DELETE', url)).code).toBe('METHOD_NOT_ALLOWED');
    expect((await send('assistance-organiser', 'POST', url, bytesOf('x'))).code).toBe('METHOD_NOT_ALLOWED');
  });

  it('bytes that are not as declared are refused with a reason, however many come, and can be brought again', async () => {
    const bytes = bytesOf('īstā', 2_000_000);
    const { uploadUrl } = await declared(bytes);
    expect((await send('assistance-organiser', 'PUT', uploadUrl, bytesOf('cita', 6_000_000))).code).toBe('SIZE_MISMATCH');
    expect((await send('assistance-organiser', 'PUT', uploadUrl, bytesOf('īsta', 2_000_000))).code).toBe('SIZE_MISMATCH');
    expect((await send('assistance-organiser', 'PUT', uploadUrl, Buffer.from(bytes).fill('x', 100, 200))).code).toBe('HASH_MISMATCH');
    expect((await send('assistance-organiser', 'PUT', uploadUrl, bytes, { 'transfer-encoding': 'chunked' })).code).toBe('LENGTH_REQUIRED');
    expect((await send('assistance-organiser', 'PUT', uploadUrl, bytes)).status).toBe(201);
    expect((await send('assistance-organiser', 'PUT', uploadUrl, bytes)).code).toBe('WRONG_STATE');
  });

  it('the answers of the gateway let no foreign page in', async () => {
    const url = await stored(bytesOf('lapa'));
    const opened = await send('assistance-organiser', 'GET', url, undefined, { origin: 'https://elsewhere.example' });
    expect(Object.keys(opened.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    const asked = await send(null, 'OPTIONS', url, undefined, {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'PUT',
    });
    expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([401, undefined]);
  });

  it('many documents of many applications take as many statements as one', async () => {
    const ask = (first: number) =>
      graph.ask('assistance-organiser', `{ applications(first: ${first}) { nodes { documents { id openUrl retention { years } } } } }`);
    await ask(1);
    const one = await graph.statementsDuring(() => ask(1));
    const many = await graph.statementsDuring(() => ask(100));
    expect(many.total).toBe(one.total);
  });

  it('a domain that is down says so, and the others go on', async () => {
    const url = await stored(bytesOf('prom'));
    await graph.takeDown('benefits');
    const { status, code } = await send('assistance-organiser', 'GET', url);
    expect([status, code]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
    await graph.bringUp('benefits');
    expect((await send('assistance-organiser', 'GET', url)).status).toBe(200);
  });
});
