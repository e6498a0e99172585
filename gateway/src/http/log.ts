/** One line of the log: flat, and nothing personal in it. */
export type LogEntry = Record<string, string | number | boolean | null>;

/** Where lines go. */
export type Log = (entry: LogEntry) => void;

/** JSON lines on stderr, each with its time. */
export const logToStderr: Log = (entry) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
};

/** No log: for tests, and for a console that shows other things. */
export const silent: Log = () => {};

/**
 * An error nobody foresaw, short enough and safe for a log: its first line, without what stands in quotes and without long numbers,
 * because a database repeats values in its messages.
 */
export function describeForLog(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (text.split('\n')[0] ?? '')
    .replace(/'[^']*'/g, "'…'")
    .replace(/"[^"]*"/g, '"…"')
    .replace(/\d{5,}(-\d+)?/g, '…')
    .slice(0, 300);
}
