/** What was typed with one thing a line, as a list; empty lines say nothing. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
