import { GraphQLError } from 'graphql';
import { type Action, actions } from './actions.js';
import type { Audience } from './principal.js';

/** Why a token is not good, in both languages. Says what to do, and nothing about the token's content. */
export interface AuthenticationReason {
  readonly message: string;
  readonly messageLv: string;
}

/** The reasons there are. */
export const authenticationReasons = {
  missing: {
    message: 'Sign in: send a token in the header "Authorization: Bearer ...".',
    messageLv: 'Pieslēdzieties: nosūtiet pilnvaru galvenē "Authorization: Bearer ...".',
  },
  expired: {
    message: 'Your session has ended. Sign in again.',
    messageLv: 'Jūsu sesija ir beigusies. Pieslēdzieties vēlreiz.',
  },
  refused: {
    message: 'The token was not accepted. Sign in again; if that does not help, ask your administrator for access.',
    messageLv: 'Pilnvara netika pieņemta. Pieslēdzieties vēlreiz; ja tas nelīdz, lūdziet piekļuvi administratoram.',
  },
  unreachable: {
    message: 'Signing in cannot be checked just now. Try again in a minute.',
    messageLv: 'Pieslēgšanos šobrīd nevar pārbaudīt. Mēģiniet vēlreiz pēc minūtes.',
  },
} as const satisfies Record<string, AuthenticationReason>;

/** Nobody is signed in: code UNAUTHENTICATED, HTTP 401. */
export class AuthenticationError extends GraphQLError {
  /** Which of the reasons it was. */
  readonly reason: keyof typeof authenticationReasons;

  constructor(reason: keyof typeof authenticationReasons = 'missing') {
    const { message, messageLv } = authenticationReasons[reason];
    super(message, { extensions: { code: 'UNAUTHENTICATED', messageLv, http: { status: 401 } } });
    this.name = 'AuthenticationError';
    this.reason = reason;
  }
}

/** Somebody is signed in and may not do this: code FORBIDDEN, HTTP 403. Names the action, never the object. */
export class ForbiddenError extends GraphQLError {
  /** @param action the action that the principal lacks */
  constructor(action: Action);
  /** @param texts what to say, where no single action is meant */
  constructor(texts: { message: string; messageLv: string });
  constructor(what: Action | { message: string; messageLv: string }) {
    const texts = typeof what === 'string' ? refusalOf(what) : what;
    super(texts.message, {
      extensions: {
        code: 'FORBIDDEN',
        messageLv: texts.messageLv,
        ...(typeof what === 'string' && { action: what }),
        http: { status: 403 },
      },
    });
    this.name = 'ForbiddenError';
  }

  /** A good token at the door of another audience's graph. */
  static audience(door: Audience): ForbiddenError {
    const graph = door.toLowerCase();
    return new ForbiddenError({
      message: `Your token does not open the ${graph} graph. Use the endpoint of your own audience.`,
      messageLv: `Jūsu pilnvara neatver šo grafu (${graph}). Izmantojiet savai auditorijai paredzēto adresi.`,
    });
  }
}

function refusalOf(action: Action): { message: string; messageLv: string } {
  const { text, textLv } = actions[action];
  return { message: `Your role does not let you ${text}.`, messageLv: `Jūsu loma neļauj ${textLv}.` };
}
