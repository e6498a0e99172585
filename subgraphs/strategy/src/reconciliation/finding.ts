import type { Label, ReportTableDefinition } from '@atbalsts/reference';

/** What is published, as the rules look at it. */
export interface PublishedTables {
  year: number;
  tables: readonly ReportTableDefinition[];
  /** Years of which figures are published. */
  years: readonly number[];
  /** The published figure of a row and year; null where none is printed. */
  published(table: string, row: string, year: number): number | null;
}

/** What a rule has found. */
export interface Finding {
  kind:
    | 'DERIVED_DIFFERS'
    | 'PARTS_DO_NOT_SUM'
    | 'NOT_DERIVABLE'
    | 'YEAR_ON_YEAR_JUMP'
    | 'TABLES_DIFFER'
    | 'VALUES_OF_ANOTHER_TABLE'
    | 'SHARE_IS_NOT_QUOTIENT';
  table: string;
  row: string | null;
  published: number | null;
  derived: number | null;
  words: Label;
}

/** Figures compared to hundredths: posts and money have two digits. */
export const same = (a: number, b: number): boolean => Math.round(a * 100) === Math.round(b * 100);
