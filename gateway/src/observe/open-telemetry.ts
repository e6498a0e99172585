import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { Tracing } from './tracing.js';

/** How long a batch is tried, in milliseconds, unless the environment says: a gateway that stops waits for its last one. */
const shortTimeoutMs = 3_000;

/**
 * Tracing by the OpenTelemetry SDK. Its provider is not registered for the whole process: libraries that trace by themselves would put into spans what
 * they please. Loaded by `openTracing` alone, where there is a collector.
 */
export function openTelemetry(env: Record<string, string | undefined>): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': env.OTEL_SERVICE_NAME || 'atbalsts-gateway' }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter(env.OTEL_EXPORTER_OTLP_TIMEOUT ? {} : { timeoutMillis: shortTimeoutMs })),
    ],
  });
  const tracer = provider.getTracer('atbalsts');
  return {
    operation(audience, traceparent) {
      const span = tracer.startSpan(
        `graph ${audience}`,
        { kind: SpanKind.SERVER, attributes: { 'atbalsts.audience': audience } },
        traceparent === null ? ROOT_CONTEXT : remote(traceparent),
      );
      const inside = trace.setSpan(ROOT_CONTEXT, span);
      return {
        traceId: span.spanContext().traceId,
        call: (subgraph) => callSpan(tracer, inside, subgraph),
        end(operation, code, status) {
          if (operation !== null) span.setAttribute('graphql.document.hash', operation);
          span.setAttribute('http.response.status_code', status);
          finish(span, code);
        },
      };
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
}

function callSpan(tracer: Tracer, inside: Context, subgraph: string) {
  const span = tracer.startSpan(`subgraph ${subgraph}`, { kind: SpanKind.CLIENT, attributes: { 'atbalsts.subgraph': subgraph } }, inside);
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    end: (code: string) => finish(span, code),
  };
}

/** What a code looks like: a subgraph that puts something else there puts it into no span. */
const codeForm = /^[A-Z][A-Z_]{1,49}$/;

function finish(span: Span, code: string): void {
  span.setAttribute('atbalsts.code', codeForm.test(code) ? code : 'OTHER');
  if (code !== 'OK') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** The context of a span elsewhere, from a traceparent that has its form. */
function remote(traceparent: string): Context {
  const [, traceId = '', spanId = '', flags = '0'] = traceparent.split('-');
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true });
}
