import { readPortalConfig } from './config.js';
import { sessions } from './session.js';
import { markSignedOut } from './signed-out.js';

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
