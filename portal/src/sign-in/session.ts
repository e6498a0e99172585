import { useSyncExternalStore } from 'react';

/** Which of the three graphs, and so which part of the portal, a token opens. */
export type PortalAudience = 'STAFF' | 'REGIONAL' | 'PARTNER';

/** Who is signed in, as the token says. What they may do is decided by the graph, never here. */
export interface Session {
  token: string;
  /** The issuer's name of the person; another subject is another person. */
  subject: string;
  name: string;
  audience: PortalAudience;
  roles: readonly string[];
  /** Municipality or region code; null for a partner. */
  place: string | null;
  /** When the token ends, in milliseconds. */
  endsAt: number;
  /** Of the demo: the persona that was picked. */
  persona: string | null;
}

/** State of signing in: nobody; somebody; or somebody whose token has ended and who is asked to sign in again in place. */
export interface SignInState {
  session: Session | null;
  ended: boolean;
}

const kept = 'atbalsts.session';

/**
 * Everything that the portal keeps in this tab belongs to the person who is signed in: the session, an emergency access, the queue one stood in.
 * What is the device's own (language, look) is kept elsewhere.
 */
function forgetPerson(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('atbalsts.')) sessionStorage.removeItem(key);
  } catch {
    // Closed storage: nothing was kept.
  }
}

/** Reads who a token is for; null where it is not a token of this graph. The signature is the gateway's to check. */
export function readToken(token: string, persona: string | null = null): Session | null {
  try {
    const payload = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as {
      sub: string;
      exp: number;
      atbalsts: { audience: PortalAudience; roles: string[]; name?: string; municipality?: string; region?: string };
    };
    const { audience, roles, name, municipality, region } = claims.atbalsts;
    if (!['STAFF', 'REGIONAL', 'PARTNER'].includes(audience)) return null;
    return {
      token,
      subject: claims.sub,
      name: name ?? claims.sub,
      audience,
      roles,
      place: municipality ?? region ?? null,
      endsAt: claims.exp * 1000,
      persona,
    };
  } catch {
    return null;
  }
}

/** The session of this tab: in memory, and in the tab's own storage so that reloading the page does not sign one out. */
class SessionStore {
  #state: SignInState = { session: null, ended: false };
  #listeners = new Set<() => void>();
  #waiting: (() => void)[] = [];

  constructor() {
    try {
      const { token, persona } = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as { token?: string; persona?: string };
      const session = token ? readToken(token, persona ?? null) : null;
      if (session && session.endsAt > Date.now()) this.#state = { session, ended: false };
    } catch {
      // Closed storage: one signs in.
    }
  }

  get = (): SignInState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Somebody signed in; whatever waited for a token goes on if it is the same person. */
  begin(session: Session): void {
    const same = this.#state.session?.subject === session.subject;
    if (!same) forgetPerson();
    this.#set({ session, ended: false });
    try {
      sessionStorage.setItem(kept, JSON.stringify({ token: session.token, persona: session.persona }));
    } catch {
      // Closed storage: the session lives as long as the page.
    }
    const waiting = this.#waiting.splice(0);
    if (same) for (const go of waiting) go();
  }

  /** The token has ended: the page stays as it is, and asks. */
  expire(): void {
    if (this.#state.session && !this.#state.ended) this.#set({ ...this.#state, ended: true });
  }

  /** Signs out of this tab: nothing of the person stays in it, and whoever signs in next does not stand on their page. */
  leave(): void {
    this.#waiting = [];
    forgetPerson();
    history.replaceState(null, '', '/');
    this.#set({ session: null, ended: false });
  }

  /** Waits until the same person has signed in again. */
  again(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.expire();
    });
  }

  #set(state: SignInState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The one store of the session. */
export const sessions = new SessionStore();

/** Who is signed in, and whether their token has ended. */
export const useSignIn = (): SignInState => useSyncExternalStore(sessions.subscribe, sessions.get);

/** Who is signed in; to be used below the sign-in only. */
export function useSession(): Session {
  const { session } = useSignIn();
  if (!session) throw new Error('Nobody is signed in here');
  return session;
}
