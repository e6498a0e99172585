import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { read } from '../../../gql/staff/index.js';
import { useSpoken } from '../../spoken.js';
import { ClosedApplications, OpenApplications, QueueRow } from './queue.queries.js';
import { filtered, inDueOrder, type QueueFilter, together } from './queue-view.js';

/** Whether a state is one of those that no longer wait. */
const isClosed = (state: string | null): state is 'DECIDED' | 'WITHDRAWN' => state === 'DECIDED' || state === 'WITHDRAWN';

/**
 * The queue as filtered, in the order in which it is worked through. What waits is fetched whole, page by page, since the order by term is of all of
 * it; what is decided comes in pages, the latest first.
 */
export function useQueue(filter: QueueFilter, today: string) {
  const { spoken } = useSpoken();
  const closed = isClosed(filter.state) ? filter.state : null;
  const open = useQuery(OpenApplications, { variables: { ...spoken, withDue: true, withNew: true }, skip: closed !== null });
  const past = useQuery(ClosedApplications, {
    variables: { ...spoken, state: closed ?? 'DECIDED', benefit: filter.benefit },
    skip: closed === null,
  });
  const due = open.data?.due;
  const fresh = open.data?.fresh;
  const moreDue = due?.pageInfo.hasNextPage ?? false;
  const moreFresh = fresh?.pageInfo.hasNextPage ?? false;
  const { fetchMore, loading } = open;
  useEffect(() => {
    if (loading || !(moreDue || moreFresh)) return;
    void fetchMore({
      variables: {
        withDue: moreDue,
        withNew: moreFresh,
        ...(moreDue ? { dueAfter: due?.pageInfo.endCursor } : {}),
        ...(moreFresh ? { newAfter: fresh?.pageInfo.endCursor } : {}),
      },
    });
  }, [fetchMore, loading, moreDue, moreFresh, due, fresh]);

  const waiting = useMemo(() => inDueOrder(together(read(QueueRow, due?.nodes ?? []), read(QueueRow, fresh?.nodes ?? []))), [due, fresh]);
  const rows = useMemo(
    () => (closed ? [...read(QueueRow, past.data?.applications?.nodes ?? [])] : filtered(waiting, filter, today)),
    [closed, past.data, waiting, filter, today],
  );
  const { pageInfo } = past.data?.applications ?? {};
  const asked = closed ? past : open;
  return {
    rows,
    waiting,
    total: closed ? (past.data?.applications?.totalCount ?? null) : null,
    loading: asked.loading && !asked.data,
    loadingMore: asked.loading,
    error: asked.error,
    again: () => void asked.refetch(),
    more: closed && pageInfo?.hasNextPage ? () => void past.fetchMore({ variables: { after: pageInfo.endCursor } }) : undefined,
  };
}

/** A row of the queue as it is shown. */
export type Row = ReturnType<typeof useQueue>['rows'][number];
