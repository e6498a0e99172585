import { newId } from '@atbalsts/database';
import {
  type PrintedReport,
  printedBy,
  printedReport,
  type ReportTableDefinition,
  type ResultsFile,
  resultsSource,
} from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PrintedResults } from './printed-results.entity.js';

/** What a town has printed, over all its documents. */
export interface Printed extends PrintedReport {
  /** Title of the document that the figures of a table are from. */
  sourceOf(table: string): string;
}

/** Who brings in a document, for which town and when. */
export interface ResultsImport {
  municipality: string;
  file: ResultsFile;
  importedOn: string;
  importedBy: string;
}

/**
 * Keeps a document of published results, in the caller's transaction; a document of the same title takes the place of the earlier. The file has been read by `readResults`.
 * Gives whether it took the place of an earlier one.
 */
export async function importResults(em: EntityManager, { municipality, file, importedOn, importedBy }: ResultsImport): Promise<boolean> {
  const [row]: { replaced: boolean }[] = await em.execute(
    `insert into printed_results (id, municipality, document, document_year, tables, imported_on, imported_by) values (?, ?, ?, ?, ?::jsonb, ?, ?)
     on conflict (municipality, document) do update
       set document_year = excluded.document_year, tables = excluded.tables, imported_on = excluded.imported_on, imported_by = excluded.imported_by
     returning xmax <> 0 as replaced`,
    [
      newId(),
      municipality,
      file.document,
      file.year ?? Number(importedOn.slice(0, 4)) - 1,
      JSON.stringify(file.tables),
      importedOn,
      importedBy,
    ],
  );
  return row?.replaced ?? false;
}

/** What a town has printed: the documents brought in, the latest first, then what the reference data holds of it. Of a table in two documents the later one counts. */
export async function printedOf(em: EntityManager, municipality: string): Promise<Printed> {
  const rows = await em.find(PrintedResults, { municipality }, { orderBy: { documentYear: 'desc', importedOn: 'desc', id: 'desc' } });
  const own = printedBy(municipality);
  const documents = [
    ...rows.map((row) => ({ source: row.document, printed: printedReport(row.tables, row.documentYear) })),
    ...(own ? [{ source: resultsSource, printed: own }] : []),
  ];
  const tables: ReportTableDefinition[] = [];
  for (const { printed } of documents)
    for (const table of printed.tables) if (!tables.some(({ id }) => id === table.id)) tables.push(table);
  return {
    tables,
    years: [...new Set(documents.flatMap(({ printed }) => printed.years))].sort((a, b) => a - b),
    figure(table, row, year, plan) {
      for (const { printed } of documents) {
        const figure = printed.figure(table, row, year, plan);
        if (figure !== null) return figure;
      }
      return null;
    },
    sourceOf: (table) => documents.find(({ printed }) => printed.tables.some(({ id }) => id === table))?.source ?? '',
  };
}
