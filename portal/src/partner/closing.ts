/** Parts of a file, in the order in which a partner reads them. */
export const scopes = ['IDENTITY', 'CONTACT', 'NEEDS', 'PLAN', 'DELIVERY'] as const;

/** One of the {@link scopes}. */
export type Scope = (typeof scopes)[number];

/** A consent as the graph shows it to a partner: it holds today. */
export interface ShownConsent {
  scopes: readonly string[];
  /** The first day it no longer holds. */
  until: string;
  withdrawnAt: string | null;
}

/** Until which day each part is open: the first day it no longer is. A part that no consent opens is not there. */
export function openUntil(consents: readonly ShownConsent[]): ReadonlyMap<Scope, string> {
  const open = new Map<Scope, string>();
  for (const { scopes: opened, until, withdrawnAt } of consents) {
    if (withdrawnAt) continue;
    for (const scope of scopes) {
      if (opened.includes(scope) && until > (open.get(scope) ?? '')) open.set(scope, until);
    }
  }
  return open;
}

/** The last day of a period whose end is the first day after it. */
export function lastDay(until: string): string {
  return new Date(Date.parse(`${until.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** What a look at a referral found, as far as closing goes. */
export interface Look {
  state: string;
  open: readonly Scope[];
}

/** What has closed between two looks at the same referral: everything, some parts, or nothing. */
export function closedSince(before: Look | null, now: Look): { all: boolean; parts: readonly Scope[] } {
  if (!before) return { all: false, parts: [] };
  const all = before.state !== 'CONSENT_WITHDRAWN' && now.state === 'CONSENT_WITHDRAWN';
  return { all, parts: all ? [] : before.open.filter((scope) => !now.open.includes(scope)) };
}

/** What a quiet look asks for: no identity, so that looking is no reading of the client's file. */
export interface Standing {
  state: string;
  person: { consents?: readonly ShownConsent[] | null };
}

/** The state, and each part with the day until which it is open, as one text: equal where nothing has changed. */
export const standingText = ({ state, person }: Standing): string =>
  JSON.stringify([state, [...openUntil(person.consents ?? [])].sort(([one], [other]) => (one < other ? -1 : 1))]);

/** Whether two looks found the same: the state, and each part open until the same day. */
export const sameStanding = (a: Standing, b: Standing): boolean => standingText(a) === standingText(b);
