import { ApolloProvider } from '@apollo/client/react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { SchemaFacts } from '../graph/cache.js';
import { makeClient } from '../graph/client.js';
import { type Language, rememberedLanguage, rememberLanguage, SpeakingContext } from '../i18n/language.js';
import type { AudiencePart } from '../shell/screen.js';
import { returnPath } from '../sign-in/return-path.js';
import { type PortalAudience, useSignIn } from '../sign-in/session.js';
import { SignIn } from '../sign-in/sign-in.js';
import { SignInAgain } from '../sign-in/sign-in-again.js';
import { followSignOut } from '../sign-in/sign-out.js';
import { Boundary, Skeleton } from '../ui/index.js';
import { Screens } from './router.js';

/** Each audience's part is code of its own: a partner never loads what is for staff. */
const loads: Readonly<Record<PortalAudience, () => Promise<{ part: AudiencePart; facts: SchemaFacts }>>> = {
  STAFF: () => import('../staff/part.js'),
  REGIONAL: () => import('../region/part.js'),
  PARTNER: () => import('../partner/part.js'),
};

const apps = Object.fromEntries(
  Object.entries(loads).map(([audience, load]) => [
    audience,
    lazy(async () => {
      const { part, facts } = await load();
      // biome-ignore lint/correctness/noComponentHookFactories: made once per audience, when its code has been loaded
      function Part() {
        const { session } = useSignIn();
        const subject = session?.subject;
        // Another person gets another client, so that nothing is shown from the cache of the one before.
        const client = useMemo(() => makeClient(audience as PortalAudience, facts, subject ?? ''), [subject]);
        return (
          <ApolloProvider client={client}>
            <Screens key={subject} part={part} />
          </ApolloProvider>
        );
      }
      return { default: Part };
    }),
  ]),
) as unknown as Record<PortalAudience, ReturnType<typeof lazy>>;

/** The whole portal: the language, the sign-in, and the part of whoever is signed in. */
export function App() {
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  const speak = useCallback((next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
  }, []);
  const speaking = useMemo(() => ({ language, speak }), [language, speak]);
  useEffect(followSignOut, []);
  const { session } = useSignIn();
  // Coming back from the issuer is the sign-in's, also in a window of its own that was opened beside a page of somebody signed in.
  const Part = session && location.pathname !== returnPath ? apps[session.audience] : null;
  return (
    <SpeakingContext.Provider value={speaking}>
      <Boundary>
        {Part ? (
          <Suspense fallback={<Skeleton lines={6} height="100vh" />}>
            <Part />
          </Suspense>
        ) : (
          <SignIn />
        )}
      </Boundary>
      <SignInAgain />
    </SpeakingContext.Provider>
  );
}
