import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql, read } from '../../gql/staff/index.js';
import { type Domain, domains } from './figures.js';

const page = graphql(`
  fragment ReportRecordPage on ReportRecordConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      kind
      id
      day
      number
      amount
      person {
        id
        reference
      }
      household {
        id
        reference
      }
    }
  }
`);

/** A page of the records behind a figure, of the one part that counts it. */
export const recordsQuery = graphql(`
  query ReportRecords(
    $municipality: ID!
    $year: Int!
    $table: ID!
    $row: ID!
    $first: Int!
    $after: String
    $benefits: Boolean!
    $services: Boolean!
    $institutions: Boolean!
    $workforce: Boolean!
    $finance: Boolean!
  ) {
    annualReport(municipality: $municipality, year: $year) {
      year
      benefitsRecords(table: $table, row: $row, first: $first, after: $after) @include(if: $benefits) {
        ...ReportRecordPage
      }
      servicesRecords(table: $table, row: $row, first: $first, after: $after) @include(if: $services) {
        ...ReportRecordPage
      }
      institutionsRecords(table: $table, row: $row, first: $first, after: $after) @include(if: $institutions) {
        ...ReportRecordPage
      }
      workforceRecords(table: $table, row: $row, first: $first, after: $after) @include(if: $workforce) {
        ...ReportRecordPage
      }
      financeRecords(table: $table, row: $row, first: $first, after: $after) @include(if: $finance) {
        ...ReportRecordPage
      }
    }
  }
`);

/** Which of the five lists is asked: that of the part which counts the row. */
export const only = (domain: Domain) => Object.fromEntries(domains.map((one) => [one, one === domain])) as Record<Domain, boolean>;

/** The page of an answer; null where the part did not give one. */
export function pageOf(data: ResultOf<typeof recordsQuery> | undefined, domain: Domain) {
  return read(page, data?.annualReport?.[`${domain}Records`]);
}

/** A record behind a figure. */
export type BehindFigure = NonNullable<ReturnType<typeof pageOf>>['nodes'][number];
