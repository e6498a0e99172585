import { purposeHeader, type SubgraphRequest } from './seam.js';

/**
 * Everything that a call carries beside the operation. What is not in this list does not go to a subgraph, whatever the client sent: no cookie, no address, no header of its own making.
 */
export const propagatedHeaders = {
  authorization: ({ token }: SubgraphRequest) => (token === null ? null : `Bearer ${token}`),
  'x-request-id': ({ requestId }: SubgraphRequest) => requestId,
  'x-purpose': ({ purpose }: SubgraphRequest) => (purpose ? purposeHeader(purpose) : null),
  'x-emergency-access': ({ emergency }: SubgraphRequest) => emergency ?? null,
  traceparent: ({ traceparent }: SubgraphRequest) => traceparent ?? null,
} as const;

const propagated = Object.entries(propagatedHeaders);

/** Name of the header with the milliseconds that are left for an answer. */
export const timeLeftHeader = 'x-time-left-ms';

/** Headers that every call has. */
export const unchangingHeaders = (compressed: boolean): Record<string, string> => ({
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
  'accept-encoding': compressed ? 'gzip' : 'identity',
});

/** Headers that one call has beside them. */
export function callHeaders(request: SubgraphRequest, timeLeftMs: number | null): Record<string, string> {
  const headers: Record<string, string> = {};
  if (timeLeftMs !== null) headers[timeLeftHeader] = String(timeLeftMs);
  for (const [name, read] of propagated) {
    const value = read(request);
    if (value !== null) headers[name] = value;
  }
  return headers;
}

/** The milliseconds that whoever asks still waits; undefined where it does not say, or says nonsense. */
export function readTimeLeft(header: string | readonly string[] | undefined): number | undefined {
  return typeof header === 'string' && /^[1-9]\d{0,6}$/.test(header) ? Number(header) : undefined;
}

/** A W3C trace context (`00-` trace `-` span `-` flags); null where it is none, or names nothing. Hexadecimal digits alone: it can carry nothing personal. */
export function readTraceparent(header: string | readonly string[] | undefined): string | null {
  if (typeof header !== 'string' || header.length !== 55) return null;
  const [, trace, span] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(header) ?? [];
  return trace && span && /[1-9a-f]/.test(trace) && /[1-9a-f]/.test(span) ? header : null;
}
