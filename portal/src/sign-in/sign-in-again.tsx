import { useEffect, useState } from 'react';
import { Button, Dialog, Notice } from '../ui/index.js';
import { readPersonaToken, readPortalConfig } from './config.js';
import { readToken, sessions, useSignIn } from './session.js';
import { useSignInTexts } from './texts.js';

/** Asked in place when the token has ended: the page and what was typed stay, and what waited goes on. */
export function SignInAgain() {
  const t = useSignInTexts();
  const { session, ended } = useSignIn();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (!session || ended) return;
    // Half a minute early, so that a form is not sent with a token that ends on its way.
    const left = session.endsAt - Date.now() - 30_000;
    const timer = setTimeout(() => sessions.expire(), Math.max(0, Math.min(left, 2_000_000_000)));
    return () => clearTimeout(timer);
  }, [session, ended]);

  if (!session || !ended) return null;
  const again = async () => {
    setBusy(true);
    setFailed(false);
    try {
      if (session.persona) {
        const next = readToken(await readPersonaToken(session.persona), session.persona);
        if (next) sessions.begin(next);
      } else {
        const { signInAgain } = await import('./oidc.js');
        sessions.begin(await signInAgain(await readPortalConfig()));
      }
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('endedTitle')}
      open
      must
      onClose={() => {}}
      foot={
        <>
          <Button onPress={() => sessions.leave()}>{t('leave')}</Button>
          <Button look="primary" onPress={again} isDisabled={busy}>
            {t('signIn')}
          </Button>
        </>
      }
    >
      <p>{t('endedLead')}</p>
      {failed ? <Notice tone="bad">{t('failed')}</Notice> : null}
    </Dialog>
  );
}
