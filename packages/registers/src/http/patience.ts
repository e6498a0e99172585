/** How long and how often a register is tried. */
export interface Patience {
  /** Longest wait for one attempt, in milliseconds. */
  attemptMs: number;
  /** Longest wait for the whole question with all attempts, in milliseconds. */
  questionMs: number;
  /** Attempts after the first, on a broken connection alone. */
  retries: number;
  /** The first wait before another attempt, in milliseconds; later ones grow, and each is shortened or lengthened by chance. */
  firstPauseMs: number;
  /** Questions that fail one after another before the register is left alone. */
  failuresBeforePause: number;
  /** How long it is left alone, in milliseconds; then one question tries it. */
  pauseMs: number;
  /** Connections to one register at most. */
  connections: number;
  /** The largest answer that is read, in bytes. */
  largestAnswer: number;
}

/** What holds unless told otherwise; a question of a whole household stays within the ten seconds that the gateway waits for a subgraph. */
export const usualPatience: Patience = {
  attemptMs: 2_000,
  questionMs: 5_000,
  retries: 2,
  firstPauseMs: 100,
  failuresBeforePause: 5,
  pauseMs: 30_000,
  connections: 8,
  largestAnswer: 256 * 1024,
};
