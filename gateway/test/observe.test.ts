import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTracing } from '../src/observe/tracing.js';
import { ask, callPaths, send, startToyFederation } from './toy-federation.js';

/** A span as OTLP brings it, as far as these tests look. */
interface Span {
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  status: { code?: number };
  attributes: { key: string; value: { stringValue?: string; intValue?: number | string } }[];
}

const endpoint = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('tracing', () => {
  let collector: Server;
  let received: string[];
  let tracing: Awaited<ReturnType<typeof openTracing>>;

  beforeEach(async () => {
    received = [];
    collector = createServer(async (req, res) => {
      const parts: Buffer[] = [];
      for await (const part of req as AsyncIterable<Buffer>) parts.push(part);
      if (req.url === '/v1/traces') received.push(Buffer.concat(parts).toString('utf8'));
      res.setHeader('content-type', 'application/json');
      res.end('{}');
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    process.env[endpoint] = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '300';
    tracing = await openTracing(process.env);
  });
  afterEach(async () => {
    delete process.env[endpoint];
    delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
    await tracing?.close();
    collector.closeAllConnections();
    await new Promise((resolve) => collector.close(resolve));
  });

  const spans = (): Span[] =>
    received.flatMap((text) =>
      JSON.parse(text).resourceSpans.flatMap((resource: { scopeSpans: { spans: Span[] }[] }) =>
        resource.scopeSpans.flatMap((scope) => scope.spans),
      ),
    );
  const attributesOf = ({ attributes }: Span) =>
    Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));

  it.each(callPaths)("brings a span for the operation and one for each call %s, the children of the client's own", async (path) => {
    const toy = await startToyFederation(path, { gateway: { tracing } });
    const headers = { traceparent, 'x-purpose': 'Anna', 'x-request-id': 'anna-paraugs-1' };
    const query = 'query Anna($id: ID!) { person(id: $id) { name cases { number } } }';
    expect((await ask(toy.url, query, { id: 'p1' }, { headers })).errors).toBeUndefined();
    await toy.stop();
    const named = spans().sort((a, b) => a.name.localeCompare(b.name));
    expect(named.map(({ name }) => name)).toEqual(['graph STAFF', 'subgraph registry', 'subgraph services']);
    const [operation, registry, services] = named as [Span, Span, Span];
    expect(new Set(spans().map(({ traceId }) => traceId))).toEqual(new Set([traceparent.split('-')[1]]));
    expect(operation.parentSpanId).toBe(traceparent.split('-')[2]);
    expect([registry.parentSpanId, services.parentSpanId]).toEqual([operation.spanId, operation.spanId]);
    expect(attributesOf(operation)).toEqual({
      'atbalsts.audience': 'STAFF',
      'graphql.document.hash': expect.stringMatching(/^[0-9a-f]{12}$/),
      'http.response.status_code': 200,
      'atbalsts.code': 'OK',
    });
    expect(attributesOf(services)).toEqual({ 'atbalsts.subgraph': 'services', 'atbalsts.code': 'OK' });
    expect(toy.log[0]).toMatchObject({ trace: traceparent.split('-')[1] });
    expect(received.join('\n')).not.toMatch(/anna|paraugs|"p1|Bearer|authorization|toy/i);
  });

  it('says by its code what became of a call and of the operation', async () => {
    const toy = await startToyFederation('over HTTP', { dead: ['services'], gateway: { tracing } });
    await ask(toy.url, '{ person(id: "p1") { name cases { number } } }');
    await ask(toy.url, '{ nothing }');
    await toy.stop();
    const codes = spans().map((span) => [span.name, attributesOf(span)['atbalsts.code'], span.status.code ?? 0]);
    expect(codes).toEqual(
      expect.arrayContaining([
        ['subgraph registry', 'OK', 0],
        ['subgraph services', 'SUBGRAPH_UNAVAILABLE', 2],
        ['graph STAFF', 'SUBGRAPH_UNAVAILABLE', 2],
        ['graph STAFF', 'GRAPHQL_VALIDATION_FAILED', 2],
      ]),
    );
  });

  it('gives the subgraph the context of its own span, and begins a trace where the client brings none that can be read', async () => {
    const toy = await startToyFederation('in process', { gateway: { tracing } });
    await ask(toy.url, '{ viewer { subject } }', undefined, {
      headers: { traceparent: '00-00000000000000000000000000000000-b7ad6b7169203331-01' },
    });
    await toy.stop();
    const call = spans().find(({ name }) => name === 'subgraph registry');
    expect(toy.state.seen[0]?.request.traceparent).toBe(`00-${call?.traceId}-${call?.spanId}-01`);
    expect(call?.traceId).toMatch(/[1-9a-f]/);
  });

  it('goes on without a collector, and so does the gateway', async () => {
    collector.closeAllConnections();
    await new Promise((resolve) => collector.close(resolve));
    const toy = await startToyFederation('in process', { gateway: { tracing } });
    expect((await ask(toy.url, '{ viewer { subject } }')).data).toEqual({ viewer: { subject: 'toy' } });
    await toy.stop();
  });
});

describe('without a collector', () => {
  it('nothing is traced, and the trace context of the client goes along as it came', async () => {
    expect(await openTracing({ [endpoint]: '' })).toBeNull();
    const toy = await startToyFederation('in process');
    await ask(toy.url, '{ viewer { subject } }', undefined, { headers: { traceparent } });
    await ask(toy.url, '{ viewer { subject } }', undefined, { headers: { traceparent: 'Anna Paraugs' } });
    await toy.stop();
    expect(toy.state.seen.map(({ request }) => request.traceparent)).toEqual([traceparent, undefined]);
    expect(toy.log[0]).not.toHaveProperty('trace');
  });
});

describe('the metrics', () => {
  it('count calls by subgraph and code, with their time, and show the circuit breaker', async () => {
    const toy = await startToyFederation('over HTTP', { dead: ['services'] });
    for (let i = 0; i < 12; i++) await ask(toy.url, '{ person(id: "p1") { name cases { number } } }');
    const { text } = await send(`${toy.url}/metrics`);
    await toy.stop();
    expect(text).toMatch(/^atbalsts_subgraph_calls_total\{subgraph="registry",code="OK"\} 12$/m);
    expect(text).toMatch(/^atbalsts_subgraph_calls_total\{subgraph="services",code="SUBGRAPH_UNAVAILABLE"\} 12$/m);
    expect(text).toMatch(/^atbalsts_subgraph_call_duration_seconds_count\{subgraph="services"\} 12$/m);
    expect(text).toMatch(/^atbalsts_subgraph_calls_in_flight\{subgraph="services"\} 0$/m);
    expect(text).toMatch(/^atbalsts_subgraph_breaker_state\{subgraph="registry"\} 0$/m);
    expect(text).toMatch(/^atbalsts_subgraph_breaker_state\{subgraph="services"\} 2$/m);
    expect(text).toMatch(/^atbalsts_gateway_operations_total\{audience="STAFF",operation="[0-9a-f]{12}",outcome="error"\} 12$/m);
    expect(text).toMatch(/^atbalsts_gateway_operation_seconds_total\{audience="STAFF",operation="[0-9a-f]{12}"\} [\d.e-]+$/m);
  });

  it('have a bound: what one client asks beyond a hundred operations of one graph is counted as one', async () => {
    const toy = await startToyFederation('in process');
    for (let i = 0; i < 105; i++) await ask(toy.url, `{ a${i}: viewer { subject } }`);
    await ask(toy.url, '{ viewer { subject } }', undefined, { audience: 'REGIONAL' });
    const { text } = await send(`${toy.url}/metrics`);
    await toy.stop();
    expect(text.match(/^atbalsts_gateway_operations_total\{audience="STAFF"/gm)).toHaveLength(101);
    expect(text).toMatch(/^atbalsts_gateway_operations_total\{audience="STAFF",operation="other",outcome="ok"\} 5$/m);
    expect(text).toMatch(/^atbalsts_gateway_operations_total\{audience="REGIONAL",operation="[0-9a-f]{12}",outcome="ok"\} 1$/m);
  });
});
