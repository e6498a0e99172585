import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IDefaultPolicyContext,
  type IPolicy,
  isTaskCancelledError,
  retry,
  type TimeoutPolicy,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { Pool } from 'undici';
import { readAnswer } from '../answer.js';
import type { RegisterOutcome, Registers, Unavailability } from '../port.js';
import { type RegisterQuestion, registerQuestion } from '../question.js';
import { failureOf, RegisterFailure } from './failure.js';
import { type Patience, usualPatience } from './patience.js';

/** Where a register answers, and the town's key to it. */
export interface RegisterAddress {
  url: string;
  key: string;
}

const isPassing = (error: unknown) => error instanceof RegisterFailure && error.passing;
/** A register that refuses the town is there: it is no reason to leave it alone. */
const countsAsFailure = (error: unknown) => !(error instanceof RegisterFailure && error.reason === 'REFUSED');

/**
 * One register over HTTP, as the README describes it: POST {url}/v1/questions with the key as bearer token. Broken connections are tried again with growing,
 * jittered pauses; each attempt and the whole question have a longest wait; an answer beyond the largest is not read; a register that fails
 * again and again is left alone for a while. Nothing of an error of the other side is kept.
 */
export class HttpRegister implements Registers {
  private readonly pool: Pool;
  private readonly path: string;
  private readonly attempt: TimeoutPolicy;
  private readonly policy: IPolicy<IDefaultPolicyContext>;

  constructor(
    private readonly address: RegisterAddress,
    patience: Partial<Patience> = {},
  ) {
    const { attemptMs, questionMs, retries, firstPauseMs, failuresBeforePause, pauseMs, connections, largestAnswer } = {
      ...usualPatience,
      ...patience,
    };
    const { origin, pathname } = new URL(address.url);
    this.path = `${pathname.replace(/\/$/, '')}/v1/questions`;
    this.pool = new Pool(origin, {
      connections,
      pipelining: 1,
      connect: { timeout: attemptMs },
      headersTimeout: attemptMs,
      bodyTimeout: attemptMs,
      maxResponseSize: largestAnswer,
    });
    this.attempt = timeout(attemptMs, TimeoutStrategy.Aggressive);
    this.policy = wrap(
      timeout(questionMs, TimeoutStrategy.Aggressive),
      circuitBreaker(handleWhen(countsAsFailure), { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(failuresBeforePause) }),
      retry(handleWhen(isPassing), {
        maxAttempts: retries,
        backoff: new ExponentialBackoff({ initialDelay: firstPauseMs, maxDelay: questionMs }),
      }),
    );
  }

  async ask(question: RegisterQuestion): Promise<RegisterOutcome> {
    const asked = registerQuestion.parse(question);
    try {
      const answer = await this.policy.execute(({ signal }) => this.once(asked, signal));
      return answer === 'NOT_KNOWN' ? { kind: 'NOT_KNOWN', fromCache: false } : { kind: 'ANSWERED', answer, fromCache: false };
    } catch (error) {
      return { kind: 'UNAVAILABLE', reason: reasonOf(error) };
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private once(question: RegisterQuestion, whole: AbortSignal) {
    return this.attempt.execute(async ({ signal }) => {
      try {
        return await this.post(question, signal);
      } catch (error) {
        if (signal.aborted) throw new RegisterFailure('SLOW', false);
        throw failureOf(error);
      }
    }, whole);
  }

  private async post(question: RegisterQuestion, signal: AbortSignal) {
    const { register: _, requestId, ...body } = question;
    const {
      statusCode,
      headers,
      body: answer,
    } = await this.pool.request({
      path: this.path,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${this.address.key}`,
        'x-request-id': requestId,
      },
      body: JSON.stringify(body),
      signal,
    });
    if (statusCode !== 200) {
      answer.destroy();
      throw statusCode >= 500 || statusCode === 429
        ? new RegisterFailure('DOWN', statusCode !== 500)
        : new RegisterFailure('REFUSED', false);
    }
    if (!/^application\/json\b/i.test(String(headers['content-type'] ?? ''))) {
      answer.destroy();
      throw new RegisterFailure('UNREADABLE', false);
    }
    const text = await answer.text();
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      throw new RegisterFailure('UNREADABLE', false);
    }
    const read = readAnswer(question, parsed);
    if (read === null) throw new RegisterFailure('UNREADABLE', false);
    return read;
  }
}

/** What stays of an error: a word. What is none of ours is cockatiel's: too late, or the register is left alone. */
function reasonOf(error: unknown): Unavailability {
  if (error instanceof RegisterFailure) return error.reason;
  return isTaskCancelledError(error) ? 'SLOW' : 'PAUSED';
}
