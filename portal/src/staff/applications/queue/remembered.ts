const kept = 'atbalsts.applications.queue';

/** The queue as it was left: its rows in their order, and the address that shows it again. */
export interface RememberedQueue {
  order: readonly string[];
  address: string;
}

/** Keeps the queue for the pages opened from it; for this tab alone. Ids only: nothing of a person. */
export function rememberQueue(queue: RememberedQueue): void {
  try {
    sessionStorage.setItem(kept, JSON.stringify(queue));
  } catch {
    // Closed storage: the page then has no neighbours.
  }
}

/** The queue that was left last; empty where there was none. */
export function rememberedQueue(): RememberedQueue {
  try {
    const { order, address } = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<RememberedQueue>;
    return { order: order ?? [], address: address ?? '/applications' };
  } catch {
    return { order: [], address: '/applications' };
  }
}
