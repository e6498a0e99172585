import type { Principal } from '@atbalsts/auth/identity';
import type { Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { scopeOf } from '../http/request-scope.js';
import { refuseWith } from '../http/respond.js';

/** Milliseconds since some fixed moment. */
export type Clock = () => number;

/**
 * Token buckets, one per client: a client may send a minute's worth at once, and gets it back evenly over the minute. At most `clients` are remembered;
 * the one that has been silent longest is forgotten first, and comes back with a full bucket.
 */
export class Buckets {
  private readonly buckets: LRUCache<string, { left: number; at: number }>;

  constructor(
    private readonly perMinute: number,
    private readonly clock: Clock = () => performance.now(),
    clients = 20_000,
  ) {
    this.buckets = new LRUCache({ max: clients });
  }

  /** Takes one request of a client: 0 where it may go on, else the whole seconds after which it may come again. */
  take(client: string): number {
    const now = this.clock();
    const perMs = this.perMinute / 60_000;
    const bucket = this.buckets.get(client) ?? { left: this.perMinute, at: now };
    const left = Math.min(this.perMinute, bucket.left + Math.max(0, now - bucket.at) * perMs);
    const goes = left >= 1;
    this.buckets.set(client, { left: goes ? left - 1 : left, at: now });
    return goes ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1_000));
  }
}

/** Counts the requests of clients with a token by its subject, and those without by their address. */
export interface RateLimit {
  /** Answers 429 where the client is over its limit; true where it did. */
  refused(req: Request, res: Response, principal: Principal | null): boolean;
}

/**
 * The rate limit of one audience's graph. An address counts only where no good token came: the persons of one office, behind one address, do not take
 * each other's requests, and nobody who sends bad tokens from there shuts them out.
 * @param byAddress shared by all graphs
 */
export function rateLimit(bySubject: Buckets, byAddress: Buckets): RateLimit {
  return {
    refused(req, res, principal) {
      const seconds = principal ? bySubject.take(principal.subject) : byAddress.take(req.socket.remoteAddress ?? '');
      if (seconds === 0) return false;
      res.setHeader('retry-after', String(seconds));
      refuseWith(req, res, scopeOf(res), rateLimitError(seconds));
      return true;
    },
  };
}

/** Too many requests of one client: RATE_LIMIT, 429. */
export function rateLimitError(seconds: number): GraphQLError {
  return new GraphQLError(`Too many requests: try again in ${seconds} s`, {
    extensions: {
      code: 'RATE_LIMIT',
      messageLv: `Pārāk daudz pieprasījumu: mēģiniet vēlreiz pēc ${seconds} s`,
      retryAfter: seconds,
      http: { status: 429 },
    },
  });
}
