import type { Label } from '@atbalsts/reference';

/** A row as it is exported. */
export interface ExportedRow {
  key: string;
  label: Label;
  parent: string | null;
  level: number;
  measure: string;
  value: number | null;
  suppressed: boolean;
  previous: number | null;
  previousSuppressed: boolean;
  rule: { code: string; text: Label };
}

/** A report as it is exported: the live one or a published one. */
export interface ExportedReport {
  municipality: { code: string; label: Label };
  year: number;
  /** The day it was published; null for the live report. */
  publishedOn: string | null;
  tables: readonly { id: string; title: Label; rows: readonly ExportedRow[] }[];
}

/** A language of labels. */
export type Lang = keyof Label;

/** What stands in place of a withheld figure. */
export const withheldText: Label = { lv: 'aizsargāts', en: 'withheld' };

/** Why a figure is withheld, for whoever reads the file and not the graph. */
export const withheldNote: Label = {
  lv: 'Aizsargāts: no 1 līdz 4 cilvēkiem vai tas, no kā šādu skaitu varētu izrēķināt.',
  en: 'Withheld: from 1 to 4 people, or what such a count could be worked out from.',
};
