import { type DomainName, domains } from '@atbalsts/database';
import { z } from 'zod';
import type { FactBatch, FactPull, FactSource } from './fact.js';
import { type FactKind, factKinds } from './kinds.js';
import { subscribedKinds } from './subscriptions.js';

/** Largest batch that is handed out at once. */
export const largestBatch = 10_000;

const kindName = z.enum(Object.keys(factKinds) as [FactKind, ...FactKind[]]);
const position = z.int().min(0);

/** Body of POST /facts. */
const requestShape = z.strictObject({
  after: position.nullable(),
  limit: z.int().min(1).max(largestBatch),
  kinds: z.array(kindName).optional(),
});

/** Answer of POST /facts. Bodies have been checked by their owner when it published them. */
const batchShape = z.object({
  after: position,
  upTo: position,
  head: position,
  kinds: z.array(kindName),
  facts: z.array(
    z.object({
      position,
      kind: kindName,
      key: z.string(),
      municipality: z.string(),
      body: z.record(z.string(), z.unknown()).nullable(),
      at: z.string(),
    }),
  ),
  more: z.boolean(),
});

/** An answer to POST /facts, ready to be sent as JSON. */
export type FactAnswer = { status: 200; body: FactBatch } | { status: 400 | 403; body: { code: string; message: string } };

/**
 * Answers a POST /facts whose token has been checked to be a SYSTEM one. Whatever is asked for, the subscriber gets the kinds of its subscription only.
 * @param subject of the token, `domain:` and the name of the subscriber
 * @param body the parsed JSON of the request
 */
export async function answerPull(
  source: FactSource,
  owner: DomainName,
  subject: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<FactAnswer> {
  const subscriber = domains.find((domain) => subject === `domain:${domain}`);
  const allowed = subscriber ? subscribedKinds(subscriber, owner) : [];
  if (allowed.length === 0) {
    return { status: 403, body: { code: 'FORBIDDEN', message: `${subject} subscribes to nothing of ${owner}` } };
  }
  const request = requestShape.safeParse(body);
  if (!request.success) {
    const where = request.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ');
    return { status: 400, body: { code: 'BAD_USER_INPUT', message: where } };
  }
  const asked = request.data.kinds;
  const kinds = asked ? allowed.filter((kind) => asked.includes(kind)) : allowed;
  return { status: 200, body: await source.pull(request.data.after, request.data.limit, { kinds, signal }) };
}

/**
 * Pulls facts from an owner over HTTP.
 * @param url of its /facts
 * @param token a SYSTEM token, or what makes a fresh one
 * @param timeoutMs how long an answer may take
 * @returns a pull that throws when the owner does not answer in time, refuses, or answers what is no batch
 */
export function pullOverHttp(url: string, token: string | (() => Promise<string>), timeoutMs = 15_000): FactPull {
  return async (after, limit, options = {}) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${typeof token === 'string' ? token : await token()}` },
      body: JSON.stringify({ after, limit, kinds: options.kinds }),
      signal: options.signal ? AbortSignal.any([timeout, options.signal]) : timeout,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`${url} answered ${response.status}`);
    }
    const batch = batchShape.safeParse(await response.json());
    if (!batch.success) throw new Error(`${url} did not answer with a batch of facts: ${batch.error.issues[0]?.path.join('.')}`);
    return batch.data;
  };
}
