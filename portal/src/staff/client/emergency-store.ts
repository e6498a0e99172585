import { useSyncExternalStore } from 'react';
import opens from '../../shell/emergency-opens.json' with { type: 'json' };
import type { Action } from '../../shell/may.js';
import { sessions, useSession } from '../../sign-in/session.js';

/** An emergency access that the person at the screen has opened to one client's file. Ids and an end; nothing about the client. */
export interface OpenGlass {
  id: string;
  personId: string;
  /** From when on it no longer holds, RFC 3339. */
  endsAt: string;
}

/** An access with the subject of the token that opened it: to anybody else it is none. */
interface KeptGlass extends OpenGlass {
  subject: string;
}

/**
 * What an emergency access opens (a copy of packages/auth `emergencyOpens`, compared by a test). It decides nothing: it says which parts of the page
 * are asked for with the header.
 */
export const emergencyOpens = opens as readonly Action[];

const key = 'atbalsts.emergency';
const listeners = new Set<() => void>();
const subjectNow = () => sessions.get().session?.subject ?? null;
let known: readonly KeptGlass[] = remembered();
let keptFor = subjectNow();

function remembered(): readonly KeptGlass[] {
  try {
    const all = JSON.parse(sessionStorage.getItem(key) ?? '[]') as KeptGlass[];
    return all.filter(({ subject }) => subject === subjectNow());
  } catch {
    return [];
  }
}

function keep(next: readonly KeptGlass[]) {
  known = next;
  try {
    sessionStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Closed storage: it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

// Signing out, or another person: what is kept in the tab is taken out by the session itself.
sessions.subscribe(() => {
  if (subjectNow() === keptFor) return;
  keptFor = subjectNow();
  known = [];
  for (const listener of listeners) listener();
});

/** Remembers an access that whoever is signed in has opened, for this tab alone. */
export function breakGlass(glass: OpenGlass): void {
  const subject = subjectNow();
  if (subject) keep([...known.filter(({ personId }) => personId !== glass.personId), { ...glass, subject }]);
}

/** Forgets the access to a client's file: it was given up, or it has ended. */
export const forgetGlass = (person: string): void => keep(known.filter(({ personId }) => personId !== person));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The access of whoever is signed in that is open to a client's file now; null where there is none. */
export function useGlass(personId: string): OpenGlass | null {
  const { subject } = useSession();
  const all = useSyncExternalStore(subscribe, () => known);
  return all.find((one) => one.subject === subject && one.personId === personId && Date.parse(one.endsAt) > Date.now()) ?? null;
}
