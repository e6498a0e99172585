import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useShellTexts } from '../shell/texts.js';
import { Button, Notice, Skeleton } from '../ui/index.js';
import { type PersonaChoice, type PortalConfig, readPersonas, readPersonaToken, readPortalConfig } from './config.js';
import { returnPath } from './return-path.js';
import { readToken, sessions } from './session.js';
import styles from './sign-in.module.css';
import { useSignInTexts } from './texts.js';

/** Towns of the demo's personas; their codes say little. */
const places: Readonly<Record<string, string>> = { '0002000': 'Daugavpils', '0025000': 'Bauska', latgale: 'Latgale' };

type State = { step: 'loading' } | { step: 'failed' } | { step: 'ready'; config: PortalConfig; personas: readonly PersonaChoice[] };

/** Where nobody is signed in: the issuer, or the personas of the demo. */
export function SignIn() {
  const t = useSignInTexts();
  const { language, speak } = useLanguage();
  const [state, setState] = useState<State>({ step: 'loading' });
  const [failed, setFailed] = useState(false);

  const load = useCallback(async () => {
    setState({ step: 'loading' });
    try {
      const config = await readPortalConfig();
      if (!config.demo && location.pathname === returnPath) {
        const { comeBack } = await import('./oidc.js');
        const back = await comeBack(config).catch(() => setFailed(true));
        if (back) {
          history.replaceState(null, '', back.path);
          return sessions.begin(back.session);
        }
      }
      setState({ step: 'ready', config, personas: config.demo ? await readPersonas() : [] });
    } catch {
      setState({ step: 'failed' });
    }
  }, []);
  useEffect(() => {
    document.title = 'Atbalsts';
    void load();
  }, [load]);

  const pick = async (persona: string) => {
    setFailed(false);
    try {
      const session = readToken(await readPersonaToken(persona), persona);
      if (session) sessions.begin(session);
    } catch {
      setFailed(true);
    }
  };
  const leave = async (config: PortalConfig) => {
    setFailed(false);
    const { leaveToSignIn } = await import('./oidc.js');
    await leaveToSignIn(config).catch(() => setFailed(true));
  };

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <img src="/favicon.svg" alt="" width={44} height={44} />
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
        <Button small look="quiet" onPress={() => speak(language === 'lv' ? 'en' : 'lv')}>
          {t('otherLanguage')}
        </Button>
      </header>
      <main className={styles.main}>
        {failed ? <Notice tone="bad">{t('failed')}</Notice> : null}
        {state.step === 'loading' ? <Skeleton lines={8} height="26rem" /> : null}
        {state.step === 'failed' ? (
          <Notice tone="bad" action={<Button onPress={load}>{t('again')}</Button>}>
            {t('unreachable')}
          </Notice>
        ) : null}
        {state.step === 'ready' && !state.config.demo ? (
          <Button look="primary" onPress={() => leave(state.config)}>
            {t('signIn')}
          </Button>
        ) : null}
        {state.step === 'ready' && state.config.demo ? <Personas personas={state.personas} onPick={pick} /> : null}
      </main>
    </div>
  );
}

function Personas({ personas, onPick }: { personas: readonly PersonaChoice[]; onPick(persona: string): void }) {
  const t = useSignInTexts();
  const shell = useShellTexts();
  const audiences = ['STAFF', 'REGIONAL', 'PARTNER'] as const;
  return (
    <>
      <Notice tone="warn" title={t('demoTitle')}>
        {t('demoLead')}
      </Notice>
      {audiences.map((audience) => (
        <section key={audience} className={styles.group}>
          <h2>{t(audience)}</h2>
          <ul className={styles.people}>
            {personas
              .filter((one) => one.audience === audience)
              .map(({ persona, name, roles, place }) => (
                <li key={persona}>
                  <button type="button" className={styles.person} data-persona={persona} onClick={() => onPick(persona)}>
                    <strong>{name}</strong>
                    <span>{roles.map((role) => shell(`role.${role}` as 'role.partner')).join(', ')}</span>
                    <span className={styles.place}>{places[place] ?? place}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
