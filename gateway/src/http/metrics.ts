import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { GraphAudience } from '../audiences/audience.js';

/** Upper bounds of the duration histogram, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What `/metrics` tells, in the text format of Prometheus: answers by audience and code, their durations, and the process. One registry per gateway. */
export class Metrics {
  private readonly registry = new Registry();

  private readonly answers = new Counter({
    name: 'atbalsts_gateway_requests_total',
    help: 'Answers by audience and by the first error code, OK where there is none.',
    labelNames: ['audience', 'code'] as const,
    registers: [this.registry],
  });

  private readonly durations = new Histogram({
    name: 'atbalsts_gateway_request_duration_seconds',
    help: 'Time from request to the end of its answer.',
    labelNames: ['audience'] as const,
    buckets,
    registers: [this.registry],
  });

  constructor() {
    this.gauge('process_resident_memory_bytes', 'Resident memory of the process.', () => process.memoryUsage.rss());
    this.gauge('nodejs_heap_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
    this.gauge('nodejs_external_memory_bytes', 'Memory outside of the heap.', () => process.memoryUsage().external);
    this.gauge('process_uptime_seconds', 'Time since the process began.', () => Math.round(process.uptime()));
  }

  /** Counts one answer. `code` is the first error's code, or OK. */
  answered(audience: GraphAudience, code: string, seconds: number): void {
    this.answers.inc({ audience, code });
    this.durations.observe({ audience }, seconds);
  }

  /** Answers GET /metrics. */
  readonly handler: RequestHandler = async (_req, res) => {
    res.setHeader('content-type', this.registry.contentType);
    res.send(await this.registry.metrics());
  };

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
