import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import type { Choice } from '../../ui/index.js';
import { ColleaguesQuery } from './queries.js';

/** Everybody who is employed, to choose from; fetched when `wanted`. */
export function useColleagues(wanted: boolean): readonly Choice[] {
  const { data, loading, fetchMore } = useQuery(ColleaguesQuery, { skip: !wanted });
  const page = data?.employees;
  const cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  useEffect(() => {
    if (cursor && !loading) void fetchMore({ variables: { after: cursor } });
  }, [cursor, loading, fetchMore]);
  return useMemo(() => (page?.nodes ?? []).map(({ id, name }) => ({ id, label: name ?? '–' })), [page]);
}
