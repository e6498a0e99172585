import { useCallback, useState } from 'react';

/** What a form does after STALE: it reads what is there now, and says so where that cannot be read. */
export interface Reread {
  /** Reads it and goes on with `found`. Never rejects: what was not found, or could not be asked, is there to be asked again. */
  ask<Now>(read: () => Promise<Now | null>, found: (now: Now) => void): Promise<void>;
  /** Asks once more, where it could not be read; null otherwise. For `unread` of the form. */
  again: (() => void) | null;
  /** Forgets that it could not be read, e.g. when the form is sent anew. */
  forget(): void;
}

/** Reads anew what somebody else has changed meanwhile. */
export function useReread(): Reread {
  const [again, setAgain] = useState<(() => void) | null>(null);
  const forget = useCallback(() => setAgain(null), []);
  const ask = useCallback(async function ask<Now>(read: () => Promise<Now | null>, found: (now: Now) => void): Promise<void> {
    setAgain(null);
    const now = await read().catch(() => null);
    if (now) found(now);
    else setAgain(() => () => void ask(read, found));
  }, []);
  return { ask, again, forget };
}
