import type { RegisterAnswer } from './answer.js';
import type { RegisterQuestion } from './question.js';

/** Why a register gave no answer: nobody told where it is; not reached; too slow; it refused the town; not in the documented shape; not asked, since it failed again and again. */
export type Unavailability = 'NOT_CONFIGURED' | 'DOWN' | 'SLOW' | 'REFUSED' | 'UNREADABLE' | 'PAUSED';

/** What became of a question. */
export type RegisterOutcome =
  | { kind: 'ANSWERED'; answer: RegisterAnswer; fromCache: boolean }
  | { kind: 'NOT_KNOWN'; fromCache: boolean }
  | { kind: 'UNAVAILABLE'; reason: Unavailability };

/** The port: how the town asks the state registers, whichever stands behind it. */
export interface Registers {
  /** Puts a question; never throws for what the register does, and never waits beyond its patience. An outcome holds no personal data but the answer. */
  ask(question: RegisterQuestion): Promise<RegisterOutcome>;
  /** Ends what is open. */
  close(): Promise<void>;
}

/** A town that reaches no register: every question is UNAVAILABLE, and everything that does not need an answer goes on. */
export const noRegisters: Registers = {
  ask: async () => ({ kind: 'UNAVAILABLE', reason: 'NOT_CONFIGURED' }),
  close: async () => {},
};
