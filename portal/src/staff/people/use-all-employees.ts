import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql, read } from '../../gql/staff/index.js';

const employeeLine = graphql(`
  fragment EmployeeLine on Employee {
    id
    name
    kind
    unit {
      id
      lv: label
      en: label(language: EN)
    }
    caseload {
      open
      highRisk
      norm
      over
    }
    absences {
      id
      version
      kind
      from
      until
      substitute {
        id
        name
      }
    }
  }
`);

const employeesQuery = graphql(`
  query PeopleEmployees($after: String) {
    employees(first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...EmployeeLine
      }
    }
  }
`);

/** Everybody who is employed, all pages of them: a town has some hundreds at most, and they are sorted and searched here. */
export function useAllEmployees() {
  const { data, error, refetch, fetchMore, loading } = useQuery(employeesQuery);
  const next = data?.employees?.pageInfo.hasNextPage ? data.employees.pageInfo.endCursor : null;
  useEffect(() => {
    if (next && !loading && !error) void fetchMore({ variables: { after: next } });
  }, [next, loading, error, fetchMore]);
  return {
    employees: data?.employees ? read(employeeLine, data.employees.nodes) : null,
    total: data?.employees?.totalCount ?? null,
    error,
    refetch,
  };
}

/** An employee in a list. */
export type EmployeeLine = NonNullable<ReturnType<typeof useAllEmployees>['employees']>[number];
