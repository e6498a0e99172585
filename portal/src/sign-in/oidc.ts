import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { PortalConfig } from './config.js';
import { returnPath } from './return-path.js';
import { readToken, type Session } from './session.js';

/** Authorization code with PKCE at the issuer. Loaded only where an issuer is set. */
function manager({ authority = '', clientId = '', scope = 'openid' }: PortalConfig): UserManager {
  const here = `${location.origin}${returnPath}`;
  return new UserManager({
    authority,
    client_id: clientId,
    scope,
    redirect_uri: here,
    popup_redirect_uri: here,
    response_type: 'code',
    automaticSilentRenew: false,
    monitorSession: false,
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

/** Leaves for the issuer; the page that was asked for is remembered and opened after. */
export const leaveToSignIn = (config: PortalConfig): Promise<void> =>
  manager(config).signinRedirect({ state: { path: location.pathname + location.search } });

/** Signs in again in a window of its own, so that the page and what was typed into it stay. Throws where the window was closed. */
export async function signInAgain(config: PortalConfig): Promise<Session> {
  const user = await manager(config).signinPopup();
  return sessionOf(user.access_token);
}

/** Comes back from the issuer: in a window of its own it only reports and closes. Gives the session and the page to open. */
export async function comeBack(config: PortalConfig): Promise<{ session: Session; path: string } | null> {
  const one = manager(config);
  if (window.opener && window.opener !== window) {
    await one.signinPopupCallback();
    return null;
  }
  const user = await one.signinRedirectCallback();
  await one.removeUser();
  return { session: sessionOf(user.access_token), path: (user.state as { path?: string } | undefined)?.path ?? '/' };
}

function sessionOf(token: string): Session {
  const session = readToken(token);
  if (!session) throw new Error('The issuer gave a token that is not for this system');
  return session;
}
