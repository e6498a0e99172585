import type { DomainName } from '@atbalsts/database';

/** What a log may say of an error: names and numbers that the program gave, never a text in which a value may stand. */
export interface LoggedError {
  name: string;
  /** SQLSTATE, or the operating system's code. */
  code?: string;
  constraint?: string;
  table?: string;
  routine?: string;
  /** The first lines of the stack. */
  at?: string[];
}

const word = /^[\w.$-]{1,64}$/;
/** A line of the stack as V8 writes it; it ends with the place in a file, so that no line of a message passes for one unless it is made to. */
const frame = /^ {4}at (?:[\w$.<>[\] ]+ \()?(?:[\w+.-]+:|\/|[A-Za-z]:\\)[^\s()]*:\d+:\d+\)?$/;
const most = 4;

/** An error and what caused it, outermost first, fit for a log: no message, no row, no statement, no parameter. */
export function loggedErrors(error: unknown): LoggedError[] {
  const logged: LoggedError[] = [];
  const seen = new Set<unknown>();
  let at = error;
  while (logged.length < most && typeof at === 'object' && at !== null && !seen.has(at)) {
    seen.add(at);
    logged.push(loggedError(at as Record<string, unknown>));
    const { cause, previous, originalError } = at as { cause?: unknown; previous?: unknown; originalError?: unknown };
    at = cause ?? previous ?? originalError;
  }
  return logged.length ? logged : [{ name: typeof error }];
}

function loggedError(error: Record<string, unknown>): LoggedError {
  const logged: LoggedError = { name: wordOf(error.name) ?? 'Error' };
  for (const key of ['code', 'constraint', 'table', 'routine'] as const) {
    const value = wordOf(error[key]);
    if (value !== undefined) logged[key] = value;
  }
  const lines = framesOf(error);
  if (lines.length) logged.at = lines;
  return logged;
}

function framesOf({ stack, message }: Record<string, unknown>): string[] {
  if (typeof stack !== 'string') return [];
  const head = typeof message === 'string' && message ? stack.indexOf(message) : -1;
  const rest = head < 0 ? stack : stack.slice(head + (message as string).length);
  return rest
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, most)
    .map((line) => line.trim());
}

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' && word.test(value) ? value : undefined);

/** The line that a surprise leaves in the log of a subgraph. */
export function surpriseLine(subgraph: DomainName, error: unknown, requestId: string): string {
  return JSON.stringify({ level: 'error', subgraph, requestId, errors: loggedErrors(error) });
}
