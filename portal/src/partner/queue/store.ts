import { createStore, delMany, set, values } from 'idb-keyval';
import type { QueuedDelivery } from './delivery.js';
import type { QueueStore } from './queue.js';

/** The queue in the browser's IndexedDB. Where the browser keeps none (a private window), the queue lives as long as the page. */
export function browserStore(): QueueStore {
  const opened = () => createStore('atbalsts-deliveries', 'waiting');
  let store: ReturnType<typeof opened> | null = null;
  try {
    store = opened();
  } catch {
    // No IndexedDB here.
  }
  const kept = store;
  const orNothing = async <T>(work: (store: NonNullable<typeof kept>) => Promise<T>, otherwise: T): Promise<T> => {
    if (!kept) return otherwise;
    return work(kept).catch(() => otherwise);
  };
  return {
    all: () => orNothing((place) => values<QueuedDelivery>(place), []),
    put: (delivery) => orNothing((place) => set(delivery.key, delivery, place), undefined),
    remove: (keys) => orNothing((place) => delMany([...keys], place), undefined),
  };
}
