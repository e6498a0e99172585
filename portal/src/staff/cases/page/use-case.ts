import { useQuery } from '@apollo/client/react';
import type { DocumentType } from '../../../gql/staff/index.js';
import { useMay } from '../../../shell/may.js';
import { CasePage } from '../queries.js';

/** A case as the graph gave it to this role. */
export type ShownCase = NonNullable<DocumentType<typeof CasePage>['socialCase']>;

/** Asks for a case; for its notes and risks only where the role reads them. */
export function useCase(id: string) {
  const may = useMay();
  const notes = may('case.note.read').allowed;
  const risks = may('risk.read').allowed;
  const { data, loading, error, refetch, fetchMore } = useQuery(CasePage, { variables: { id, notes, risks }, skip: !id });
  return { shown: data?.socialCase ?? null, loading: loading && !data, error, refetch, fetchMore, notes, risks };
}

/** What {@link useCase} gives. */
export type CaseView = ReturnType<typeof useCase>;
