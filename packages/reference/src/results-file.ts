import { z } from 'zod';
import { hasYears } from './printed-tables.js';
import { resultTableShape } from './results.js';
import type { Label } from './values.js';

/** What a town brings: the document and its tables, in the format of this package's reference files. */
export const resultsFileShape = z.object({
  document: z.string().min(1),
  year: z.number().int().min(1990).max(2200).optional(),
  tables: z.array(resultTableShape).min(1),
});

/** A file of published results. */
export type ResultsFile = z.output<typeof resultsFileShape>;

/** What is wrong in a file, and where: the table, the row in it, the column. */
export interface ResultsProblem {
  place: string;
  words: Label;
}

/**
 * Reads a file of published results. Everything that is wrong is told at once, with its place; a file with anything wrong is none.
 * @param year of the tables whose columns are kinds of count; where the file does not say it
 */
export function readResults(text: string, year?: number): { file: ResultsFile } | { problems: ResultsProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [{ place: '-', words: { lv: 'Fails nav JSON.', en: `The file is not JSON: ${(error as Error).message}` } }] };
  }
  const parsed = resultsFileShape.safeParse(json);
  if (!parsed.success)
    return { problems: parsed.error.issues.map((issue) => ({ place: placeOf(issue.path, json), words: wordsOf(issue) })) };
  const file = { ...parsed.data, year: parsed.data.year ?? year };
  const problems = contradictions(file);
  return problems.length ? { problems } : { file };
}

/** Where an issue is, in words of the file: `tables/shelter, rows/total, values/2022`. */
function placeOf(path: readonly PropertyKey[], json: unknown): string {
  let at: unknown = json;
  const words: string[] = [];
  for (const step of path) {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
    const name = (at as { id?: unknown; key?: unknown } | null)?.id ?? (at as { key?: unknown } | null)?.key;
    words.push(typeof step === 'number' ? `${step + 1}.${typeof name === 'string' ? ` (${name})` : ''}` : String(step));
  }
  return words.join(' ') || '-';
}

const wordsOf = ({ code, message }: z.core.$ZodIssue): Label => ({
  lv: code === 'invalid_type' ? 'Te jābūt cita veida vērtībai, vai tās trūkst.' : 'Vērtība neatbilst formātam.',
  en: message,
});

function contradictions({ tables, year }: ResultsFile): ResultsProblem[] {
  const problems: ResultsProblem[] = [];
  const tell = (place: string, lv: string, en: string) => problems.push({ place, words: { lv, en } });
  const seen = new Set<string>();
  for (const table of tables) {
    const { id, columns, columnLabels, rows } = table;
    if (seen.has(id)) tell(id, 'Tabula failā ir divreiz.', 'The table is in the file twice.');
    seen.add(id);
    if (new Set(columns).size < columns.length) tell(id, 'Kolonna ir divreiz.', 'A column is there twice.');
    if (columnLabels.length !== columns.length)
      tell(
        id,
        `Kolonnu ir ${columns.length}, to virsrakstu ${columnLabels.length}.`,
        `There are ${columns.length} columns and ${columnLabels.length} labels of columns.`,
      );
    if (!hasYears(table) && year === undefined)
      tell(
        id,
        'Kolonnas nav gadi: norādiet, kura gada tabula tā ir (--year).',
        'Its columns are no years: say of which year the table is (--year).',
      );
    const before = new Set<string>();
    rows.forEach(({ key, parent, level, values, share }, at) => {
      const place = `${id}, ${at + 1}. (${key})`;
      if (before.has(key)) tell(place, 'Rinda tabulā ir divreiz.', 'The row is in the table twice.');
      const above = parent === null ? -1 : rows.find((row) => row.key === parent)?.level;
      if (above === undefined)
        tell(place, `Rindas “${parent}”, kuras daļa tā ir, tabulā nav.`, `The row ${parent}, which it is a part of, is not in the table.`);
      else if (level <= above)
        tell(place, 'Rinda nav dziļāk par to, kuras daļa tā ir.', 'The row is not deeper than the one it is a part of.');
      for (const of of share ? [share.part, share.whole] : [])
        if (of === key || !rows.some((row) => row.key === of))
          tell(
            place,
            `Rindas “${of}”, no kuras daļa ir rēķināta, tabulā nav.`,
            `The row ${of}, which the share is reckoned from, is not in the table.`,
          );
      if (values.length !== columns.length)
        tell(
          place,
          `Skaitļu ir ${values.length}, kolonnu ${columns.length}.`,
          `There are ${values.length} figures and ${columns.length} columns.`,
        );
      values.forEach((value, column) => {
        if (value !== null && (value < 0 || !Number.isFinite(value)))
          tell(`${place}, ${columns[column] ?? column + 1}`, 'Skaitlis nevar būt mazāks par nulli.', 'A figure cannot be less than zero.');
      });
      before.add(key);
    });
  }
  return problems;
}
