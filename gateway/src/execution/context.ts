import type { Principal } from '@atbalsts/auth/identity';
import type { GraphAudience } from '../audiences/audience.js';

/** What one request leaves behind for the log and the metrics: nothing personal. */
export interface RequestScope {
  readonly requestId: string;
  readonly audience: GraphAudience | null;
  /** For what, as the client stated it with `x-purpose`; for the audit of the subgraphs, never for the log. */
  readonly purpose: string | null;
  /** Id of the emergency access that the client claims with `x-emergency-access`; the subgraphs ask the registry whether it holds. */
  readonly emergency: string | null;
  /** First digits of the SHA-256 of the document: says which query it was, and nothing that a client wrote. */
  operation: string | null;
  /** First error code of the answer; null while there is none. */
  code: string | null;
}

/** What an operation is executed with. The token goes to the subgraphs, which check it again; no header of the client does. */
export interface GraphContext {
  readonly scope: RequestScope;
  readonly principal: Principal;
  /** Aborted when the client has gone before its answer, or with TimeIsUp when the time limit has passed. Mutations are carried to their end all the same. */
  readonly signal: AbortSignal;
  /** Gives the request so many seconds from now. */
  limitTime(seconds: number): void;
}

/** Why a request was given up: it took longer than its audience may ask for. */
export class TimeIsUp extends Error {
  constructor(readonly seconds: number) {
    super(`The request took longer than ${seconds} s`);
    this.name = 'TimeIsUp';
  }
}
