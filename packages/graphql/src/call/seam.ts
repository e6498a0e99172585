import type { DomainName } from '@atbalsts/database';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { type FileAnswer, type FileCaller, type FileRequest, fileError, refusedFile } from '../files/file.js';

/** One GraphQL operation for one subgraph, with who asks and for which request. The same object in process and over HTTP. */
export interface SubgraphRequest {
  query: string;
  operationName?: string | null;
  /** Raw values, as the client sent them; the subgraph coerces them. */
  variables?: Record<string, unknown> | null;
  /** The caller's bearer token, forwarded as it came; the subgraph checks it again. */
  token: string | null;
  requestId: string;
  /** For what, as the caller stated it; goes into the audit. */
  purpose?: string | null;
  /** Id of the emergency access that the caller claims; the subgraph asks the registry whether it holds. */
  emergency?: string | null;
  /** Ends the waiting when nobody wants the answer any more. Never given for a mutation. */
  signal?: AbortSignal;
  /** Milliseconds that whoever asks still waits. A caller gives the subgraph no more than its own longest wait; nothing cuts a mutation short. */
  timeLeftMs?: number;
  /** W3C trace context of the span that the call belongs to: hexadecimal digits, nothing personal. */
  traceparent?: string | null;
}

/** What a caller gives back: always plain data, with errors as they would look in JSON, whichever way the subgraph was reached. */
export type SubgraphResult = FormattedExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** Whether a subgraph can answer at this moment. */
export type SubgraphState = 'up' | 'down';

/** A subgraph living in this process. `createSubgraph` makes one; tests make toys. */
export interface SubgraphExecutor {
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  /** Answers for the files of the subgraph; never throws. A subgraph without it has none. */
  file?(request: FileRequest): Promise<FileAnswer>;
  /** Cheap: whether its database answers. A subgraph without it counts as up while it is mounted. */
  health?(): Promise<SubgraphState>;
}

/**
 * The seam between who asks (the gateway, another domain) and the subgraphs. In process or over HTTP, both behave the same.
 * `call` never throws: a subgraph that cannot be reached becomes a result with one error coded SUBGRAPH_UNAVAILABLE or SUBGRAPH_TIMEOUT.
 */
export interface SubgraphCaller extends Partial<FileCaller> {
  call(subgraph: DomainName, request: SubgraphRequest): Promise<SubgraphResult>;
  /** A cheap call; never throws. */
  health(subgraph: DomainName): Promise<SubgraphState>;
  /** How the way to a subgraph is at this moment, for the metrics; undefined where there is none. A caller without it calls within the process. */
  condition?(subgraph: DomainName): CallCondition | undefined;
  /** Closes connections; the subgraphs themselves belong to whoever started them. */
  close(): Promise<void>;
}

/** How the way to one subgraph is at this moment. */
export interface CallCondition {
  /** Whether calls go out, are refused before they do, or one is on its way to see. */
  breaker: 'closed' | 'open' | 'half-open';
  /** Calls under way, and those that wait for their turn. */
  inFlight: number;
}

/** Why a subgraph gave no answer of its own. */
export type SubgraphFailureCode = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT';

/** Told once per failed call, for the log; the answer itself carries no cause. */
export interface SubgraphFailure {
  subgraph: DomainName;
  requestId: string;
  code: SubgraphFailureCode;
  cause: unknown;
}

/** What both callers take. */
export interface CallerOptions {
  /** Longest wait for one answer, in milliseconds; 10 000 unless told. */
  timeoutMs?: number;
  onFailure?: (failure: SubgraphFailure) => void;
}

/** Longest wait for one answer of a subgraph when nothing else is set, in milliseconds. */
export const defaultTimeoutMs = 10_000;

/** Whether nothing but reading can come of an operation. What is not surely a query is treated as a change. */
export const isRead = ({ query }: Pick<SubgraphRequest, 'query'>): boolean => /^\s*(query\b|\{)/.test(query) && !query.includes('mutation');

/**
 * The result that stands for a subgraph without an answer: no data, one coded error in English and Latvian.
 * @param mayBeMade whether a change was sent before its answer was lost, so that nobody here knows what became of it
 */
export function failedResult(subgraph: DomainName, code: SubgraphFailureCode, mayBeMade = false): SubgraphResult {
  const [message, messageLv] = mayBeMade ? lostChange(subgraph, code) : emptyFields(subgraph, code);
  return { data: null, errors: [{ message, extensions: { code, subgraph, messageLv } }] };
}

/** A change whose answer was lost. The same advice as where a subgraph loses its database while it commits. */
function lostChange(subgraph: DomainName, code: SubgraphFailureCode): [en: string, lv: string] {
  const isLate = code === 'SUBGRAPH_TIMEOUT';
  return [
    `The domain "${subgraph}" ${isLate ? 'did not answer in time' : 'does not answer'}: the change may have been made or not. Look before you repeat it.`,
    `Sistēmas daļa "${subgraph}" ${isLate ? 'neatbildēja laikā' : 'neatbild'}: izmaiņas var būt saglabātas vai nebūt. Pārbaudiet, pirms atkārtojat.`,
  ];
}

function emptyFields(subgraph: DomainName, code: SubgraphFailureCode): [en: string, lv: string] {
  return code === 'SUBGRAPH_TIMEOUT'
    ? [
        `The domain "${subgraph}" did not answer in time; its fields are empty`,
        `Sistēmas daļa "${subgraph}" neatbildēja laikā; tās lauki ir tukši`,
      ]
    : [`The domain "${subgraph}" does not answer; its fields are empty`, `Sistēmas daļa "${subgraph}" neatbild; tās lauki ir tukši`];
}

/** True for the result that `failedResult` makes. */
export function isFailedResult(result: SubgraphResult): boolean {
  const code = result.errors?.[0]?.extensions?.code;
  return code === 'SUBGRAPH_UNAVAILABLE' || code === 'SUBGRAPH_TIMEOUT';
}

/** The same for a file. */
export function failedFile(failed: SubgraphResult, request: Pick<FileRequest, 'requestId'>): FileAnswer {
  const { message = '', extensions } = failed.errors?.[0] ?? {};
  const late = extensions?.code === 'SUBGRAPH_TIMEOUT';
  return refusedFile(fileError(late ? 504 : 503, String(extensions?.code), message, String(extensions?.messageLv)), request.requestId);
}

/** Longest purpose that is kept, in characters. */
const longestPurpose = 200;

/** What a header `x-purpose` states: percent-encoded text, without what does not print; null where nothing can be read from it. */
export function readPurpose(header: string | readonly string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  try {
    const text = decodeURIComponent(header)
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim();
    return text ? [...text].slice(0, longestPurpose).join('') : null;
  } catch {
    return null;
  }
}

/** A purpose as the header `x-purpose` carries it. */
export const purposeHeader = (purpose: string): string => encodeURIComponent(purpose);
