import { readPortalConfig } from './config.js';
import { sessions } from './session.js';

/** Of this browser, not of a person: somebody signed out here, so the issuer must ask who signs in next. */
const mark = 'atbalsts.signed-out';

/** Whether somebody signed out in this browser and nobody has signed in since. */
export function signedOutHere(): boolean {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

/** Remembers that somebody signed out in this browser, or that somebody has signed in since. */
export function markSignedOut(out: boolean): void {
  try {
    if (out) localStorage.setItem(mark, 'yes');
    else localStorage.removeItem(mark);
  } catch {
    // Closed storage: the issuer's own page for signing out is all there is.
  }
}

/**
 * Ends the issuer's session when somebody signs out, so that whoever sits down next is not signed in as them by one click. Personas of the demo have no
 * issuer. Gives what stops following.
 */
export function followSignOut(): () => void {
  let before = sessions.get().session;
  return sessions.subscribe(() => {
    const { session } = sessions.get();
    const left = session ? null : before;
    before = session;
    if (!left || left.persona) return;
    markSignedOut(true);
    // Where the issuer cannot be reached the mark stays: it asks who signs in next time.
    void Promise.all([import('./oidc.js'), readPortalConfig()])
      .then(([{ leaveIssuer }, config]) => (config.demo ? undefined : leaveIssuer(config)))
      .catch(() => {});
  });
}
