/** An entry with its moment, RFC 3339. */
interface Dated {
  at: string;
}

/** One domain's entries that are here, the newest first, and whether older ones are not. */
export interface Source<Entry extends Dated> {
  entries: readonly Entry[];
  more: boolean;
}

/**
 * Entries of several domains in one order, the newest first. What is older than the oldest entry of a domain that has more to give is left out until
 * those have come: otherwise the list would have gaps that nobody sees.
 */
export function mergeNewestFirst<Entry extends Dated>(sources: readonly Source<Entry>[]): Entry[] {
  const bounds = sources.filter(({ more }) => more).map(({ entries }) => entries.at(-1)?.at ?? '');
  const bound = bounds.reduce((latest, one) => (one > latest ? one : latest), '');
  return sources
    .flatMap(({ entries }) => entries)
    .filter(({ at }) => at >= bound)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** An entry as a domain keeps it: one for each action of a request. */
export interface Entry extends Dated {
  domain: string;
  subject: string;
  role: string;
  action: string;
  fields: readonly string[];
  purpose: string | null;
  requestId: string;
}

/** What one request did in one domain. */
export interface Look<Domain extends string = string> extends Dated {
  id: string;
  domain: Domain;
  subject: string;
  role: string;
  purpose: string | null;
  actions: readonly string[];
  fields: readonly string[];
}

/** Entries of the same request in the same domain become one line, in the order in which they are given. */
export function byRequest<One extends Entry>(entries: readonly One[]): Look<One['domain']>[] {
  const looks = new Map<string, Look<One['domain']>>();
  for (const { at, domain, subject, role, purpose, action, fields, requestId } of entries) {
    const id = `${domain} ${requestId} ${subject}`;
    const known = looks.get(id);
    looks.set(id, {
      ...(known ?? { id, at, domain, subject, role, purpose }),
      actions: [...new Set([...(known?.actions ?? []), action])],
      fields: [...new Set([...(known?.fields ?? []), ...fields])],
    });
  }
  return [...looks.values()];
}
