import { CircuitBreakerPolicy, CircuitState, ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleWhen } from 'cockatiel';
import type { CallCondition } from './seam.js';

/** When calls to a subgraph that does not answer are given up before they are sent. */
export interface BreakerOptions {
  /** Calls that failed one after another; 10 unless told. */
  failures?: number;
  /** Milliseconds until one call is let through to see, the first time; doubles, with jitter, as long as it fails. 250 unless told. */
  firstProbeMs?: number;
  /** The longest that becomes, in milliseconds; 2 000 unless told. */
  lastProbeMs?: number;
}

/** Thrown in place of a call while the circuit is open. */
export class CircuitOpen extends Error {
  constructor() {
    super('the subgraph did not answer before: the circuit is open');
    this.name = 'CircuitOpen';
  }
}

/**
 * The circuit breaker of one subgraph: closed while it answers; open after so many failures in a row; half open while one call goes through to see.
 * Others do not wait for that one, which may take its whole time where the subgraph is frozen.
 */
export class Breaker {
  private readonly policy: CircuitBreakerPolicy;
  /** Whether the policy has been told of a failure since it was last told of a success: only then does a success tell it anything. */
  private hasFailed = false;

  /** @param isFailure whether an error says that the subgraph does not answer; while half open every error does */
  constructor(
    { failures = 10, firstProbeMs = 250, lastProbeMs = 2_000 }: BreakerOptions,
    private readonly isFailure: (error: unknown) => boolean,
  ) {
    const counts = handleWhen((error) => this.state === 'half-open' || isFailure(error));
    this.policy = circuitBreaker(counts, {
      breaker: new ConsecutiveBreaker(failures),
      halfOpenAfter: new ExponentialBackoff({ initialDelay: firstProbeMs, maxDelay: lastProbeMs }),
    });
  }

  get state(): CallCondition['breaker'] {
    const { state } = this.policy;
    return state === CircuitState.Closed ? 'closed' : state === CircuitState.HalfOpen ? 'half-open' : 'open';
  }

  /** Runs a call. Rejects with what it rejects with, or CircuitOpen. */
  run<T>(call: () => Promise<T>): Promise<T> {
    const { state } = this.policy;
    if (state === CircuitState.HalfOpen) return Promise.reject(new CircuitOpen());
    // While all is well a call goes beside the policy, whose steps would cost as much as sending it.
    if (state === CircuitState.Closed) return call().then(this.succeeded, this.failed);
    return this.probe(call);
  }

  private readonly succeeded = <T>(value: T): T | Promise<T> => {
    if (!this.hasFailed || this.policy.state !== CircuitState.Closed) return value;
    this.hasFailed = false;
    return this.policy.execute(() => value);
  };

  private readonly failed = (error: unknown): Promise<never> => {
    if (!this.isFailure(error) || this.policy.state !== CircuitState.Closed) return Promise.reject(error);
    this.hasFailed = true;
    return this.policy.execute(() => Promise.reject(error));
  };

  private async probe<T>(call: () => Promise<T>): Promise<T> {
    let sent = false;
    try {
      return await this.policy.execute(() => {
        sent = true;
        return call();
      });
    } catch (error) {
      throw sent ? error : new CircuitOpen();
    }
  }
}
