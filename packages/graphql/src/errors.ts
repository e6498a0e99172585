import { DatabaseUnavailableError, isCancelled } from '@atbalsts/database';
import { type ASTNode, GraphQLError, Kind } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { constraintText } from './constraint-texts.js';

const internal = {
  en: 'Something failed on our side; nothing was changed. Tell your administrator the request id.',
  lv: 'Kļūda mūsu pusē; nekas nav mainīts. Paziņojiet administratoram pieprasījuma numuru.',
};

const lost = {
  en: 'The records of this domain cannot be reached just now; nothing was changed. Try again in a minute.',
  lv: 'Šīs sistēmas daļas ierakstus šobrīd nevar sasniegt; nekas nav mainīts. Mēģiniet vēlreiz pēc minūtes.',
};

const tooSlow = {
  en: 'The question took the database too long and was stopped; nothing was changed. Ask for less, or try again later.',
  lv: 'Datubāze vaicājumu apstrādāja pārāk ilgi, un tas tika pārtraukts; nekas nav mainīts. Prasiet mazāk vai mēģiniet vēlāk.',
};

/**
 * Codes of a connection that is not to be had, or was lost: of the operating system and of PostgreSQL (class 08, no such database, too many
 * connections, shut down). 08P01 is none: PostgreSQL did not understand what was sent, which trying again does not mend.
 */
const lostConnection = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08(?!P01)...|3D000|53300|57P0[123])$/;

/** What the driver says, without a code, of a connection that ended under a statement. */
const endedConnection = /^(Connection terminated|Client has encountered a connection error)/;

/** Whether an error says that the database was not there, or went away under a statement. */
export function isLostDatabase(error: unknown): boolean {
  if (error instanceof DatabaseUnavailableError) return true;
  if (error instanceof Error && endedConnection.test(error.message)) return true;
  const { code, cause, previous } = (error ?? {}) as { code?: unknown; cause?: unknown; previous?: unknown };
  return (
    (typeof code === 'string' && lostConnection.test(code)) ||
    (cause !== undefined && isLostDatabase(cause)) ||
    (previous !== undefined && isLostDatabase(previous))
  );
}

/** The connection was lost while a change was being committed: nobody knows whether the server still did. */
export const lostCommit = (): GraphQLError =>
  new GraphQLError('The connection was lost while the change was being saved: it may have been made or not. Look before you repeat it.', {
    extensions: {
      code: 'UNAVAILABLE',
      messageLv: 'Savienojums pārtrūka, saglabājot izmaiņas: tās var būt saglabātas vai nebūt. Pārbaudiet, pirms atkārtojat.',
    },
  });

interface Constraint {
  property: string;
  constraints?: Record<string, string>;
  children?: Constraint[];
}

/**
 * What leaves a subgraph for an error: coded errors as they are, validation errors as BAD_USER_INPUT naming the argument,
 * a statement that ran too long as TIMEOUT, everything else as INTERNAL_SERVER_ERROR without its text (which goes to `onSurprise`). No stack, no SQL, nothing personal.
 */
export function publicError(error: GraphQLError, requestId: string, onSurprise: (error: unknown) => void): GraphQLError {
  const original = error.originalError;
  const at = { path: error.path, nodes: error.nodes };
  if (original instanceof ArgumentValidationError) {
    const { path, en, lv } = firstConstraint(original.extensions.validationErrors as unknown as Constraint[]);
    const field = path.join('.');
    return new GraphQLError(`${field}: ${en}`, {
      ...at,
      extensions: {
        code: 'BAD_USER_INPUT',
        field,
        argument: argumentOf(path, error.nodes),
        messageLv: `Nederīga vērtība laukā “${field}”: ${lv}`,
        requestId,
      },
    });
  }
  const code = error.extensions?.code;
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
    return new GraphQLError(error.message, { ...at, extensions: { ...error.extensions, stacktrace: undefined, requestId } });
  }
  if (isCancelled(original)) {
    onSurprise(original);
    return new GraphQLError(tooSlow.en, { ...at, extensions: { code: 'TIMEOUT', messageLv: tooSlow.lv, requestId } });
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

interface BrokenConstraint {
  path: string[];
  en: string;
  lv: string;
}

function firstConstraint(errors: Constraint[] | undefined, path: string[] = []): BrokenConstraint {
  const first = errors?.[0];
  if (!first) return { path, ...constraintText('', '', '') };
  const here = [...path, first.property];
  const broken = first.constraints && Object.entries(first.constraints)[0];
  return broken ? { path: here, ...constraintText(broken[0], first.property, broken[1]) } : firstConstraint(first.children, here);
}

/**
 * The path as the graph writes it elsewhere, from the argument: `input.members[0].monthlyIncome`. Validation does not say which argument it looked
 * at; it is the one the path begins with, else the only one, else `input`.
 */
function argumentOf(path: readonly string[], nodes: readonly ASTNode[] | undefined): string {
  const node = nodes?.[0];
  const given = node?.kind === Kind.FIELD ? (node.arguments ?? []).map((argument) => argument.name.value) : [];
  const from = given.length === 1 ? given[0] : given.find((name) => name === 'input');
  const whole = from === undefined || given.includes(path[0] ?? '') ? path : [from, ...path];
  return whole.map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index ? `.${step}` : step)).join('');
}
