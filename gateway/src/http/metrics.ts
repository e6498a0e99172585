import type { DomainName } from '@atbalsts/database/domains';
import type { SubgraphCaller } from '@atbalsts/graphql/call';
import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { audienceNames, type GraphAudience } from '../audiences/audience.js';
import type { Clock } from '../limits/rate-limit.js';
import { Labels } from '../observe/labels.js';
import { OperationPlaces } from '../observe/operation-places.js';

/** Upper bounds of the duration histogram, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How an answer ends, beside its code. */
const outcomes = ['ok', 'error'] as const;

/** How the states of a circuit breaker are written as a number. */
const breakerStates = { closed: 0, 'half-open': 1, open: 2 } as const;

/**
 * What `/metrics` tells, in the text format of Prometheus: answers by audience and code, their durations, operations, calls to subgraphs, and the process.
 * One registry per gateway. No label has more values than are told here, whatever clients and subgraphs send.
 */
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

  private readonly operations = new Counter({
    name: 'atbalsts_gateway_operations_total',
    help: 'Answers by operation (first digits of the hash of its document; "other" where there is no place for it) and outcome.',
    labelNames: ['audience', 'operation', 'outcome'] as const,
    registers: [this.registry],
  });

  private readonly operationSeconds = new Counter({
    name: 'atbalsts_gateway_operation_seconds_total',
    help: 'Time spent on answers, by operation.',
    labelNames: ['audience', 'operation'] as const,
    registers: [this.registry],
  });

  private readonly calls = new Counter({
    name: 'atbalsts_subgraph_calls_total',
    help: 'Calls by subgraph and by the first error code, OK where there is none.',
    labelNames: ['subgraph', 'code'] as const,
    registers: [this.registry],
  });

  private readonly callDurations = new Histogram({
    name: 'atbalsts_subgraph_call_duration_seconds',
    help: 'Time from a call to its answer, the wait for its turn included.',
    labelNames: ['subgraph'] as const,
    buckets,
    registers: [this.registry],
  });

  private readonly callsInFlight = new Gauge({
    name: 'atbalsts_subgraph_calls_in_flight',
    help: 'Calls without an answer as yet.',
    labelNames: ['subgraph'] as const,
    registers: [this.registry],
  });

  private readonly codes = new Labels(60, /^[A-Z][A-Z_]{1,49}$/, 'OTHER');
  private readonly operationPlaces: Record<GraphAudience, OperationPlaces>;

  /** @param clock by which an operation has not been asked for long; the process's own unless told */
  constructor(clock?: Clock) {
    const places = audienceNames.map((audience) => {
      const onGivenUp = (operation: string) => this.forget(audience, operation);
      return [audience, new OperationPlaces(onGivenUp, undefined, clock)] as const;
    });
    this.operationPlaces = Object.fromEntries(places) as Record<GraphAudience, OperationPlaces>;
    this.gauge('process_resident_memory_bytes', 'Resident memory of the process.', () => process.memoryUsage.rss());
    this.gauge('nodejs_heap_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
    this.gauge('nodejs_external_memory_bytes', 'Memory outside of the heap.', () => process.memoryUsage().external);
    this.gauge('process_uptime_seconds', 'Time since the process began.', () => Math.round(process.uptime()));
  }

  /**
   * Counts one answer.
   * @param code the first error's code, or OK
   * @param operation first digits of the hash of the document, null where none was read
   * @param client subject of the token; it is in no label, and only says whose share of the places an operation takes
   */
  answered(audience: GraphAudience, code: string, seconds: number, operation: string | null, client: string): void {
    this.answers.inc({ audience, code: this.codes.of(code) });
    this.durations.observe({ audience }, seconds);
    if (operation === null) return;
    const known = this.operationPlaces[audience].nameOf(operation, client);
    this.operations.inc({ audience, operation: known, outcome: outcomes[code === 'OK' ? 0 : 1] });
    this.operationSeconds.inc({ audience, operation: known }, seconds);
  }

  /** Notes that a subgraph is called; what it gives back is told the code of the answer. */
  calling(subgraph: DomainName): (code: string) => void {
    const began = performance.now();
    this.callsInFlight.inc({ subgraph });
    return (code) => {
      this.callsInFlight.dec({ subgraph });
      this.calls.inc({ subgraph, code: this.codes.of(code) });
      this.callDurations.observe({ subgraph }, (performance.now() - began) / 1_000);
    };
  }

  /** Shows the circuit breaker of each subgraph, where the way to it has one. */
  watch(caller: SubgraphCaller, subgraphs: readonly DomainName[]): void {
    if (!caller.condition) return;
    new Gauge({
      name: 'atbalsts_subgraph_breaker_state',
      help: 'Circuit breaker: 0 closed, 1 half open, 2 open.',
      labelNames: ['subgraph'] as const,
      registers: [this.registry],
      collect() {
        for (const subgraph of subgraphs) {
          const condition = caller.condition?.(subgraph);
          if (condition) this.set({ subgraph }, breakerStates[condition.breaker]);
        }
      },
    });
  }

  /** Answers GET /metrics. */
  readonly handler: RequestHandler = async (_req, res) => {
    res.setHeader('content-type', this.registry.contentType);
    res.send(await this.registry.metrics());
  };

  private forget(audience: GraphAudience, operation: string): void {
    for (const outcome of outcomes) this.operations.remove({ audience, operation, outcome });
    this.operationSeconds.remove({ audience, operation });
  }

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
