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
