import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { PortalConfig } from './config.js';
import { returnPath } from './return-path.js';
import { readToken, type Session } from './session.js';
import { markSignedOut, signedOutHere } from './signed-out.js';

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

/** The page to open after signing in; never the one that only takes the issuer's answer. */
const pathAfter = (path: string): string => (path.split(/[?#]/)[0] === returnPath ? '/' : path);

/** What tells the issuer whose session to end; in memory alone. */
let idToken: string | undefined;

/** Leaves for the issuer; the page that was asked for is remembered and opened after. After a sign-out the issuer asks anew who it is. */
export const leaveToSignIn = (config: PortalConfig): Promise<void> =>
  manager(config).signinRedirect({
    state: { path: pathAfter(location.pathname + location.search) },
    ...(signedOutHere() ? { prompt: 'login' } : {}),
  });

/** Leaves for the issuer to end its session; stays where it has no page for that. */
export async function leaveIssuer(config: PortalConfig): Promise<void> {
  const one = manager(config);
  if (!(await one.metadataService.getEndSessionEndpoint())) return;
  const hint = idToken;
  idToken = undefined;
  await one.signoutRedirect(hint ? { id_token_hint: hint } : {});
}

/** Signs in again in a window of its own, so that the page and what was typed into it stay. Throws where the window was closed. */
export async function signInAgain(config: PortalConfig): Promise<Session> {
  const one = manager(config);
  const user = await one.signinPopup();
  await one.removeUser();
  return sessionOf(user);
}

/** Comes back from the issuer: in a window of its own it only reports and closes. Gives the session and the page to open. */
export async function comeBack(config: PortalConfig): Promise<{ session: Session; path: string } | null> {
  const one = manager(config);
  // A window that another page opened (a link from the mail) signs in for itself: what it left for the issuer with is in its own storage.
  const left = await one.settings.stateStore.get(new URL(location.href).searchParams.get('state') ?? '');
  const byRedirect = left !== null && (JSON.parse(left) as { request_type?: string }).request_type === 'si:r';
  if (!byRedirect && window.opener && window.opener !== window) {
    await one.signinPopupCallback();
    return null;
  }
  const user = await one.signinRedirectCallback();
  await one.removeUser();
  return { session: sessionOf(user), path: pathAfter((user.state as { path?: string } | undefined)?.path ?? '/') };
}

function sessionOf(user: User): Session {
  const session = readToken(user.access_token);
  if (!session) throw new Error('The issuer gave a token that is not for this system');
  idToken = user.id_token;
  markSignedOut(false);
  return session;
}
