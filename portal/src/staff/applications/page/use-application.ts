import { useQuery } from '@apollo/client/react';
import { type DocumentType, read } from '../../../gql/staff/index.js';
import { useMay } from '../../../shell/may.js';
import { useSpoken } from '../../spoken.js';
import {
  ApplicationPageQuery,
  DecisionFields,
  IncomeDifferenceFields,
  MeansFields,
  RecordDifferenceFields,
  RegisterFields,
} from './page.queries.js';

/** An application as the graph gave it to this role. */
export type ShownApplication = NonNullable<DocumentType<typeof ApplicationPageQuery>['application']>;

/** A decision as it is shown. */
export type ShownDecision = DocumentType<typeof DecisionFields>;

/** A means test as it is shown. */
export type ShownMeans = DocumentType<typeof MeansFields>;

/** A question to a register as it is shown. */
export type ShownQuestion = DocumentType<typeof RegisterFields>;

/** A difference of income as it is shown. */
export type ShownIncomeDifference = DocumentType<typeof IncomeDifferenceFields>;

/** Another difference as it is shown. */
export type ShownRecordDifference = DocumentType<typeof RecordDifferenceFields>;

/** Asks for an application; of its means and registers only where the role reads them. */
export function useApplication(id: string) {
  const may = useMay();
  const { spoken } = useSpoken();
  const seesMeans = may('means.read').allowed && may('register.read').allowed;
  const household = may('household.read').allowed && may('household.status.read').allowed;
  const { data, previousData, loading, error, refetch } = useQuery(ApplicationPageQuery, {
    variables: { ...spoken, id, means: seesMeans, household },
    skip: !id,
  });
  // In the other language it is asked for again: until then the same application stays, so that no form loses what was typed.
  const shown = data ?? previousData;
  const application = shown?.application?.id === id ? shown.application : null;
  return {
    application,
    seesMeans,
    decisions: read(DecisionFields, application?.decisions ?? []),
    means: read(MeansFields, application?.means ?? null),
    questions: read(RegisterFields, application?.registers ?? []),
    incomeDifferences: read(IncomeDifferenceFields, application?.incomeDifferences ?? []),
    recordDifferences: read(RecordDifferenceFields, application?.recordDifferences ?? []),
    loading: loading && !application,
    error,
    again: () => void refetch(),
    refetch,
  };
}

/** What {@link useApplication} gives. */
export type ApplicationView = ReturnType<typeof useApplication>;
