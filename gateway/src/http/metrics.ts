import type { RequestHandler } from 'express';
import type { GraphAudience } from '../audiences/audience.js';

/** Upper bounds of the duration histogram, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Codes come from a closed list in the program; should one ever not, it may not fill the memory. */
const mostSeries = 500;

interface Durations {
  buckets: number[];
  count: number;
  sum: number;
}

/** What `/metrics` tells, in the text format of Prometheus (0.0.4): answers by audience and code, their durations, and the process. */
export class Metrics {
  private readonly answers = new Map<string, number>();
  private readonly durations = new Map<GraphAudience, Durations>();

  /** Counts one answer. `code` is the first error's code, or OK. */
  answered(audience: GraphAudience, code: string, seconds: number): void {
    const labels = `audience="${audience}",code="${code.replace(/[^\w]/g, '_')}"`;
    if (this.answers.has(labels) || this.answers.size < mostSeries) this.answers.set(labels, (this.answers.get(labels) ?? 0) + 1);
    const durations = this.durations.get(audience) ?? { buckets: bounds.map(() => 0), count: 0, sum: 0 };
    this.durations.set(audience, durations);
    bounds.forEach((bound, i) => {
      if (seconds <= bound) durations.buckets[i] = (durations.buckets[i] ?? 0) + 1;
    });
    durations.count += 1;
    durations.sum += seconds;
  }

  /** The text a scraper reads. */
  text(): string {
    const memory = process.memoryUsage();
    const lines = [
      ...family('atbalsts_gateway_requests_total', 'counter', 'Answers by audience and by the first error code.'),
      ...[...this.answers].map(([labels, count]) => `atbalsts_gateway_requests_total{${labels}} ${count}`),
      ...family('atbalsts_gateway_request_duration_seconds', 'histogram', 'Time from request to the end of its answer.'),
      ...[...this.durations].flatMap(([audience, durations]) => histogram(audience, durations)),
      ...gauge('process_resident_memory_bytes', 'Resident memory of the process.', memory.rss),
      ...gauge('nodejs_heap_used_bytes', 'Heap in use.', memory.heapUsed),
      ...gauge('nodejs_external_memory_bytes', 'Memory outside of the heap.', memory.external),
      ...gauge('process_uptime_seconds', 'Time since the process began.', Math.round(process.uptime())),
    ];
    return `${lines.join('\n')}\n`;
  }

  /** Answers GET /metrics. */
  readonly handler: RequestHandler = (_req, res) => {
    res.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    res.send(this.text());
  };
}

const family = (name: string, type: string, help: string): string[] => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];

const gauge = (name: string, help: string, value: number): string[] => [...family(name, 'gauge', help), `${name} ${value}`];

function histogram(audience: GraphAudience, { buckets, count, sum }: Durations): string[] {
  const name = 'atbalsts_gateway_request_duration_seconds';
  const label = `audience="${audience}"`;
  return [
    ...bounds.map((bound, i) => `${name}_bucket{${label},le="${bound}"} ${buckets[i]}`),
    `${name}_bucket{${label},le="+Inf"} ${count}`,
    `${name}_sum{${label}} ${sum}`,
    `${name}_count{${label}} ${count}`,
  ];
}
