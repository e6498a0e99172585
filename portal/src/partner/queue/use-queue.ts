import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useSyncExternalStore } from 'react';
import { sessions, useSession } from '../../sign-in/session.js';
import type { QueuedDelivery } from './delivery.js';
import { DeliveryQueue } from './queue.js';
import { sendBy } from './send.js';
import { browserStore } from './store.js';

/** How often what waits is tried again, in milliseconds, beside the moments when the browser says that the line is back. */
const tryAgainEvery = 15_000;

const queues = new WeakMap<ApolloClient, DeliveryQueue>();

/** One queue for each session; it works on while its screens are closed, until the person signs out. */
function queueOf(client: ApolloClient, subject: string): DeliveryQueue {
  const known = queues.get(client);
  if (known) return known;
  const queue = new DeliveryQueue({ subject, store: browserStore(), send: sendBy(client) });
  queues.set(client, queue);
  const flush = () => {
    if (queue.entries().some(({ state }) => state === 'WAITING')) void queue.flush();
  };
  const timer = setInterval(flush, tryAgainEvery);
  window.addEventListener('online', flush);
  window.addEventListener('focus', flush);
  const stop = sessions.subscribe(() => {
    if (sessions.get().session?.subject === subject) return;
    stop();
    clearInterval(timer);
    window.removeEventListener('online', flush);
    window.removeEventListener('focus', flush);
    void queue.leave();
  });
  void queue.ready().then(flush);
  return queue;
}

/** The queue of the person who is signed in, and what is in it. */
export function useDeliveryQueue(): { queue: DeliveryQueue; entries: readonly QueuedDelivery[] } {
  const client = useApolloClient();
  const { subject } = useSession();
  const queue = queueOf(client, subject);
  const entries = useSyncExternalStore(queue.subscribe, queue.entries);
  return { queue, entries };
}

const onLineChange = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Whether the browser has a line at all. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    onLineChange,
    useCallback(() => navigator.onLine, []),
  );
