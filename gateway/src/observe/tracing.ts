import type { GraphAudience } from '../audiences/audience.js';

/** The span of one call to a subgraph. */
export interface CallSpan {
  /** W3C trace context of this span, for the subgraph. */
  readonly traceparent: string;
  end(code: string): void;
}

/** The span of one operation. What it is told and keeps is this and nothing else: no name of an operation (free text of a client), no value, nobody's id. */
export interface OperationSpan {
  readonly traceId: string;
  call(subgraph: string): CallSpan;
  /** @param operation first digits of the hash of the document */
  end(operation: string | null, code: string, status: number): void;
}

/** Spans by OpenTelemetry, brought to a collector in batches beside the requests. */
export interface Tracing {
  /** @param traceparent the client's own W3C trace context, checked; the span becomes its child */
  operation(audience: GraphAudience, traceparent: string | null): OperationSpan;
  /** Brings what is left to the collector, and ends. */
  close(): Promise<void>;
}

/**
 * Opens tracing where the environment names a collector (OTEL_EXPORTER_OTLP_ENDPOINT, or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT; OTLP over HTTP); null otherwise,
 * and then nothing of OpenTelemetry is even loaded. The other variables of OpenTelemetry hold too: OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER, OTEL_BSP_*,
 * OTEL_EXPORTER_OTLP_HEADERS, OTEL_EXPORTER_OTLP_TIMEOUT.
 */
export async function openTracing(env: Record<string, string | undefined>): Promise<Tracing | null> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return null;
  const { openTelemetry } = await import('./open-telemetry.js');
  return openTelemetry(env);
}
