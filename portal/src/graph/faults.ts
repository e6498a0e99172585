import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { Label } from '../format/format.js';

/** One thing that an answer lacks, as the graph told it. */
export interface Fault {
  /** Code of the graph (SUBGRAPH_UNAVAILABLE, TIMEOUT, FORBIDDEN …), or NETWORK where no answer came at all. */
  code: string;
  /** Where, without the places in lists: `person.benefits`; empty for the whole answer. */
  path: string;
  /** What the graph says, in both languages. */
  text: Label;
  /** The part of the system that did not answer. */
  subgraph: string | null;
  requestId: string | null;
  /** Which input it is about, where the graph could not even read it: `$input.personalCode`, `input.evidence`. */
  argument?: string;
}

interface GraphError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

/** Codes that say: a part of the system is away for now. Trying again is the way. */
const away = new Set(['SUBGRAPH_UNAVAILABLE', 'TIMEOUT', 'NETWORK', 'RATE_LIMIT', 'INTERNAL_SERVER_ERROR']);

/** Whether a fault may pass by itself. */
export const isPassing = (fault: Fault): boolean => away.has(fault.code);

/** An error of the graph as a fault. */
export function faultOf({ message, path, extensions = {} }: GraphError): Fault {
  return {
    code: String(extensions.code ?? 'INTERNAL_SERVER_ERROR'),
    path: (path ?? []).filter((step) => typeof step === 'string').join('.'),
    text: { lv: String(extensions.messageLv ?? message), en: message },
    subgraph: typeof extensions.subgraph === 'string' ? extensions.subgraph : null,
    requestId: typeof extensions.requestId === 'string' ? extensions.requestId : null,
    ...(typeof extensions.argument === 'string' ? { argument: extensions.argument } : {}),
  };
}

/** What a fault says of an input, to be shown at its field: without the name of the input, which the field has already. */
export const textAtField = ({ text }: Fault): Label => {
  const bare = (words: string) => {
    const rest = words.replace(/^(Variable|Mainīgais) "[^"]*": |^Nederīga vērtība laukā “[^”]*”: |^[\w.]+: /, '');
    return rest.charAt(0).toUpperCase() + rest.slice(1);
  };
  return { lv: bare(text.lv), en: bare(text.en) };
};

/** Everything an Apollo error says; one fault NETWORK where the graph could not be reached. Empty for no error. */
export function faultsOf(error: unknown): readonly Fault[] {
  if (!error) return [];
  if (CombinedGraphQLErrors.is(error)) return error.errors.map((one) => faultOf(one as GraphError));
  if (ServerError.is(error)) {
    const told = toldBy(error.bodyText);
    if (told.length) return told;
  }
  return [
    {
      code: 'NETWORK',
      path: '',
      text: {
        lv: 'Nav savienojuma ar sistēmu. Pārbaudiet tīklu un mēģiniet vēlreiz.',
        en: 'The system cannot be reached. Check the network and try again.',
      },
      subgraph: null,
      requestId: null,
    },
  ];
}

function toldBy(body: string): Fault[] {
  try {
    return ((JSON.parse(body) as { errors?: GraphError[] }).errors ?? []).map(faultOf);
  } catch {
    return [];
  }
}
