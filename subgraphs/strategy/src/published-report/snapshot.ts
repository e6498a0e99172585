import { CountingRule, type Measure, ReportRow, ReportTable } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';
import type { MonitoringFigures } from '../monitoring/monitoring.rules.js';
import type { PublishedService } from './coverage.js';

/** A row as it is kept in a snapshot. */
export interface SnapshotRow {
  key: string;
  label: Label;
  parent: string | null;
  level: number;
  measure: Measure;
  value: number | null;
  suppressed: boolean;
  previous: number | null;
  previousSuppressed: boolean;
  rule: { code: string; text: Label; since: string };
}

/** A table as it is kept in a snapshot. */
export interface SnapshotTable {
  id: string;
  title: Label;
  rows: SnapshotRow[];
}

/** What a published report keeps. */
export interface Snapshot {
  tables: SnapshotTable[];
  /** The four questions; missing in what was published before they were asked. */
  monitoring?: MonitoringFigures;
  /** How many figures of the year and the year before are withheld; missing in what was published before they were counted. */
  withheld?: WithheldCounts;
  /** Which services the town gave, as a region sees it; missing in what was published before services told of it. */
  coverage?: PublishedService[];
}

/** How many figures a publication shows, and how many it withholds. */
export interface WithheldCounts {
  /** Shown. */
  shown: number;
  /** Withheld because a person could be known by them. */
  small: number;
  /** Withheld because a small one could be worked out from them. */
  complementary: number;
}

/** The tables of a snapshot as the graph shows tables. */
export function tablesOf({ tables }: Snapshot): ReportTable[] {
  return tables.map(({ id, title, rows }) => Object.assign(new ReportTable(), { id, name: title, rows: rows.map(rowOf) }));
}

function rowOf({ label, rule, ...row }: SnapshotRow): ReportRow {
  return Object.assign(new ReportRow(), {
    ...row,
    title: label,
    rule: Object.assign(new CountingRule(), { code: rule.code, words: rule.text, since: rule.since }),
  });
}
