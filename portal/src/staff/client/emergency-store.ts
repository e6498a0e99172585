import { useSyncExternalStore } from 'react';
import opens from '../../shell/emergency-opens.json' with { type: 'json' };
import type { Action } from '../../shell/may.js';

/** An emergency access that the person at the screen has opened to one client's file. Ids and an end; nothing about the client. */
export interface OpenGlass {
  id: string;
  personId: string;
  /** From when on it no longer holds, RFC 3339. */
  endsAt: string;
}

/**
 * What an emergency access opens (a copy of packages/auth `emergencyOpens`, compared by a test). It decides nothing: it says which parts of the page
 * are asked for with the header.
 */
export const emergencyOpens = opens as readonly Action[];

const key = 'atbalsts.emergency';
const listeners = new Set<() => void>();
let known: readonly OpenGlass[] = remembered();

function remembered(): readonly OpenGlass[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as OpenGlass[];
  } catch {
    return [];
  }
}

function keep(next: readonly OpenGlass[]) {
  known = next;
  try {
    sessionStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Closed storage: it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

/** Remembers an access that was opened, for this tab alone. */
export const breakGlass = (glass: OpenGlass): void => keep([...known.filter(({ personId }) => personId !== glass.personId), glass]);

/** Forgets the access to a client's file: it was given up, or it has ended. */
export const forgetGlass = (person: string): void => keep(known.filter(({ personId }) => personId !== person));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The access that is open to a client's file now; null where there is none. */
export function useGlass(personId: string): OpenGlass | null {
  const all = useSyncExternalStore(subscribe, () => known);
  return all.find((one) => one.personId === personId && Date.parse(one.endsAt) > Date.now()) ?? null;
}
