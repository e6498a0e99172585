import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { cents, type Domain } from './figures.js';
import { pageOf, recordsQuery } from './records-query.js';

const first = 200;

/** How far summing has come. */
export type Summing = { state: 'idle' | 'failed' } | { state: 'running'; read: number } | { state: 'done'; found: number };

/** Reads all records behind a figure page by page and sums their amounts; begins when asked, and stops when told to or when the page is left. */
export function useSum(
  asked: { municipality: string; year: number; table: string; row: string } & Record<Domain, boolean>,
  domain: Domain,
): Summing & { start(): void; stop(): void } {
  const client = useApolloClient();
  const [summing, setSumming] = useState<Summing>({ state: 'idle' });
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  const start = async () => {
    run.current += 1;
    const mine = run.current;
    let after: string | null = null;
    let sum = 0;
    let read = 0;
    setSumming({ state: 'running', read });
    do {
      const { data } = await client
        .query({ query: recordsQuery, variables: { ...asked, first, after }, fetchPolicy: 'no-cache' })
        .catch(() => ({ data: undefined }));
      if (mine !== run.current) return;
      const page = pageOf(data as Parameters<typeof pageOf>[0], domain);
      if (!page) return setSumming({ state: 'failed' });
      sum += page.nodes.reduce((so, { amount }) => so + cents(amount ?? 0), 0);
      read += page.nodes.length;
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
      setSumming({ state: 'running', read });
    } while (after);
    setSumming({ state: 'done', found: sum / 100 });
  };
  const stop = () => {
    run.current += 1;
    setSumming({ state: 'idle' });
  };
  return { ...summing, start: () => void start(), stop };
}
