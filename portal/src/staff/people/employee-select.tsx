import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { ComboBox, Failure, Skeleton } from '../../ui/index.js';
import { usePeopleTexts } from './texts.js';

const choicesQuery = graphql(`
  query EmployeeChoices($after: String) {
    employees(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        kind
        unit {
          id
          lv: label
          en: label(language: EN)
        }
      }
    }
  }
`);

/** Everybody who can be chosen; null until all of them are there. A name and a unit each: what the lists show beside them takes longer. */
export function useEmployeeChoices() {
  const { data, error, refetch, fetchMore, loading } = useQuery(choicesQuery);
  const next = data?.employees?.pageInfo.hasNextPage ? data.employees.pageInfo.endCursor : null;
  useEffect(() => {
    if (next && !loading && !error) void fetchMore({ variables: { after: next } });
  }, [next, loading, error, fetchMore]);
  return { employees: next ? null : (data?.employees?.nodes ?? null), error, refetch };
}

/** Chooses an employee by any part of the name, with what they are and where they work. */
export function EmployeeSelect({
  label,
  hint,
  required,
  without,
  value,
  onChange,
  problem,
}: {
  label: string;
  hint?: string;
  required?: boolean;
  /** Who is not offered: the one it is about. */
  without: string | null;
  value: string | null;
  onChange(value: string | null): void;
  problem: string | null;
}) {
  const t = usePeopleTexts();
  const { language } = useFormat();
  const { employees, error, refetch } = useEmployeeChoices();
  if (!employees)
    return error ? <Failure faults={faultsOf(error)} onAgain={() => void refetch()} /> : <Skeleton lines={2} height="4.25rem" />;
  return (
    <ComboBox
      label={label}
      hint={hint}
      required={required}
      choices={employees
        .filter(({ id }) => id !== without)
        .map(({ id, name, kind, unit }) => ({
          id,
          label: name ?? '',
          note: [kind ? t(`kind.${kind}`) : null, unit?.[language]].filter(Boolean).join(' · '),
        }))}
      value={value}
      onChange={onChange}
      problem={problem}
    />
  );
}
