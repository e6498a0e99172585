import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { internalError } from '../execution/downstream.js';
import { latvianOf } from './texts.js';

/** What formatting says of an error that nobody foresaw. */
export type TellUnexpected = (error: unknown) => void;

/**
 * The one shape in which an error leaves the gateway: message, locations, path, and extensions with `code` and `messageLv` (the request id is added
 * where the request is known). No suggestion of names, no stack, no value that the client sent: it may be a person's.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown, tell: TellUnexpected): GraphQLFormattedError {
  const original = error instanceof GraphQLError && error.originalError instanceof GraphQLError ? error.originalError : null;
  const { serviceName: _, stacktrace: __, http: ___, ...extensions } = { ...formatted.extensions } as Record<string, unknown>;
  const code = original?.extensions.code === 'BAD_USER_INPUT' ? 'BAD_USER_INPUT' : (extensions.code ?? internalError.code);
  const kept = { ...(formatted.locations ? { locations: formatted.locations } : {}), ...(formatted.path ? { path: formatted.path } : {}) };
  if (code === internalError.code) {
    // A subgraph's own unexpected error has been told already, and says whose it is.
    if (extensions.messageLv !== internalError.messageLv) tell(original ?? error);
    return { message: internalError.message, ...kept, extensions: { ...extensions, code, messageLv: internalError.messageLv } };
  }
  const variable = variableText(formatted.message, error);
  if (variable) {
    const messageLv = `${variable.placeLv}: ${variable.reasonLv ?? latvianOf(code)}`;
    return {
      message: `${variable.place}: ${variable.reason}`,
      ...kept,
      extensions: { ...extensions, code, messageLv, argument: variable.name },
    };
  }
  return {
    message: withoutValues(formatted.message),
    ...kept,
    extensions: { ...extensions, code, messageLv: extensions.messageLv ?? latvianOf(code) },
  };
}

interface VariableText {
  name: string;
  place: string;
  placeLv: string;
  reason: string;
  reasonLv?: string;
}

/** graphql-js writes `Variable "$i" got invalid value "…" at "i.members[0]"; reason`: the place is kept, the value is not. */
function variableText(message: string, error: unknown): VariableText | null {
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1];
  if (!variable || !(error instanceof GraphQLError)) return null;
  const missing = /^Variable "\$\w+" (of (?:required|non-null) type .*)$/s.exec(message)?.[1];
  if (missing)
    return {
      name: `$${variable}`,
      place: `Variable "$${variable}"`,
      placeLv: `Mainīgais "$${variable}"`,
      reason: missing,
      reasonLv: 'vērtība ir obligāta',
    };
  if (!/^Variable "\$\w+" got invalid value /.test(message)) return null;
  const thrown = causeOf(error);
  const tail = thrown && message.endsWith(thrown.message) ? thrown.message : message.slice(message.lastIndexOf('; ') + 2);
  const head = message.slice(0, message.length - tail.length);
  const path = / at "([\w.[\]]+)"; (?:Expected type "[\w[\]!]+"\. )?$/.exec(head)?.[1];
  const name = `$${path ?? variable}`;
  const reasonLv =
    thrown instanceof GraphQLError && typeof thrown.extensions.messageLv === 'string' ? thrown.extensions.messageLv : undefined;
  return { name, place: `Variable "${name}"`, placeLv: `Mainīgais "${name}"`, reason: withoutValues(tail), reasonLv };
}

/** The innermost error: what the scalar itself threw. */
function causeOf(error: GraphQLError): Error | undefined {
  let cause: Error | undefined = error.originalError;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** A message without the value that graphql-js repeats in it, and without a suggestion. */
function withoutValues(message: string): string {
  return message
    .replace(/ ?Did you mean(.+?)\?$/s, '')
    .replace(/( cannot represent (?:a |an )?(?:non[- ][\w -]+?|value)): .*$/s, '$1')
    .replace(/^Value .* does not exist in ("\w+" enum)/s, 'The value does not exist in $1')
    .replace(/(Expected (?:value of )?type "[^"]+"), found .*?(; .*)?$/s, '$1$2');
}
