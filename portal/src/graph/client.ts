import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, ServerError } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap } from 'rxjs';
import { type PortalAudience, sessions } from '../sign-in/session.js';
import { makeCache, type SchemaFacts } from './cache.js';

/** Where each audience's graph is. */
const endpoints: Readonly<Record<PortalAudience, string>> = {
  STAFF: '/graphql',
  REGIONAL: '/regional/graphql',
  PARTNER: '/partner/graphql',
};

/**
 * Every request says who asks and has an id that finds it in the log and the audit. The context of a query may name a `purpose` (it stands in the
 * audit) and the id of an `emergency` access under which it looks. Throws where somebody else is signed in by now: what one person began never goes on in
 * another's name.
 */
const withTokenOf = (subject: string) =>
  new SetContextLink(({ headers, purpose, emergency }) => {
    const { session } = sessions.get();
    if (session?.subject !== subject) throw new Error('Whoever began this is not signed in any more');
    return {
      headers: {
        ...headers,
        authorization: `Bearer ${session.token}`,
        'x-request-id': crypto.randomUUID(),
        ...(typeof purpose === 'string' && purpose ? { 'x-purpose': encodeURIComponent(purpose.slice(0, 200)) } : {}),
        ...(typeof emergency === 'string' && emergency ? { 'x-emergency-access': emergency } : {}),
      },
    };
  });

type WatchQueryNextPolicy = Exclude<NonNullable<ApolloClient.WatchQueryOptions['nextFetchPolicy']>, string>;

const isUnauthenticated = (error: unknown): boolean =>
  (ServerError.is(error) && error.statusCode === 401) ||
  (CombinedGraphQLErrors.is(error) && error.errors.some((one) => one.extensions?.code === 'UNAUTHENTICATED'));

/**
 * A refused token has changed nothing: the page asks to sign in again in place, and what was asked is asked once more. A form that was being
 * sent goes on by itself, with what was typed.
 */
const askAgainAfterSignIn = new ErrorLink(({ error, operation, forward }) => {
  if (!isUnauthenticated(error)) return;
  return from(sessions.again()).pipe(switchMap(() => forward(operation)));
});

/**
 * Where a query looks after its first answer: in the cache, unless it was to stay out of it. What is asked of `no-cache` is asked anew each time (each look
 * at an identity is an entry of the audit with its own reason) and never enters the cache; with other variables every query begins as it began.
 */
const followingPolicy: WatchQueryNextPolicy = (_current, { reason, initialFetchPolicy }) =>
  reason === 'variables-changed' || initialFetchPolicy === 'no-cache' ? initialFetchPolicy : 'cache-first';

/** The client of one person on their audience's graph. Another person gets another one, with a cache of their own. */
export function makeClient(audience: PortalAudience, facts: SchemaFacts, subject: string): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([askAgainAfterSignIn, withTokenOf(subject), new HttpLink({ uri: endpoints[audience] })]),
    cache: makeCache(facts),
    defaultOptions: {
      watchQuery: {
        errorPolicy: 'all',
        notifyOnNetworkStatusChange: true,
        fetchPolicy: 'cache-and-network',
        nextFetchPolicy: followingPolicy,
      },
      query: { errorPolicy: 'all' },
      mutate: { errorPolicy: 'all' },
    },
  });
}
