import { DatabaseUnavailableError } from '@atbalsts/database';
import { GraphQLError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';

const internal = {
  en: 'Something failed on our side; nothing was changed. Tell your administrator the request id.',
  lv: 'Kļūda mūsu pusē; nekas nav mainīts. Paziņojiet administratoram pieprasījuma numuru.',
};

const lost = {
  en: 'The records of this domain cannot be reached just now; nothing was changed. Try again in a minute.',
  lv: 'Šīs sistēmas daļas ierakstus šobrīd nevar sasniegt; nekas nav mainīts. Mēģiniet vēlreiz pēc minūtes.',
};

/** Codes of a connection that is not to be had, or was lost: of the operating system and of PostgreSQL (class 08, no such database, too many connections, shut down). */
const lostConnection = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08...|3D000|53300|57P0[123])$/;

function isLostDatabase(error: unknown): boolean {
  if (error instanceof DatabaseUnavailableError) return true;
  const { code, cause, previous } = (error ?? {}) as { code?: unknown; cause?: unknown; previous?: unknown };
  return (
    (typeof code === 'string' && lostConnection.test(code)) ||
    (cause !== undefined && isLostDatabase(cause)) ||
    (previous !== undefined && isLostDatabase(previous))
  );
}

interface Constraint {
  property: string;
  constraints?: Record<string, string>;
  children?: Constraint[];
}

/**
 * What leaves a subgraph for an error: coded errors as they are, validation errors as BAD_USER_INPUT naming the argument,
 * everything else as INTERNAL_SERVER_ERROR without its text (which goes to `onSurprise`). No stack, no SQL, nothing personal.
 */
export function publicError(error: GraphQLError, requestId: string, onSurprise: (error: unknown) => void): GraphQLError {
  const original = error.originalError;
  const at = { path: error.path, nodes: error.nodes };
  if (original instanceof ArgumentValidationError) {
    const [field, text] = firstConstraint(original.extensions.validationErrors as unknown as Constraint[]);
    return new GraphQLError(`${field}: ${text}`, {
      ...at,
      extensions: { code: 'BAD_USER_INPUT', field, messageLv: `Nederīga vērtība laukā “${field}”: ${text}`, requestId },
    });
  }
  const code = error.extensions?.code;
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
    return new GraphQLError(error.message, { ...at, extensions: { ...error.extensions, stacktrace: undefined, requestId } });
  }
  if (isLostDatabase(original)) {
    onSurprise(original);
    return new GraphQLError(lost.en, { ...at, extensions: { code: 'UNAVAILABLE', messageLv: lost.lv, requestId } });
  }
  // graphql-js refuses bad variables and bad operations itself, without a code; it wraps its own refusal where an argument of a field is bad.
  if ((!original || original instanceof GraphQLError) && !code)
    return new GraphQLError(error.message, { ...at, extensions: { code: 'BAD_USER_INPUT', requestId } });
  onSurprise(original ?? error);
  return new GraphQLError(internal.en, { ...at, extensions: { code: 'INTERNAL_SERVER_ERROR', messageLv: internal.lv, requestId } });
}

function firstConstraint(errors: Constraint[], path: string[] = []): [string, string] {
  const first = errors[0];
  if (!first) return [path.join('.'), 'invalid'];
  const here = [...path, first.property];
  const text = first.constraints && Object.values(first.constraints)[0];
  return text ? [here.join('.'), text] : firstConstraint(first.children ?? [], here);
}
